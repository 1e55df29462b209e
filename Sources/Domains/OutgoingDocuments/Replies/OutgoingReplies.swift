import Access
import Database
import IncomingDocuments
import Kernel

/// The outgoing book, as whoever names a reply asks it.
package struct OutgoingReplies: ReplyBook {
  package init() {}

  package func record(
    of code: String, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> RecordReference? {
    let parts = code.split(separator: "/", maxSplits: 1).map { String($0).trimmingSpaces }
    guard parts.count == 2, let number = Int(parts[0]), !parts[1].isEmpty else { return nil }
    return try OutgoingDocumentStore(transaction).find(number: number, notation: parts[1], visibleTo: actor)
      .map { .outgoingDocument($0.id) }
  }
}

/// The document that a draft became, for the draft's page.
package struct OutgoingDocumentOfDraft: RelatedRecords {
  package init() {}

  package func related(
    to record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    try OutgoingDocumentStore(transaction).list(ofDraft: record.number, visibleTo: actor).map { document in
      RelatedRecord(
        "Văn bản đi", label: "\(document.codeText): \(document.facts.subject)", stateLabel: document.state.label,
        path: OutgoingDocumentPaths.show(document.id))
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
