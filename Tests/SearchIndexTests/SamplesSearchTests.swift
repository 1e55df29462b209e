import Database
import Foundation
import Kernel
import SearchIndex
import TestSupport
import Testing

/// A real text, and the words that a plain reading of it finds.
struct SampleText {
  var record: RecordReference
  var subject: String
  var text: String
  /// Whole words, as written in small letters and without any diacritics.
  var exact: Set<String>
  var folded: Set<String>

  init(number: Int64, subject: String, text: String) {
    record = RecordReference(code: "sample", number: number)
    self.subject = subject
    self.text = text
    exact = []
    folded = []
    // «Ð» (eth) stands for «Đ» in many collections, and invisible scalars stand inside words.
    var all = "\(subject)\n\(text)".precomposedStringWithCanonicalMapping.lowercased()
      .replacingOccurrences(of: "ð", with: "đ")
    all.unicodeScalars.removeAll { "\u{AD}\u{200B}\u{200C}\u{200D}\u{FEFF}".unicodeScalars.contains($0) }
    for piece in all.unicodeScalars.split(whereSeparator: { !Self.isWord($0) }) {
      let word = String(String.UnicodeScalarView(piece))
      exact.insert(word)
      folded.insert(Self.folded(word))
    }
  }

  /// By Foundation, not by the code under test.
  static func folded(_ word: String) -> String {
    word.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacingOccurrences(of: "đ", with: "d")
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}

@Suite("Tìm trong văn bản thật", .enabled(if: ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"] != nil))
struct SamplesSearchTests {
  @Test func findsAllWithoutDiacriticsAndOnlyTheRightOnesWithThem() async throws {
    let samples = try SampleText.fullTexts() + SampleText.subjects()
    try #require(samples.count > 3_000)
    try await withDatabase(SearchIndexMigrations.all) { database in
      try await database.write { transaction in
        for sample in samples {
          try SearchIndex.put(
            sample.record, metadata: sample.subject, parts: [SearchPart(part: 1, text: sample.text)],
            principals: [.agency(AgencyID(1))], in: transaction)
        }
      }
      var random = FixedRandom(seed: 5)
      var wrong: [String] = []
      for index in 0..<200 {
        let sample = samples[Int.random(in: 0..<samples.count, using: &random)]
        let isExact = index % 2 == 0
        let usable = (isExact ? sample.exact : sample.folded).filter { Self.isPlain($0, isExact: isExact) }.sorted()
        guard !usable.isEmpty else { continue }
        let words = (0...index % 3).map { _ in usable[Int.random(in: 0..<usable.count, using: &random)] }
        let expected = samples.filter { text in
          words.allSatisfy { word in
            // A word without any diacritic finds all that reads like it.
            word == SampleText.folded(word) ? text.folded.contains(word) : text.exact.contains(word)
          }
        }
        let found = try await Self.found(words.joined(separator: " "), in: database)
        if found != Set(expected.map(\.record)) {
          wrong.append("\(words): \(expected.count) hold it, \(found.count) found")
        }
      }
      #expect(wrong == [])
    }
  }

  private static func found(_ typed: String, in database: any Database) async throws -> Set<RecordReference> {
    try await database.read { transaction in
      let page = try SearchIndex.search(SearchQuery(typed), to: .clerk, limit: 10_000, in: transaction)
      return Set(page.hits.map(\.record))
    }
  }

  /// Words on whose form the plain reading and the index must agree: numbers lose zeros in the index, and where two
  /// vowels meet it moves a misplaced tone to its place (hoà, cuả).
  private static func isPlain(_ word: String, isExact: Bool) -> Bool {
    guard let first = word.first, first.isLetter, word.unicodeScalars.count <= 60 else { return false }
    return !isExact || SampleText.folded(word).firstMatch(of: /[aeiouy]{2}/) == nil
  }
}

extension SampleText {
  private static let textScalars = 4_000

  static func fullTexts() throws -> [SampleText] {
    struct Line: Decodable { var slug: String, text: String }
    return try lines(of: "text/congbao-fulltext-dev.jsonl.gz").enumerated().map { index, line in
      let parsed = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      let start = parsed.text.unicodeScalars.prefix(textScalars)
      return SampleText(
        number: Int64(100_000 + index * 8), subject: parsed.slug, text: String(String.UnicodeScalarView(start)))
    }
  }

  /// Every line of the tables as one subject, whatever its columns.
  static func subjects() throws -> [SampleText] {
    let tables = ["metadata/sonla-congbao-dev.csv", "metadata/binhduong-ubnd-2014-2022.csv"]
    return try tables.flatMap(lines).enumerated().map { index, line in
      SampleText(number: Int64(500_000 + index * 8), subject: line, text: "")
    }
  }

  private static func lines(of path: String) throws -> [String] {
    let folder = try #require(ProcessInfo.processInfo.environment["CHAUBAN_SAMPLES"])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/zcat")
    process.arguments = ["-f", "\(folder)/\(path)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
