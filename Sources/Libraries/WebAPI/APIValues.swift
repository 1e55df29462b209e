import Kernel

/// Checked members of a request's body, or parameters of its address. Texts are NFC.
package struct APIValues: Sendable {
  private let members: [String: JSONValue]

  init(_ members: [JSONValue.Member] = []) {
    self.members = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether it was sent, null or not.
  package func has(_ name: String) -> Bool { members[name] != nil }

  /// One line; empty when it was not sent or null.
  package func text(_ name: String) -> String {
    guard case .text(let text) = members[name] else { return "" }
    return text.normalizedLine
  }

  package func integer(_ name: String) -> Int? {
    guard case .integer(let number) = members[name] else { return nil }
    return Int(number)
  }

  package func flag(_ name: String) -> Bool { members[name] == .flag(true) }

  package func day(_ name: String) -> Day? {
    guard case .text(let text) = members[name] else { return nil }
    return Day(isoText: text)
  }

  package func key<Subject>(_ name: String) -> Identifier<Subject>? {
    integer(name).map { Identifier<Subject>(Int64($0)) }
  }

  /// Texts of a list.
  package func texts(_ name: String) -> [String] {
    guard case .list(let values) = members[name] else { return [] }
    return values.compactMap { value in
      guard case .text(let text) = value else { return nil }
      return text.normalizedLine
    }
  }

  /// Keys of a list.
  package func keys<Subject>(_ name: String, of type: Identifier<Subject>.Type = Identifier<Subject>.self)
    -> [Identifier<Subject>]
  {
    guard case .list(let values) = members[name] else { return [] }
    return values.compactMap { value in
      guard case .integer(let number) = value else { return nil }
      return Identifier<Subject>(number)
    }
  }

  /// An object inside; nil for none, or null.
  package func object(_ name: String) -> APIValues? {
    guard case .object(let members) = members[name] else { return nil }
    return APIValues(members)
  }

  /// Objects of a list.
  package func objects(_ name: String) -> [APIValues] {
    guard case .list(let values) = members[name] else { return [] }
    return values.compactMap { value in
      guard case .object(let members) = value else { return nil }
      return APIValues(members)
    }
  }

  /// What was sent, else `current`.
  package func text(_ name: String, else current: String) -> String { has(name) ? text(name) : current }

  /// What was sent, else `current`.
  package func integer(_ name: String, else current: Int) -> Int { integer(name) ?? current }

  /// The day that was sent, or none when null was; else `current`.
  package func day(_ name: String, else current: Day?) -> Day? { has(name) ? day(name) : current }

  /// The number that was sent, or none when null was; else `current`.
  package func integer(_ name: String, orNone current: Int?) -> Int? { has(name) ? integer(name) : current }
}
