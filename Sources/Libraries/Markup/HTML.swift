/// Finished markup: UTF-8 bytes that need no more escaping.
///
/// Written as a literal; whatever is interpolated is escaped unless it is `HTML` itself:
/// `"<h1>\(title)</h1>" as HTML`. Only `HTML` passes as it is.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }

  /// A literal stands as it is.
  package init(stringLiteral value: StaticString) {
    bytes = value.withUTF8Buffer { Array($0) }
  }

  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  /// Escapes text.
  package init(text: String) {
    bytes = []
    bytes.appendEscaped(text)
  }

  package static let empty = HTML()

  package var isEmpty: Bool { bytes.isEmpty }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package static func += (html: inout HTML, other: HTML) { html.bytes.append(contentsOf: other.bytes) }

  package static func + (one: HTML, other: HTML) -> HTML {
    var sum = one
    sum += other
    return sum
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8]

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes = []
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

    package mutating func appendInterpolation(_ html: HTML?) {
      if let html { bytes.append(contentsOf: html.bytes) }
    }

    package mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { bytes.append(contentsOf: part.bytes) }
    }

    package mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }

    package mutating func appendInterpolation(_ text: Substring) { bytes.appendEscaped(text) }

    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      bytes.append(contentsOf: String(number).utf8)
    }

    /// Any other value by its description, escaped.
    @_disfavoredOverload
    package mutating func appendInterpolation<Value: LosslessStringConvertible>(_ value: Value) {
      bytes.appendEscaped(value.description)
    }
  }
}

extension [HTML] {
  /// The parts one after the other, with `separator` between.
  package func joined(separator: HTML = .empty) -> HTML {
    var html = HTML()
    for (index, part) in enumerated() {
      if index > 0 { html += separator }
      html += part
    }
    return html
  }
}

extension [UInt8] {
  /// Appends text, safe in element content and in quoted attributes.
  fileprivate mutating func appendEscaped<Text: StringProtocol>(_ text: Text) {
    guard text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil else { return }
    Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
  }

  /// Copies whole runs: few bytes need an escape.
  private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in bytes.indices where Self.needsEscape(bytes[place]) {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
      Self.escape(of: bytes[place]).withUTF8Buffer { append(contentsOf: $0) }
      start = place + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// A bit for each of the five, all below 64: looked at for every byte of every page.
  private static func needsEscape(_ byte: UInt8) -> Bool {
    let escaped: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
    return byte < 64 && escaped >> UInt64(byte) & 1 == 1
  }

  private static func escape(of byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
