import Access
import Audit
import Database
import Documents
import FilePlans
import Kernel

/// Opens a part of a dossier (mở hồ sơ con): a step or an object of one matter with documents of its own. Its code is that
/// of the matter with its ordinal after it; maker, participants, mode, retention and beginning are the matter's until they are changed.
package struct OpenSubDossier: Sendable {
  package var parent: Dossier.ID
  package var title: String
  /// Nil: as the matter's.
  package var retention: RetentionPeriod?
  package var dueOn: Day?

  package init(of parent: Dossier.ID, title: String, retention: RetentionPeriod? = nil, dueOn: Day? = nil) {
    self.parent = parent
    self.title = title
    self.retention = retention
    self.dueOn = dueOn
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    let found = try FoundDossier.lock(parent, .change, by: actor, in: transaction)
    let whole = found.dossier
    guard whole.parent == nil else {
      throw Refusal(.conflict, "Hồ sơ \(whole.code.notation) đã là hồ sơ con; hồ sơ con chỉ có một cấp.")
    }
    let facts = DossierFacts(
      title: title, retention: retention ?? whole.facts.retention, kind: whole.facts.kind, mode: whole.facts.mode,
      startedOn: whole.facts.startedOn, dueOn: dueOn)
    try Secrecy.refuseMarked([facts.title])
    if let refusal = Refusal(facts.obstacles(today: transaction.now.day)) { throw refusal }
    let store = DossierStore(transaction)
    var part = Dossier(
      id: try transaction.nextID(Dossier.ID.self, of: "dossiers"), agency: whole.agency, code: whole.code, facts: facts,
      state: .open, unit: whole.unit, unitName: whole.unitName, makerPost: whole.makerPost, makerName: whole.makerName,
      planEntry: nil, openedAt: transaction.now, openedBy: actor.nameOnRecord, itemCount: 0, pageTotal: 0, version: 1)
    part.parent = whole.id
    part.code.notation = try nextNotation(whole, in: transaction)
    try store.add(part)
    let people = DossierParticipantStore(transaction)
    for participant in found.participants { try people.put(participant, in: part.id) }
    try Access.grant(DossierRights.grants(of: part, found.participants), to: .dossier(part.id), in: transaction)
    try DossierRights.settleParts(of: whole, found.participants, in: transaction)
    try Audit.record(
      .dossierOpened(part.code.text, facts.title), on: .dossier(part.id), by: actor, in: transaction)
    try Audit.record(.partOpened(part.code.notation), on: .dossier(whole.id), by: actor, in: transaction)
    return try store.find(part.id, visibleTo: actor)
  }

  /// «01.KS.01». Numbers that somebody typed before are passed over.
  private func nextNotation(_ whole: Dossier, in transaction: any Transaction) throws -> String {
    while true {
      let number = try SubDossierStore(transaction).takeNumber(in: whole.id)
      let next = "\(whole.code.notation).\(number < 10 ? "0" : "")\(number)"
      guard next.count <= DossierCode.notationLengthMax else {
        throw Refusal(
          .conflict,
          "Số, ký hiệu hồ sơ con «\(next)» dài quá \(DossierCode.notationLengthMax) ký tự. Rút ngắn ký hiệu của hồ sơ chính rồi mở lại."
        )
      }
      if try !DossierStore(transaction).isTaken(next, year: whole.code.year, agency: whole.agency) { return next }
    }
  }
}

extension AuditEvent {
  /// On the whole: its number alone, which its readers see in its list.
  static func partOpened(_ notation: String) -> AuditEvent {
    AuditEvent(code: "dossier.partOpened", sentence: "mở hồ sơ con \(notation)")
  }
}
