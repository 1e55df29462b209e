import Foundation
import Kernel
import Papers
import VietnameseText

/// What stands in brackets.
private let inBrackets = Pattern(/\s*\([^)]*\)/)

/// How well documents are read, measured against a file of right answers (`ground-truth.json` of the samples).
package struct ReadingReport: Sendable {
  /// What a person read from a document.
  package struct Truth: Sendable, Decodable {
    package struct Signer: Sendable, Decodable {
      package var name: String
      enum CodingKeys: String, CodingKey { case name = "full_name" }
    }

    /// Path below the samples folder.
    package var file: String
    package var layer: String
    package var number: String?
    package var notation: String?
    package var issuedDate: String?
    package var place: String?
    package var issuingAgency: String?
    package var documentType: String?
    package var subject: String?
    package var signers: [Signer]?

    enum CodingKeys: String, CodingKey {
      case file, layer, number, notation, place, subject, signers
      case issuedDate = "issue_date"
      case issuingAgency = "issuing_agency"
      case documentType = "document_type"
    }

    /// The kind of file, for the table.
    package var kind: String {
      if file.hasSuffix("doc") || file.hasSuffix("docx") { return "Word" }
      if layer.contains("Công báo") { return "Công báo PDF" }
      return layer.hasPrefix("born-digital") ? "digital PDF" : "scan"
    }
  }

  private struct File: Decodable { var documents: [Truth] }

  /// The answers beside the sample files.
  package static func truths(in samples: URL) throws -> [Truth] {
    try JSONDecoder().decode(File.self, from: Data(contentsOf: samples.appending(path: "ground-truth.json"))).documents
  }

  package static let fields = [
    "number", "symbol", "date", "place", "issuer", "type", "subject", "subject, every syllable", "signer",
  ]

  private struct Count: Sendable {
    var right = 0
    var all = 0
    var sure = 0
    var sureAndRight = 0
    /// Suggested although the paper has no such thing.
    var superfluous = 0
  }

  private var counts: [String: [String: Count]] = [:]
  private var misses: [String] = []

  package init() {}

  package mutating func add(_ truth: Truth, _ read: ReadSuggestions) {
    let signers = truth.signers.flatMap { $0.isEmpty ? nil : $0.map(\.name).joined(separator: "; ") }
    let day = read.issuedDate.map { Suggestion($0.value.isoText, confidence: $0.confidence, page: $0.page, boxes: []) }
    judge("number", truth, truth.number, read.number) { Self.number($0) == Self.number($1) }
    judge("symbol", truth, truth.notation, read.notation) { $0 == $1 }
    judge("date", truth, truth.issuedDate, day) { $0 == $1 }
    judge("place", truth, truth.place, read.place, Self.sameName)
    judge("issuer", truth, truth.issuingAgency, read.issuingAgency, Self.sameNames)
    judge("type", truth, truth.documentType, read.documentType, Self.sameName)
    judge("subject", truth, truth.subject, read.subject) { Self.overlap($0, $1) >= 0.9 }
    judge("subject, every syllable", truth, truth.subject, read.subject) { Self.syllables($0) == Self.syllables($1) }
    judge("signer", truth, signers, read.signerName) { names, name in
      names.components(separatedBy: "; ").contains { Self.sameName($0, name) }
    }
  }

  private mutating func judge(
    _ field: String, _ truth: Truth, _ wanted: String?, _ found: Suggestion<String>?,
    _ same: (String, String) -> Bool
  ) {
    var count = counts[field]?[truth.kind] ?? Count()
    defer { counts[field, default: [:]][truth.kind] = count }
    guard let wanted else {
      if let found {
        count.superfluous += 1
        misses.append("\(field)\t\(truth.file)\t—\t\(found.value)")
      }
      return
    }
    let isRight = found.map { same(wanted, $0.value) } ?? false
    count.all += 1
    if isRight { count.right += 1 }
    if found?.level == .sure {
      count.sure += 1
      if isRight { count.sureAndRight += 1 }
    }
    if !isRight {
      let level = found.map { $0.level.rawValue } ?? ""
      misses.append("\(field)\t\(truth.file)\t\(wanted)\t\(found?.value ?? "—")\t\(level)")
    }
  }

  // MARK: What counts as the same

  private static func number(_ text: String) -> String { Token.tokens(of: text).map(\.exact).joined(separator: "/") }

  private static func syllables(_ text: String) -> [String] { Token.tokens(of: text).map(\.exact) }

  /// Case, signs, tone placement and the usual abbreviations do not count, nor what the reader of the answers added
  /// in brackets.
  private static func sameName(_ one: String, _ other: String) -> Bool { key(one) == key(other) }

  private static func sameNames(_ one: String, _ other: String) -> Bool {
    Set(one.components(separatedBy: ";").map(key)) == Set(other.components(separatedBy: ";").map(key))
  }

  private static func key(_ text: String) -> String {
    let plain = text.replacing(inBrackets.regex, with: "")
    var tokens = syllables(plain)
    for (short, long) in [("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("tp", "thành phố")] {
      tokens = tokens.flatMap { $0 == short ? long.components(separatedBy: " ") : [$0] }
    }
    return tokens.joined(separator: " ")
  }

  /// Share of syllables in common, of the longer text; order does not count.
  static func overlap(_ one: String, _ other: String) -> Double {
    let first = syllables(one)
    let second = syllables(other)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var left = Dictionary(grouping: first, by: { $0 }).mapValues(\.count)
    var common = 0
    for syllable in second where left[syllable, default: 0] > 0 {
      left[syllable, default: 0] -= 1
      common += 1
    }
    return Double(common) / Double(max(first.count, second.count))
  }

  // MARK: The report

  /// Share right of a field over all files that have it, 0…1.
  package func share(of field: String) -> Double {
    let all = (counts[field] ?? [:]).values
    return Double(all.reduce(0) { $0 + $1.right }) / Double(max(1, all.reduce(0) { $0 + $1.all }))
  }

  /// Tables for a person to read: the shares per field and kind of file, then every miss.
  package var text: String {
    let kinds = ["scan", "digital PDF", "Công báo PDF", "Word"]
    var lines = ["| field | all | \(kinds.joined(separator: " | ")) | sure and right | suggested in vain |"]
    lines.append("|---|" + String(repeating: "---|", count: kinds.count + 3))
    for field in Self.fields {
      let byKind = counts[field] ?? [:]
      let all = byKind.values.reduce(into: Count()) { sum, count in
        sum.right += count.right
        sum.all += count.all
        sum.sure += count.sure
        sum.sureAndRight += count.sureAndRight
        sum.superfluous += count.superfluous
      }
      let cells = kinds.map { kind in byKind[kind].map { "\($0.right)/\($0.all)" } ?? "" }
      let share = all.all == 0 ? 0 : Int((Double(all.right) / Double(all.all) * 100).rounded())
      lines.append(
        "| \(field) | \(all.right)/\(all.all) = \(share) % | \(cells.joined(separator: " | ")) "
          + "| \(all.sureAndRight)/\(all.sure) | \(all.superfluous) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line a miss: field, file, right answer, what was read, how sure.
  package var missText: String { misses.sorted().joined(separator: "\n") + "\n" }
}
