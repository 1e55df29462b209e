import Foundation

/// XML files of one's own making, and small ones of others.
extension XMLTree {
  /// An element with text in it.
  package init(_ name: String, _ attributes: [(String, String)] = [], text: String) {
    self.init(
      name: name, attributes: attributes.map { .init(name: $0.0, value: $0.1) },
      children: text.isEmpty ? [] : [.text(text)])
  }

  /// An element with elements in it.
  package init(_ name: String, _ attributes: [(String, String)] = [], _ elements: [XMLTree] = []) {
    self.init(
      name: name, attributes: attributes.map { .init(name: $0.0, value: $0.1) },
      children: elements.map { .element($0) })
  }

  /// The whole file, in UTF-8.
  package var file: Data {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(into: &text)
    return Data((text + "\n").utf8)
  }

  /// Reads a file that somebody else may have made: a DOCTYPE is refused, depth and number of elements are bounded.
  /// Names stand without their prefixes. Throws `WordFault` for what is no such file.
  package static func read(_ bytes: Data, named name: String) throws -> XMLTree {
    try XMLPartReader.tree(of: [UInt8](bytes), part: name, names: .written).withoutPrefixes
  }

  private var withoutPrefixes: XMLTree {
    func bare(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
    return XMLTree(
      name: bare(name), attributes: attributes.map { Attribute(name: bare($0.name), value: $0.value) },
      children: children.map { child in
        if case .element(let element) = child { .element(element.withoutPrefixes) } else { child }
      })
  }
}
