/// A statement or a part of one, written once for both engines. Interpolation binds; it never splices.
///
/// `"SELECT id FROM agencies WHERE parent_id = \(parent)"`; another `SQL` interpolates as a part of the statement.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// Text between the bound values: one piece more than values.
  package private(set) var pieces: [String]
  package private(set) var values: [SQLValue]

  package init(stringLiteral text: String) {
    pieces = [text]
    values = []
  }

  package init(stringInterpolation: StringInterpolation) {
    pieces = stringInterpolation.pieces
    values = stringInterpolation.values
  }

  package static func + (one: SQL, other: SQL) -> SQL { "\(one)\(other)" }

  /// A comma-separated list of bound values for `IN (…)`. Empty lists match nothing.
  package static func list(_ values: some Sequence<some SQLBindable>) -> SQL {
    let bound = values.map { $0.sqlValue }
    guard !bound.isEmpty else { return "NULL" }
    var list = SQL(stringLiteral: "")
    list.values = bound
    list.pieces = [""] + Array(repeating: ", ", count: bound.count - 1) + [""]
    return list
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [String] = [""]
    var values: [SQLValue] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount + 1)
      values.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { pieces[pieces.count - 1] += literal }

    package mutating func appendInterpolation(_ value: some SQLBindable) {
      values.append(value.sqlValue)
      pieces.append("")
    }

    package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
      values.append(value?.sqlValue ?? .null)
      pieces.append("")
    }

    package mutating func appendInterpolation(_ part: SQL) {
      pieces[pieces.count - 1] += part.pieces[0]
      pieces.append(contentsOf: part.pieces.dropFirst())
      values.append(contentsOf: part.values)
    }
  }

  /// Those of most statements, made once.
  private static let placeholders = (0..<64).map { "$\($0)" }

  /// The text with this engine's placeholders.
  func text(for engine: Engine) -> String {
    guard pieces.count > 1 else { return pieces[0] }
    var text = ""
    text.reserveCapacity(pieces.reduce(4 * pieces.count) { $0 + $1.utf8.count })
    text += pieces[0]
    for index in 1..<pieces.count {
      switch engine {
      case .sqlite: text += "?"
      case .postgres: text += index < Self.placeholders.count ? Self.placeholders[index] : "$\(index)"
      }
      text += pieces[index]
    }
    return text
  }
}

extension [SQL] {
  package func joined(separator: SQL) -> SQL {
    guard let first else { return "" }
    var sum = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: count)
    sum.appendInterpolation(first)
    for part in dropFirst() {
      sum.appendInterpolation(separator)
      sum.appendInterpolation(part)
    }
    return SQL(stringInterpolation: sum)
  }
}
