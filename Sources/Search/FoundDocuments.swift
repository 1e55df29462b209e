import Access
import Database
import Kernel
import SearchIndex
import VietnameseText

/// One found record as the page shows it.
struct FoundDocument: Sendable, Equatable {
  var summary: RecordSummary
  /// Words of its text around what the summary does not show; empty when the summary shows all.
  var excerpt: String
}

/// One page of found records, finished for showing.
struct FoundDocuments: Sendable, Equatable {
  var documents: [FoundDocument] = []
  /// Told on the first page only.
  var count: CappedCount?
  var older: KeysetPage?
  var newer: KeysetPage?

  static let pageSize = 50

  /// Looks for `query` as the actor. Records that their domain does not show to the actor are left out.
  init(
    _ query: SearchQuery, as actor: Actor, page: KeysetPage, byRelevance: Bool = false, directory: RecordDirectory,
    in transaction: any Transaction
  ) throws {
    var found = SearchPage()
    if byRelevance {
      found.hits = try SearchIndex.best(query, to: actor, limit: Self.pageSize, in: transaction)
    } else {
      found = try SearchIndex.search(query, to: actor, page: page, limit: Self.pageSize, in: transaction)
    }
    let summaries = try directory.summaries(of: found.hits.map(\.record), visibleTo: actor, in: transaction)
    let excerpts = try Self.excerpts(found.hits, summaries, query, in: transaction)
    documents = found.hits.compactMap { hit in
      summaries[hit.record].map { FoundDocument(summary: $0, excerpt: excerpts[hit.entry] ?? "") }
    }
    older = found.older.map(KeysetPage.before)
    newer = found.newer.map(KeysetPage.after)
    if page == .newest {
      count =
        found.older == nil && !(byRelevance && documents.count == Self.pageSize)
        ? CappedCount(number: documents.count, isCapped: false)
        : try SearchIndex.count(query, to: actor, in: transaction)
    }
  }

  init(documents: [FoundDocument], count: CappedCount?, older: KeysetPage? = nil, newer: KeysetPage? = nil) {
    self.documents = documents
    self.count = count
    self.older = older
    self.newer = newer
  }

  /// One statement per term that some summary does not show.
  private static func excerpts(
    _ hits: [SearchHit], _ summaries: [RecordReference: RecordSummary], _ query: SearchQuery,
    in transaction: any Transaction
  ) throws -> [Int64: String] {
    let highlight = Highlight(query)
    var wanted: [(term: QueryWords.Term, hits: [SearchHit])] = []
    for hit in hits {
      guard let summary = summaries[hit.record], let term = highlight.missing(in: summary.shownTexts).first
      else { continue }
      if let index = wanted.firstIndex(where: { $0.term == term }) {
        wanted[index].hits.append(hit)
      } else {
        wanted.append((term, [hit]))
      }
    }
    var excerpts: [Int64: String] = [:]
    for (term, hits) in wanted {
      excerpts.merge(try SearchIndex.excerpts(of: hits, around: term, in: transaction)) { first, _ in first }
    }
    return excerpts
  }
}

extension RecordSummary {
  /// What a result shows of the record.
  var shownTexts: [String] { [notation, number, subject, issuer] }
}
