import Database
import Foundation
import Kernel
import SearchIndex
import TestSupport
import Testing

/// The own rank of SQLite leaves out what makes `bm25` slow; on real texts both must put the same ones first.
@Suite(
  "Xếp văn bản thật theo độ sát",
  .enabled(if: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] != nil && TestEngine.engine == .sqlite))
struct SamplesRelevanceTests {
  private static let shown = 10

  @Test func putsFirstWhatBM25PutsFirst() async throws {
    let samples = try SampleText.fullTexts()
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.write { transaction in
        for sample in samples {
          try SearchIndex.put(
            sample.record, metadata: sample.subject, parts: [SearchPart(part: 1, text: sample.text)],
            principals: [.agency(AgencyID(1))], in: transaction)
        }
      }
      let shares = try await database.read { transaction in
        try Self.questions(from: samples).compactMap { words in
          let asked = SearchQuery(words.joined(separator: " "))
          let best = try SearchIndex.best(asked, to: .clerk, limit: Self.shown, in: transaction).map(\.record.number)
          let wanted = try Self.byBM25(words, in: transaction)
          guard wanted.count == Self.shown else { return nil as (share: Double, isFirstNear: Bool)? }
          let shared = Double(Set(best).intersection(wanted).count) / Double(Self.shown)
          return (shared, best.prefix(3).contains(wanted[0]))
        }
      }
      let mean = shares.map(\.share).reduce(0, +) / Double(shares.count)
      let near = Double(shares.count(where: \.isFirstNear)) / Double(shares.count)
      #expect(shares.count > 50)
      #expect(mean > 0.8, "of bm25's first ten, on average")
      #expect(near > 0.8, "bm25's first among the first three")
    }
  }

  /// One to three words of a text, half of the questions with diacritics.
  private static func questions(from samples: [SampleText]) -> [[String]] {
    var random = FixedRandom(seed: 11)
    return (0..<240).map { index in
      let sample = samples[Int.random(in: 0..<samples.count, using: &random)]
      let words = (index % 2 == 0 ? sample.exact : sample.folded).sorted().filter { word in
        word.count > 1 && word.allSatisfy(\.isLetter)
      }
      return (0...index % 3).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
    }
  }

  private static func byBM25(_ words: [String], in transaction: any Transaction) throws -> [Int64] {
    let expression = words.map { "\"\($0)\"" }.joined(separator: " AND ")
    return try transaction.rows(
      """
      SELECT rowid AS id FROM search_words WHERE search_words MATCH \(expression)
      ORDER BY bm25(search_words, 1.0, 1.0, 0.0), rowid DESC LIMIT \(shown)
      """
    ).map { try $0.get("id") }
  }
}
