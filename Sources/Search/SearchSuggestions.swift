import Access
import Database
import Documents
import IncomingDocuments
import Kernel
import Organization
import SearchIndex
import VietnameseText

/// What the box at the top proposes while somebody types: documents, agencies outside, people of the body.
struct SearchSuggestions: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    /// Before the name: «152/SNNMT-KS».
    var code = ""
    var name: String
    var note: String
    var path: String
  }

  var items: [Item] = []

  private static let documentsMax = 5
  private static let namesMax = 3
  /// Documents are chosen among this many of the newest that match: the next letter comes soon.
  private static let rankedMax = 200

  /// Nothing for a single letter: it names nothing yet.
  init(
    _ typed: String, directory: RecordDirectory, today: Day, as actor: Actor, in transaction: any Transaction
  ) throws {
    let tokens = Token.tokens(of: typed)
    guard tokens.contains(where: { $0.folded.count > 1 }) || tokens.count > 1 else { return }
    let vocabulary = try SearchVocabularyStore(transaction: transaction).read(for: actor)
    let question = SearchQuestion(typed, vocabulary: vocabulary, today: today)
    items = try Self.documents(question, directory, today: today, as: actor, in: transaction)
    guard question.filters.isEmpty else { return }
    items += try Self.agencies(typed, in: transaction) + Self.people(typed, in: transaction)
  }

  init(items: [Item]) { self.items = items }

  /// Of the whole question or, when nothing holds its last word, which is still being typed, without that.
  private static func documents(
    _ question: SearchQuestion, _ directory: RecordDirectory, today: Day, as actor: Actor,
    in transaction: any Transaction
  ) throws -> [Item] {
    var asked = question
    var hits = try best(asked, today: today, as: actor, in: transaction)
    if hits.isEmpty, let space = asked.words.lastIndex(of: " ") {
      asked.words = String(asked.words[..<space])
      hits = try best(asked, today: today, as: actor, in: transaction)
    }
    let summaries = try directory.summaries(of: hits.map(\.record), visibleTo: actor, in: transaction)
    return hits.compactMap { summaries[$0.record] }.map { summary in
      let facts = [summary.kindLabel, summary.number, summary.date?.text ?? "", summary.issuer]
      return Item(
        code: summary.notation, name: summary.subject,
        note: facts.filter { !$0.isEmpty }.joined(separator: " · "), path: summary.path)
    }
  }

  private static func best(
    _ question: SearchQuestion, today: Day, as actor: Actor, in transaction: any Transaction
  ) throws -> [SearchHit] {
    try SearchIndex.best(
      question.query(today: today), to: actor, among: rankedMax, limit: documentsMax, in: transaction)
  }

  private static func agencies(_ typed: String, in transaction: any Transaction) throws -> [Item] {
    try OutsideAgencyStore(transaction).suggestions(for: typed, limit: namesMax).map { agency in
      Item(
        name: agency.name, note: "Cơ quan ban hành: mọi văn bản của nơi này",
        path: SearchPaths.results("\(SearchKey.issuer.rawValue):\"\(agency.name)\""))
    }
  }

  private static func people(_ typed: String, in transaction: any Transaction) throws -> [Item] {
    let store = OrganizationStore(transaction)
    return try store.people(matching: typed, in: store.allAgencies().map(\.id), limit: namesMax).map { row in
      Item(
        name: row.person.fullName, note: row.posts.first ?? "Người trong cơ quan",
        path: SearchPaths.results("\"\(row.person.fullName)\""))
    }
  }
}
