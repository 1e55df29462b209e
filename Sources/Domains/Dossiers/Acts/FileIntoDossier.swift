import Access
import Audit
import Database
import Kernel

/// Puts a document into a dossier without a copy (đưa văn bản vào hồ sơ, HS-04, PL6-46). Whoever takes part in the dossier
/// sees it from then on.
package struct FileIntoDossier: Sendable {
  package var record: RecordReference
  package var dossier: Dossier.ID

  package init(_ record: RecordReference, dossier: Dossier.ID) {
    self.record = record
    self.dossier = dossier
  }

  /// Gives the dossier as it was, what lies in it now, where, and the expected content for which it was taken.
  @discardableResult package func perform(
    by actor: Actor, flows: DossierFlows, in transaction: any Transaction
  ) throws -> (dossier: Dossier, name: String, item: DossierItem.ID, content: String?) {
    let found = try FoundDossier.lock(dossier, .fill, by: actor, in: transaction)
    guard let summary = try flows.directory.summaries(of: [record], visibleTo: actor, in: transaction)[record] else {
      throw Refusal(.notFound, "Không tìm thấy văn bản này.")
    }
    guard let filing = summary.filing else {
      throw Refusal(.invalid, "«\(summary.kindLabel)» không đưa vào hồ sơ được.", field: DossierField.dossier)
    }
    if summary.isWithheld {
      throw Refusal(
        .conflict, "Văn bản đang bị giữ lại vì nghi có dấu mật nên chưa đưa vào hồ sơ được.",
        field: DossierField.dossier)
    }
    let store = DossierItemStore(transaction)
    let pages = try flows.followers.lazy.compactMap { try $0.pageCount(of: record, in: transaction) }.first
    let day = summary.date ?? transaction.now.day
    let item = DossierItem(
      id: try transaction.nextID(DossierItem.ID.self, of: "dossier_items"), dossier: dossier,
      matter: .record(record), ordinal: 0, datedOn: day,
      pageCount: pages ?? filing.pageCount, firstPage: 0, addedAt: transaction.now, addedBy: actor.nameOnRecord)
    try store.add(item)
    var matching = try MatchContents(dossier, in: transaction)
    let content = try matching.match(MatchableContent(item, summary))
    try store.settle(dossier, from: day)
    try Access.grant(DossierRights.matterGrants(of: found.dossier, found.participants), to: record, in: transaction)
    let name = summary.name
    // Only as the books call it: what a document is about is erased with the document, and the dossier's story stays.
    try Audit.record(.dossierFilled(summary.bookName), on: .dossier(dossier), by: actor, in: transaction)
    try Audit.record(.filedUnder(found.dossier.code.notation), on: record, by: actor, in: transaction)
    for follower in flows.followers {
      try follower.filed(record, under: found.dossier.code.notation, by: actor, in: transaction)
    }
    return (found.dossier, name, item.id, content)
  }
}

extension Dossier {
  /// «01.TCCB «Hồ sơ thi tuyển»».
  package var name: String { "\(code.notation) «\(facts.title)»" }
}

extension RecordSummary {
  /// «Văn bản đến, số đến 152»: nothing of what it is about.
  package var bookName: String { number.isEmpty ? kindLabel : "\(kindLabel), \(number.lowercased())" }

  /// «15/QĐ-TCĐC: Về việc …».
  package var name: String {
    let head = [notation, number].first { !$0.isEmpty } ?? kindLabel
    return isWithheld ? head : "\(head): \(subject)"
  }
}
