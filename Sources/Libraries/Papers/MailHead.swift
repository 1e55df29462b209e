import Foundation
import Kernel

/// What the head of an e-mail (RFC 5322) says: who wrote it, about what, when.
package struct MailHead: Sendable, Equatable {
  /// «Sở Tài nguyên <tn@binhha.example>», decoded.
  package var from: String
  package var to: String
  package var subject: String
  /// The day it was sent, in Vietnamese time; nil when its date cannot be read.
  package var sentOn: Day?

  /// Reads the first bytes of a file; nil for what does not begin as an e-mail does.
  package init?(_ head: [UInt8]) {
    guard let fields = Self.fields(head), let from = fields["from"],
      ["date", "message-id", "received", "mime-version"].contains(where: { fields[$0] != nil })
    else { return nil }
    self.from = EncodedWords.decoded(from)
    to = EncodedWords.decoded(fields["to"] ?? "")
    subject = EncodedWords.decoded(fields["subject"] ?? "").normalizedLine
    sentOn = fields["date"].flatMap(Self.day)
  }

  /// The head of a stored e-mail.
  package static func read(_ file: URL) throws -> MailHead? {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    return MailHead(try ByteSource(handle).bytes(at: 0, count: 65_536))
  }

  /// Names in small letters, unfolded values, the first of each; nil when a line before the empty one is no field.
  static func fields(_ head: [UInt8]) -> [String: String]? {
    var found: [String: String] = [:]
    var name = ""
    for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        guard !name.isEmpty else { return nil }
        found[name]? += " " + String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return found.isEmpty ? nil : found }
      name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[line.index(after: colon)...], as: UTF8.self)
      if found[name] == nil { found[name] = value.trimmingCharacters(in: .whitespaces) } else { name = "-" }
    }
    return found
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// «Tue, 24 Nov 2026 19:12:33 +0000» is the 25th in Viet Nam.
  private static func day(_ text: String) -> Day? {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard let at = words.firstIndex(where: { Int($0) != nil }), words.count > at + 3, let day = Int(words[at]),
      let month = months.firstIndex(of: words[at + 1].lowercased()), let year = Int(words[at + 2])
    else { return nil }
    let clock = words[at + 3].split(separator: ":").compactMap { Int($0) }
    guard clock.count >= 2, let sent = Day(year: year, month: month + 1, day: day) else { return nil }
    let minutes = clock[0] * 60 + clock[1] - offset(words.count > at + 4 ? words[at + 4] : "+0000") + 7 * 60
    return sent + Int((Double(minutes) / 1440).rounded(.down))
  }

  /// Minutes east of Greenwich.
  private static func offset(_ zone: String) -> Int {
    guard let sign = zone.first, sign == "+" || sign == "-", let number = Int(zone.dropFirst()), zone.count == 5 else {
      return 0
    }
    return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
  }
}

/// Words of a mail's head in letters beyond ASCII (RFC 2047).
enum EncodedWords {
  /// What cannot be decoded stays as it is.
  static func decoded(_ text: String) -> String {
    var answer = ""
    var rest = Substring(text)
    while let match = rest.firstMatch(of: /=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/) {
      let before = rest[..<match.range.lowerBound]
      // Blanks between two encoded words belong to neither.
      if answer.isEmpty || !before.allSatisfy(\.isWhitespace) { answer += before }
      let bytes = match.2.lowercased() == "b" ? Data(base64Encoded: String(match.3)) : quoted(match.3)
      answer += bytes.flatMap { string($0, charset: match.1.lowercased()) } ?? String(match.0)
      rest = rest[match.range.upperBound...]
    }
    return answer + rest
  }

  private static func quoted(_ text: Substring) -> Data? {
    var bytes = Data()
    var rest = text.utf8[...]
    while let first = rest.popFirst() {
      switch first {
      case 0x5F: bytes.append(0x20)
      case 0x3D:
        guard rest.count >= 2, let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      default: bytes.append(first)
      }
    }
    return bytes
  }

  static func string(_ bytes: Data, charset: String) -> String? {
    switch charset {
    case "utf-8", "us-ascii": String(data: bytes, encoding: .utf8)
    case "iso-8859-1", "windows-1252": String(data: bytes, encoding: .windowsCP1252)
    default: nil
    }
  }
}
