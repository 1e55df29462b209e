import Access
import Database
import Exchange
import Kernel
import Work

/// The book of what the agency issues, as whoever names a reply asks it: a module above keeps it.
package protocol ReplyBook: Sendable {
  /// The record of this number and symbol in the actor's own agency; nil for one that is not in the book, such as a reply
  /// that was issued before there was this system.
  func record(of code: String, visibleTo actor: Actor, in transaction: any Transaction) throws -> RecordReference?
}

extension CompleteWork {
  /// The same, with its reply found in the book.
  func finding(_ book: (any ReplyBook)?, by actor: Actor, in transaction: any Transaction) throws -> CompleteWork {
    var act = self
    act.replyRecord = try replyCode.isEmpty ? nil : book?.record(of: replyCode, visibleTo: actor, in: transaction)
    return act
  }
}

extension LinkReply {
  /// The same, with the reply found in the book.
  func finding(_ book: (any ReplyBook)?, by actor: Actor, in transaction: any Transaction) throws -> LinkReply {
    var act = self
    act.replyRecord = try book?.record(of: replyCode, visibleTo: actor, in: transaction)
    return act
  }
}

/// What is written in reply to an incoming document, told by modules above: drafts on their way, and what was issued.
package struct IncomingReplies: Sendable {
  package var book: (any ReplyBook)?
  package var drafts: [any RelatedRecords]
  package var directory: RecordDirectory
  /// Forms for reports that documents came with.
  package var sheets: any CollectedSheets

  package init(
    book: (any ReplyBook)? = nil, drafts: [any RelatedRecords] = [], directory: RecordDirectory = RecordDirectory([]),
    sheets: any CollectedSheets = NoCollectedSheets()
  ) {
    self.book = book
    self.drafts = drafts
    self.directory = directory
    self.sheets = sheets
  }

  /// Drafts of a document, and the records that its work names as replies, as far as the actor may see them.
  func related(
    to document: IncomingDocument.ID, _ items: [WorkItem], visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [RelatedRecord] {
    let written = try drafts.flatMap {
      try $0.related(to: .incomingDocument(document), visibleTo: actor, in: transaction)
    }
    var named: [RecordReference] = []
    for record in items.compactMap(\.replyRecord) where !named.contains(record) { named.append(record) }
    guard !named.isEmpty else { return written }
    let known = try directory.summaries(of: named, visibleTo: actor, in: transaction)
    return written
      + named.compactMap { record in
        known[record].map {
          RelatedRecord(
            "Văn bản trả lời", label: "\($0.notation): \($0.subject)", stateLabel: $0.stateLabel, path: $0.path)
        }
      }
  }
}
