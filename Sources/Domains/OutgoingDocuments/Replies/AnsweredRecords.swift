import Access
import Database
import Dossiers
import Drafts
import Exchange
import IncomingDocuments
import Kernel
import Work

/// What an outgoing document came out of and what it answers (văn bản liên quan): its draft, and every document whose work
/// it replied to, as far as the actor may see them.
enum AnsweredRecords {
  static func related(
    to document: OutgoingDocument, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    var subjects = try WorkStore(transaction).items(repliedBy: .outgoingDocument(document.id)).map(\.subject)
    var related: [RelatedRecord] = []
    if let draft = try document.draft.flatMap({ try DraftStore(transaction).list([$0.number], visibleTo: actor).first })
    {
      related.append(
        RelatedRecord(
          "Dự thảo", label: draft.facts.subject, stateLabel: "", path: DraftPaths.show(draft.id)))
      // What it is to answer once it is issued.
      if let origin = draft.origin?.record, !subjects.contains(origin) { subjects.append(origin) }
    }
    let incoming = subjects.filter { $0.code == RecordReference.incomingDocumentCode }.map(\.number)
    let asking = subjects.filter { $0.code == RecordReference.outgoingDocumentCode }.map(\.number)
    related += try OutgoingDocumentStore(transaction).list(Array(Set(asking)), visibleTo: actor).map {
      RelatedRecord(
        "Trả lời văn bản đi", label: "\($0.codeText): \($0.facts.subject)", stateLabel: $0.state.label,
        path: OutgoingDocumentPaths.show($0.id))
    }
    return related
      + (try IncomingDocumentSource().summaries(of: Array(Set(incoming)), visibleTo: actor, in: transaction).map {
        RelatedRecord("Trả lời", $0)
      }) + (try DossiersOfRecord().related(to: .outgoingDocument(document.id), visibleTo: actor, in: transaction))
  }
}

/// What our agency asked that an incoming document answers, for the page of that document.
package struct AskedByOutgoing: RelatedRecords {
  package init() {}

  package func related(
    to record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    guard record.code == RecordReference.incomingDocumentCode else { return [] }
    let packet = try PacketStore(transaction).ofIncomingLater(record.number).get()
    let asked = try ReplyRequestStore(transaction).answered(
      by: [record] + [packet?.source].compactMap(\.self), of: actor.agency)
    return try OutgoingDocumentStore(transaction).list(Array(Set(asked.map(\.document))), visibleTo: actor).map {
      RelatedRecord(
        "Trả lời văn bản đi", label: "\($0.codeText): \($0.facts.subject)", stateLabel: $0.state.label,
        path: OutgoingDocumentPaths.show($0.id))
    }
  }
}

extension ReplyRequest {
  /// Where the reader finds the answers of these: their own record of each, or its packet while it waits.
  static func answerPaths(
    _ requests: [ReplyRequest], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [Int64: String] {
    let answers = requests.compactMap { request in request.answer?.record.map { (request.recipient, $0) } }
    let packets = try PacketStore(transaction).arrived(
      at: actor.agency, answers.map(\.1).filter { $0.code == RecordReference.outgoingDocumentCode })
    func incoming(_ record: RecordReference) -> Int64? {
      record.code == RecordReference.incomingDocumentCode ? record.number : packets[record]?.incoming
    }
    let ours = Set(answers.compactMap { incoming($0.1) })
    let seen =
      ours.isEmpty
      ? [] : try IncomingDocumentSource().summaries(of: Array(ours), visibleTo: actor, in: transaction)
    let known = Dictionary(uniqueKeysWithValues: seen.map { ($0.reference.number, $0.path) })
    // A unit of the agency answers by a document of the same book.
    let written = answers.map(\.1).filter { $0.code == RecordReference.outgoingDocumentCode }.map(\.number)
    let own = Dictionary(
      try OutgoingDocumentStore(transaction).list(Array(Set(written)), visibleTo: actor).map {
        (RecordReference.outgoingDocument($0.id), OutgoingDocumentPaths.show($0.id))
      }, uniquingKeysWith: { first, _ in first })
    var paths: [Int64: String] = [:]
    for (recipient, record) in answers {
      if let packet = packets[record], packet.isWaiting, actor.isRegistryClerk {
        paths[recipient] = IncomingDocumentPaths.packet(packet.id)
      } else if let path = incoming(record).flatMap({ known[$0] }) ?? own[record] {
        paths[recipient] = path
      }
    }
    return paths
  }
}

extension IssueOutgoingDocument {
  /// The reply is issued: the work that its draft came from is done (ST-01).
  static func completeOrigin(of issued: OutgoingDocument, by actor: Actor, in transaction: any Transaction) throws {
    guard let id = issued.draft,
      let origin = try DraftStore(transaction).list([id.number], visibleTo: actor).first?.origin,
      let item = origin.item, origin.record.code == RecordReference.incomingDocumentCode,
      let reply = WorkReply(issued.codeText, record: .outgoingDocument(issued.id))
    else { return }
    try CompleteByReply(item, on: IncomingDocument.ID(origin.record.number), reply: reply)
      .perform(by: actor, in: transaction)
  }
}
