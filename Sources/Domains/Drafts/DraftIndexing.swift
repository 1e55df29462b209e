import Access
import Database
import Documents
import Kernel
import SearchIndex

/// What search knows of a draft: its fields and the text of its newest version.
enum DraftIndexing {
  static func index(_ draft: Draft, in transaction: any Transaction) throws {
    let text = try DraftVersionStore(transaction).latestText(of: draft.id)
    try Access.index(.draft(draft.id), content(of: draft, text: text), in: transaction)
  }

  static func content(of draft: Draft, text: String) -> SearchContent {
    let facts = draft.facts
    let fields =
      [
        "dự thảo", facts.type?.name ?? "", facts.subject, draft.unitName, draft.drafterName, facts.signerName,
        facts.urgency == .normal ? "" : facts.urgency.label,
      ] + facts.recipients.map(\.name)
    return SearchContent(
      metadata: fields.filter { !$0.isEmpty }.joined(separator: "\n"),
      parts: text.isEmpty ? [] : [SearchPart(part: 1, text: text)])
  }
}

/// Every draft, for checking the index.
package struct IndexedDrafts: IndexedRecords {
  package let code = RecordReference.draftCode

  package init() {}

  package func count(in transaction: any Transaction) throws -> Int { try DraftStore(transaction).count() }

  package func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    try DraftStore(transaction).numbers(after: number, limit: limit)
  }

  package func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent? {
    let id = Draft.ID(number)
    guard let draft = try DraftStore(transaction).findForJob(id, locked: locked) else { return nil }
    return DraftIndexing.content(of: draft, text: try DraftVersionStore(transaction).latestText(of: id))
  }
}
