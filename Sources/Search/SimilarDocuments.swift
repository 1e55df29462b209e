import Access
import Database
import Kernel
import SearchIndex
import VietnameseText

/// Documents like one: near-duplicates, and those that speak of the same matter (văn bản tương tự).
///
/// Cheap and local: a few short runs of its subject and of its text are looked for as phrases; what they find is
/// compared with the subject, run by run.
struct SimilarDocuments: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    var summary: RecordSummary
    /// Nearly the same text or subject.
    var isNearlySame: Bool
  }

  var items: [Item] = []

  private static let shownMax = 6
  private static let subjectRuns = 5
  private static let textRuns = 3
  private static let runWords = 3
  private static let textRunWords = 6
  private static let foundPerRun = 12
  /// Shares of common runs between two subjects.
  private static let likenessMin = 0.15
  private static let likenessOfSame = 0.8

  init(items: [Item]) { self.items = items }

  /// The summary is the document's own, as the actor may see it.
  init(to document: RecordSummary, directory: RecordDirectory, as actor: Actor, in transaction: any Transaction) throws
  {
    let subject = Token.tokens(of: document.subject).map(\.exact)
    let text = try SearchIndex.words(of: document.reference, in: transaction)
    var subjectHits: Set<RecordReference> = []
    for run in Self.spread(Self.runs(subject, Self.runWords), Self.subjectRuns) {
      subjectHits.formUnion(try Self.find(run, as: actor, in: transaction))
    }
    var textHits: [RecordReference: Int] = [:]
    for run in Self.spread(Self.runs(text, Self.textRunWords), Self.textRuns) {
      for record in try Self.find(run, as: actor, in: transaction) { textHits[record, default: 0] += 1 }
    }
    let candidates = subjectHits.union(textHits.keys)
      .subtracting(try LinkedRecordsStore(transaction).linked(to: document.reference))
    let own = Set(Self.runs(subject, Self.runWords))
    let summaries = try directory.summaries(of: Array(candidates), visibleTo: actor, in: transaction)
    let scored = summaries.values.map { summary in
      let subjectLikeness = Self.likeness(
        own, Set(Self.runs(Token.tokens(of: summary.subject).map(\.exact), Self.runWords)))
      let textLikeness = Double(textHits[summary.reference] ?? 0) / Double(Self.textRuns)
      return (summary: summary, subject: subjectLikeness, text: textLikeness)
    }
    items = scored.filter { $0.subject >= Self.likenessMin || $0.text > 0.5 }
      .sorted {
        ($0.subject + $0.text, $0.summary.reference.number) > ($1.subject + $1.text, $1.summary.reference.number)
      }
      .prefix(Self.shownMax)
      .map { Item(summary: $0.summary, isNearlySame: $0.subject >= Self.likenessOfSame || $0.text > 0.9) }
  }

  private static func find(
    _ run: [String], as actor: Actor, in transaction: any Transaction
  ) throws -> [RecordReference] {
    let phrase = SearchQuery("\"\(run.joined(separator: " "))\"")
    return try SearchIndex.search(phrase, to: actor, limit: foundPerRun, in: transaction).hits.map(\.record)
  }

  /// Every run of so many words; all of them as one where there are fewer.
  private static func runs(_ words: [String], _ length: Int) -> [[String]] {
    guard words.count > length else { return words.isEmpty ? [] : [words] }
    return (0...words.count - length).map { Array(words[$0..<$0 + length]) }
  }

  /// At most `count` of them, evenly from the second to the last: a first run is often «Về việc» and the like.
  private static func spread(_ runs: [[String]], _ count: Int) -> [[String]] {
    guard runs.count > count else { return runs }
    return (1...count).map { runs[$0 * (runs.count - 1) / count] }
  }

  private static func likeness(_ one: Set<[String]>, _ other: Set<[String]>) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return Double(one.intersection(other).count) / Double(one.union(other).count)
  }
}
