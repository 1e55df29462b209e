import Access
import Database
import Kernel

/// Puts several documents into a dossier at once: all of them or, with every reason, none.
package struct FileManyIntoDossier: Sendable {
  /// As many as one page proposes.
  package static let most = 50

  package var records: [RecordReference]
  package var dossier: Dossier.ID

  package init(_ records: [RecordReference], dossier: Dossier.ID) {
    self.records = records
    self.dossier = dossier
  }

  /// Gives the dossier as it was, and what came in: what lies there already stays where it is.
  package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> (dossier: Dossier, items: [DossierItem.ID]) {
    let found = try FoundDossier.lock(dossier, .fill, by: actor, in: transaction)
    if records.isEmpty { throw Refusal(.invalid, "Chọn ít nhất một văn bản.") }
    if records.count > Self.most {
      throw Refusal(.invalid, "Mỗi lần đưa vào nhiều nhất \(Self.most) văn bản.")
    }
    let lying = try FilingCandidateStore(transaction).lying(in: dossier, among: records)
    let coming = Array(Set(records).subtracting(lying)).sorted { ($0.code, $0.number) < ($1.code, $1.number) }
    var items: [DossierItem.ID] = []
    var reasons: [Refusal.Reason] = []
    for record in coming {
      do {
        items.append(
          try FileIntoDossier(record, dossier: dossier).perform(by: actor, flows: flows, in: transaction).item)
      } catch let refusal as Refusal where refusal.kind != .unavailable {
        let name = try flows.directory.summaries(of: [record], visibleTo: actor, in: transaction)[record]?.name
        reasons += refusal.reasons.map {
          .init("\(name ?? "Một văn bản đã chọn"): \($0.message)")
        }
      }
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return (found.dossier, items)
  }
}
