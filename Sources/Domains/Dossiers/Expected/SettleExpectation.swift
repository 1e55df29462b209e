import Access
import Audit
import Database
import Documents
import Kernel

/// What somebody says of one expected line of a dossier.
package struct SettleExpectation: Sendable {
  package enum Verdict: Sendable, Equatable {
    /// The dossier has none, and why (không có, vì …).
    case excuse(String)
    /// There ought to be one after all.
    case takeBackExcuse
    /// It does not belong into the list (bỏ thành phần), and why.
    case strike(String)
    /// The thing with this ordinal stands for it (ghép).
    case pair(Int)
    /// That thing does not stand for it, and is not taken for it again (gỡ).
    case unpair(DossierItem.ID)

    /// Saying what is there is filing; changing what must be there is for who makes the dossier.
    var step: Dossier.Step {
      switch self {
      case .excuse, .takeBackExcuse, .strike: .change
      case .pair, .unpair: .fill
      }
    }
  }

  package var dossier: Dossier.ID
  package var line: DossierExpectation.ID
  package var verdict: Verdict

  package init(_ line: DossierExpectation.ID, of dossier: Dossier.ID, _ verdict: Verdict) {
    self.dossier = dossier
    self.line = line
    self.verdict = verdict
  }

  /// Gives what changed, in words.
  @discardableResult package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    _ = try FoundDossier.lock(dossier, verdict.step, by: actor, in: transaction)
    let store = DossierExpectationStore(transaction)
    guard let found = try store.list(of: dossier).first(where: { $0.id == line }) else { throw Self.gone }
    let told = try settle(found, store, actor)
    try store.settle(dossier)
    try Audit.record(told.event, on: .dossier(dossier), by: actor, in: transaction)
    return told.notice
  }

  private static let gone = Refusal(
    .conflict, "Thành phần này không còn trong danh sách của hồ sơ; hãy tải lại trang để xem.")

  private func settle(
    _ found: DossierExpectation, _ store: DossierExpectationStore, _ actor: Actor
  ) throws -> (event: AuditEvent, notice: String) {
    let name = found.content.name
    switch verdict {
    case .excuse(let reason):
      try Self.require(reason)
      try store.excuse(line, reason, by: actor.nameOnRecord)
      return (.dossierContentExcused(name, reason), "Đã ghi: không có «\(name)», vì \(reason).")
    case .takeBackExcuse:
      try store.excuse(line, nil, by: actor.nameOnRecord)
      return (.dossierContentExpectedAgain(name), "«\(name)» lại cần có trong hồ sơ.")
    case .strike(let reason):
      try Self.require(reason)
      try store.strike(line)
      return (.dossierContentStruck(name, reason), "Đã bỏ «\(name)» khỏi danh sách thành phần.")
    case .pair(let ordinal):
      guard let item = try DossierItemStore(store.transaction).list(of: dossier, after: ordinal - 1, limit: 1).first,
        item.ordinal == ordinal
      else {
        throw Refusal(.invalid, "Hồ sơ không có mục số \(ordinal); xem STT ở mục lục.", field: DossierField.item)
      }
      try store.pair(
        line, .init(item: item.id, isPaired: true, isByHand: true, reason: "", by: actor.nameOnRecord))
      return (.dossierContentPaired(name, ordinal), "Mục \(ordinal) là «\(name)».")
    case .unpair(let item):
      guard found.pairings.contains(where: { $0.item == item && $0.isPaired }) else { throw Self.gone }
      let ordinal = try DossierItemStore(store.transaction).find(item, in: dossier).ordinal
      try store.pair(
        line, .init(item: item, isPaired: false, isByHand: true, reason: "", by: actor.nameOnRecord))
      return (.dossierContentUnpaired(name, ordinal), "Mục \(ordinal) không phải «\(name)»; không gợi ý lại nữa.")
    }
  }

  private static func require(_ reason: String) throws {
    if reason.isEmpty { throw Refusal(.invalid, "Ghi lý do.", field: DossierField.reason) }
    try TakeOutOfDossier.requireLength(of: reason)
    try Secrecy.refuseMarked([reason])
  }
}
