extension HTML {
  /// ` name="value"`, escaped, or nothing when there is no value.
  package static func attribute(_ name: StaticString, _ value: String?) -> HTML {
    guard let value else { return .empty }
    return " \(HTML(stringLiteral: name))=\"\(value)\""
  }

  /// A bare attribute such as ` hidden`, when `on`.
  package static func flag(_ name: StaticString, _ on: Bool) -> HTML {
    on ? " \(HTML(stringLiteral: name))" : .empty
  }

  /// The markup when `condition` holds, else nothing.
  package static func when(_ condition: Bool, _ html: @autoclosure () -> HTML) -> HTML {
    condition ? html() : .empty
  }
}
