import Kernel

/// A value as it is stored: the column types common to both engines.
package enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case double(Double)
  case text(String)
}

/// What can be bound in a statement.
package protocol SQLBindable: Sendable {
  var sqlValue: SQLValue { get }
}

/// As it is: for what copies rows without knowing what they mean.
extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }

  package init?(sqlValue: SQLValue) { self = sqlValue }
}

/// What can be read from a column.
package protocol SQLDecodable {
  /// Nil when the stored value is of another kind.
  init?(sqlValue: SQLValue)
}

/// A value that goes into a statement and comes back out of a row.
package typealias SQLConvertible = SQLBindable & SQLDecodable

extension Int64: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = number
  }
}

extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(self)) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = Int(number)
  }
}

/// Booleans are stored as 0 and 1.
extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = number != 0
  }
}

extension Double: SQLConvertible {
  package var sqlValue: SQLValue { .double(self) }

  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .double(let number): self = number
    case .integer(let number): self = Double(number)
    case .null, .text: return nil
    }
  }
}

extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self = text
  }
}

extension Instant: SQLConvertible {
  package var sqlValue: SQLValue { .integer(milliseconds) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(milliseconds: number)
  }
}

extension Day: SQLConvertible {
  package var sqlValue: SQLValue { .text(isoText) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.init(isoText: text)
  }
}

extension Identifier: SQLConvertible {
  package var sqlValue: SQLValue { .integer(number) }

  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(number)
  }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// Enumerations with a text code bind and decode by that code: declare `extension State: SQLConvertible {}`.
extension RawRepresentable where RawValue == String, Self: Sendable {
  package var sqlValue: SQLValue { .text(rawValue) }

  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self.init(rawValue: text)
  }
}
