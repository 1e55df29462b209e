import VietnameseText

/// The metadata text of a document, so that its number and symbol are found as people type them.
package enum SearchMetadata {
  /// - Parameters:
  ///   - number: the number part of «số, ký hiệu» as written, `123`; may be empty.
  ///   - symbol: the symbol part, `QĐ-BTNMT`; may be empty.
  ///   - fields: everything else that finds the document: issuer, subject, signer, number in the book, …
  package static func text(number: String, symbol: String, fields: [String]) -> String {
    let pieces = Token.tokens(of: symbol).map { String(symbol[$0.range]) }
    var lines = ["số \(number)/\(symbol)"]
    if pieces.count > 1 {
      // `QĐBTNMT`, and `123/BTNMT` where people leave the type out.
      lines.append(pieces.joined())
      lines += pieces.dropFirst().map { "\(number)/\($0)" }
    }
    return (lines + fields.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }).joined(separator: "\n")
  }
}
