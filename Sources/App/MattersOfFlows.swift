import Database
import Dossiers
import Drafts
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Work

/// What belongs to one matter, as the flows know it: what came in, the drafts written on it, what was issued in reply.
struct MattersOfFlows: RelatedMatters {
  /// A letter, its answer, what that answers in turn: further away it is another matter.
  private static let stepsMax = 3

  func records(
    relatedTo record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference] {
    var found: [RecordReference] = [record]
    var edge = [record]
    for _ in 0..<Self.stepsMax where !edge.isEmpty {
      let next = try edge.flatMap { try beside($0, actor, transaction) }
      edge = Array(Set(next).subtracting(found)).sorted { $0.number < $1.number }
      found += edge
    }
    return Array(found.dropFirst())
  }

  private func beside(
    _ record: RecordReference, _ actor: Actor, _ transaction: any Transaction
  ) throws -> [RecordReference] {
    switch record.code {
    case RecordReference.incomingDocumentCode:
      let replies = try WorkStore(transaction).items(of: record).compactMap(\.replyRecord)
      let drafts = try DraftStore(transaction).list(from: record, visibleTo: actor)
      return replies + drafts.map { .draft($0.id) }
    case RecordReference.draftCode:
      let origin = try DraftStore(transaction).list([record.number], visibleTo: actor).first?.origin?.record
      let issued = try OutgoingDocumentStore(transaction).list(ofDraft: record.number, visibleTo: actor)
      return [origin].compactMap(\.self) + issued.map { .outgoingDocument($0.id) }
    case RecordReference.outgoingDocumentCode:
      let answered = try WorkStore(transaction).items(repliedBy: record).map(\.subject)
      let draft = try OutgoingDocumentStore(transaction).list([record.number], visibleTo: actor).first?.draft
      return answered + [draft.map { .draft($0) }].compactMap(\.self)
    case RecordReference.dossierCode:
      return try DraftStore(transaction).list(from: record, visibleTo: actor).map { .draft($0.id) }
    default: return []
    }
  }
}
