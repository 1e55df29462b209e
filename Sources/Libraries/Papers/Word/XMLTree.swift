/// An element of an XML part with what stands in it.
package struct XMLTree: Equatable, Sendable {
  package enum Child: Equatable, Sendable {
    case element(XMLTree)
    case text(String)
  }

  package struct Attribute: Equatable, Sendable {
    package var name: String
    package var value: String
  }

  package var name: String
  package var attributes: [Attribute] = []
  package var children: [Child] = []

  package subscript(_ attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  package var elements: [XMLTree] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  package func first(_ name: String) -> XMLTree? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The text that stands directly in it.
  package var text: String {
    var text = ""
    for case .text(let piece) in children { text += piece }
    return text
  }

  /// True when an element of this name stands somewhere in it.
  func holds(_ name: String) -> Bool { elements.contains { $0.name == name || $0.holds(name) } }

  /// Itself and everything in it, in document order.
  package func walk(_ visit: (XMLTree) throws -> Void) rethrows {
    try visit(self)
    for case .element(let element) in children { try element.walk(visit) }
  }
}

extension XMLTree {
  /// As it is written.
  func write(into text: inout String) {
    text += "<\(name)"
    for attribute in attributes { text += " \(attribute.name)=\"\(attribute.value.xmlEscaped)\"" }
    guard !children.isEmpty else {
      text += "/>"
      return
    }
    text += ">"
    for child in children {
      switch child {
      case .text(let piece): text += piece.xmlEscaped
      case .element(let element): element.write(into: &text)
      }
    }
    text += "</\(name)>"
  }
}

extension String {
  /// Safe in an element and in a quoted attribute, without what XML forbids.
  var xmlEscaped: String {
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\r", "\t": text += "&#\(scalar.value);"
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE
        if !isForbidden { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }
}
