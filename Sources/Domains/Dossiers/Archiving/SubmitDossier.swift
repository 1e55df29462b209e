import Access
import Audit
import Database
import FilePlans
import Kernel

/// Hands a closed dossier to the archive of its agency (nộp lưu, HS-08, HS-09). The archive sees all that lies in it from
/// now on; nobody changes it until the archive has decided.
package struct SubmitDossier: Sendable {
  package var dossier: Dossier.ID
  package var formVersion: Int

  package init(_ dossier: Dossier.ID, formVersion: Int) {
    self.dossier = dossier
    self.formVersion = formVersion
  }

  /// Everything that stands against it, besides its state.
  package static func obstacles(
    to dossier: Dossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> [Refusal.Reason] {
    var reasons = try ownObstacles(to: dossier, directory, by: actor, in: transaction)
    let parts = SubDossierStore(transaction)
    if let whole = try dossier.parent.flatMap({ try parts.parent($0) }), [.open, .closed].contains(whole.state) {
      reasons.append(.init("Hồ sơ con \(dossier.code.notation) nộp cùng hồ sơ chính \(whole.notation)."))
    }
    // The matter goes as a whole, or not at all.
    for part in try parts.list(of: dossier.id, visibleTo: actor) where part.state == .closed {
      let refusal = try FoundDossier.find(part.id, by: actor, in: transaction).refusal(of: .submit)
      reasons += try (refusal?.reasons ?? []) + ownObstacles(to: part, directory, by: actor, in: transaction)
    }
    return reasons
  }

  /// What stands against this one dossier.
  private static func ownObstacles(
    to dossier: Dossier, _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    let notation = dossier.code.notation
    // A part goes with the whole, whose retention is the longest.
    if !dossier.isTransferred, dossier.parent == nil {
      reasons.append(
        .init(
          "Hồ sơ \(notation) bảo quản \(dossier.facts.retention.text), dưới \(Dossier.transferredYearsMin) năm nên không thuộc diện nộp lưu; đơn vị giữ đến khi hết hạn."
        ))
    }
    if dossier.planEntry == nil,
      try FilePlanStore(transaction).holds(notation, in: dossier.code.year, of: dossier.agency)
    {
      reasons.append(
        .init("Số \(notation) dành cho một hồ sơ khác trong danh mục; mở lại hồ sơ, sửa số, ký hiệu rồi nộp."))
    }
    for change in try RightsChangeStore(transaction).waiting(on: dossier.id, visibleTo: actor) {
      reasons.append(
        .init(
          "Hồ sơ \(notation): thay đổi quyền đang chờ xác nhận (\(change.text)); xác nhận, từ chối hoặc rút lại trước.")
      )
    }
    for line in try DossierContents(directory, transaction).all(of: dossier, visibleTo: actor)
    where line.item.record != nil {
      if let summary = line.summary {
        if summary.isWithheld {
          reasons.append(
            .init("Hồ sơ \(notation), mục \(line.item.ordinal): văn bản đang bị giữ lại vì nghi có dấu mật."))
        }
      } else {
        reasons.append(
          .init("Hồ sơ \(notation), mục \(line.item.ordinal): văn bản không đọc được hoặc không còn."))
      }
    }
    return reasons
  }

  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws -> Dossier {
    var current = try FoundDossier.lock(dossier, .submit, by: actor, in: transaction).dossier
    let reasons = try Self.obstacles(to: current, flows.directory, by: actor, in: transaction)
    if let refusal = Refusal(reasons, kind: .conflict) { throw refusal }
    current.state = .submitted
    (current.archiving.submittedAt, current.archiving.submittedBy) = (transaction.now, actor.titleOnRecord)
    (current.archiving.returnReason, current.archiving.returnedAt, current.archiving.returnedBy) = ("", nil, nil)
    try DossierStore(transaction).save(current, from: formVersion)
    try DossierRights.showToArchive(current, in: transaction)
    try DossierIndexing.index(current, in: transaction)
    try Audit.record(
      .dossierSubmitted(current.itemCount, current.pageTotal), on: .dossier(dossier), by: actor, in: transaction)
    return current
  }
}
