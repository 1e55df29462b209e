import Foundation

/// The plain text of an e-mail (RFC 2045 to 2047), read under bounds. What is written as HTML is not read, and neither are
/// attachments: both come from strangers.
package enum MailText {
  /// Of a stored mail so much is looked at: text stands before attachments.
  private static let bytesMax = 4 << 20
  private static let depthMax = 4
  private static let partsMax = 40

  /// Empty when nothing is written as plain text.
  package static func read(_ file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    return text(of: [UInt8](try handle.read(upToCount: bytesMax) ?? Data()))
  }

  static func text(of mail: [UInt8]) -> String {
    var (pieces, left) = ([String](), partsMax)
    collect(mail[...], depth: 0, &pieces, &left)
    return pieces.joined(separator: "\n\n").precomposedStringWithCanonicalMapping
  }

  /// Takes the text of one part, or of the parts in it.
  private static func collect(_ part: ArraySlice<UInt8>, depth: Int, _ pieces: inout [String], _ left: inout Int) {
    guard left > 0, depth <= depthMax else { return }
    left -= 1
    let lines = part.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      $0.last == 0x0D ? $0.dropLast() : $0
    }
    guard let blank = lines.firstIndex(where: \.isEmpty) else { return }
    let fields = MailHead.fields(Array(lines[..<blank].joined(separator: [0x0A]))) ?? [:]
    let type = fields["content-type"] ?? "text/plain"
    let body = lines[(blank + 1)...]
    if type.lowercased().hasPrefix("multipart/") {
      guard let boundary = parameter("boundary", of: type) else { return }
      let mark = Array("--\(boundary)".utf8)
      // What stands before the first mark is no part.
      for inner in body.split(omittingEmptySubsequences: false, whereSeparator: { $0.starts(with: mark) }).dropFirst() {
        collect(ArraySlice(inner.joined(separator: [0x0A])), depth: depth + 1, &pieces, &left)
      }
      return
    }
    let isAttached = fields["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
    guard type.lowercased().hasPrefix("text/plain"), !isAttached else { return }
    let decoded = decode(body, fields["content-transfer-encoding"]?.lowercased() ?? "")
    let charset = parameter("charset", of: type)?.lowercased() ?? "utf-8"
    let text = EncodedWords.string(decoded, charset: charset) ?? String(decoding: decoded, as: UTF8.self)
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if !trimmed.isEmpty { pieces.append(trimmed) }
  }

  private static func parameter(_ name: String, of value: String) -> String? {
    for piece in value.split(separator: ";").dropFirst() {
      let sides = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if sides.count == 2, sides[0].lowercased() == name {
        return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      }
    }
    return nil
  }

  private static func decode(_ lines: ArraySlice<ArraySlice<UInt8>>, _ encoding: String) -> Data {
    switch encoding {
    case "base64": Data(base64Encoded: Data(lines.joined()), options: .ignoreUnknownCharacters) ?? Data()
    case "quoted-printable": quoted(lines)
    default: Data(lines.joined(separator: [0x0A]))
    }
  }

  private static func quoted(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Data {
    var bytes = Data()
    for line in lines {
      var rest = line
      var isBroken = false
      while let first = rest.popFirst() {
        guard first == 0x3D else {
          bytes.append(first)
          continue
        }
        // At the end of a line it only says that the line goes on.
        if rest.isEmpty { isBroken = true }
        if let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
          bytes.append(byte)
          rest = rest.dropFirst(2)
        }
      }
      if !isBroken { bytes.append(0x0A) }
    }
    return bytes
  }
}
