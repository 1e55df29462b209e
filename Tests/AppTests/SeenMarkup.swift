/// Markup as a strict reader sees it: its tags in order, and everything that is wrong with it.
struct SeenMarkup {
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
    /// Positions in `tags` of the elements around it, outermost first.
    var around: [Int]
    var text = ""

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var tags: [Tag] = []
  private(set) var faults: [String] = []

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  /// What ends a `<p>` in every browser, whatever the author meant.
  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "dl", "form", "table", "section", "article", "fieldset", "details", "dialog", "h1", "h2",
    "h3", "h4", "header", "footer", "nav", "main", "aside", "figure", "blockquote", "hr", "pre",
  ]
  private static let neverInside: [String: Set<String>] = [
    "p": blocks, "form": ["form"], "a": ["a", "button", "input", "select"], "button": ["a", "button", "input"],
    "label": ["label"],
  ]

  private var open: [Int] = []
  private var bytes: [UInt8]
  private var at = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
    while at < bytes.count { bytes[at] == UInt8(ascii: "<") ? readTag() : readText() }
    for index in open { faults.append("<\(tags[index].name)> is never closed") }
  }

  /// The tags inside the one at `index`.
  func inside(_ index: Int) -> [Int] { tags.indices.filter { tags[$0].around.contains(index) } }

  private mutating func readText() {
    let text = take { $0 != UInt8(ascii: "<") }
    checkReferences(text)
    let plain = Self.plain(text)
    for index in open { tags[index].text += plain }
  }

  private mutating func readTag() {
    at += 1
    if starts(with: "!") {
      let word = take { $0 != UInt8(ascii: ">") }
      at += 1
      if word.lowercased() != "!doctype html" { faults.append("<\(word)>") }
    } else if starts(with: "/") {
      at += 1
      close(take { $0 != UInt8(ascii: ">") })
      at += 1
    } else {
      openTag(take(Self.isNameByte))
    }
  }

  private mutating func close(_ name: String) {
    guard let last = open.last, tags[last].name == name else {
      faults.append("</\(name)> closes <\(open.last.map { tags[$0].name } ?? "nothing")>")
      if let found = open.lastIndex(where: { tags[$0].name == name }) { open.removeSubrange(found...) }
      return
    }
    open.removeLast()
  }

  private mutating func openTag(_ name: String) {
    if name.isEmpty { return faults.append("a bare «<» in text") }
    var attributes: [(name: String, value: String)] = []
    var isClosed = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      _ = take { Self.isSpace($0) }
      if starts(with: "/") {
        isClosed = true
        at += 1
      } else if let attribute = readAttribute(of: name) {
        if attributes.contains(where: { $0.name == attribute.name }) {
          faults.append("<\(name)> has \(attribute.name) twice")
        }
        attributes.append(attribute)
      }
    }
    at += 1
    checkPlace(of: name)
    tags.append(Tag(name: name, attributes: attributes, around: open))
    if !isClosed, !Self.void.contains(name) { open.append(tags.count - 1) }
  }

  private mutating func readAttribute(of tag: String) -> (name: String, value: String)? {
    let name = take(Self.isNameByte)
    guard !name.isEmpty else {
      if at < bytes.count, bytes[at] != UInt8(ascii: ">") {
        faults.append("<\(tag)> has a stray «\(Character(Unicode.Scalar(bytes[at])))»")
        at += 1
      }
      return nil
    }
    guard starts(with: "=") else { return (name, "") }
    at += 1
    guard starts(with: "\"") else {
      faults.append("<\(tag)>: \(name) is not quoted")
      return (name, take { !Self.isSpace($0) && $0 != UInt8(ascii: ">") })
    }
    at += 1
    let value = take { $0 != UInt8(ascii: "\"") }
    at += 1
    checkReferences(value)
    return (name, Self.plain(value))
  }

  private mutating func checkPlace(of name: String) {
    for index in open where Self.neverInside[tags[index].name]?.contains(name) == true {
      faults.append("<\(name)> inside <\(tags[index].name)>")
    }
  }

  /// By hand: a regular expression is read anew each time it is asked, and took half of the time of these tests.
  private mutating func checkReferences(_ text: String) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ";"), Self.character(part[..<end]) != nil else {
        return faults.append("a bare «&» in «\(text.prefix(60))»")
      }
    }
  }

  private func starts(with sign: Unicode.Scalar) -> Bool { at < bytes.count && bytes[at] == UInt8(ascii: sign) }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, belongs(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x3A || byte == 0x5F
  }

  private static func plain(_ text: String) -> String {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text }
    var plain = String(parts[0])
    for part in parts.dropFirst() {
      if let end = part.firstIndex(of: ";"), let character = character(part[..<end]) {
        plain.append(character)
        plain += part[part.index(after: end)...]
      } else {
        plain += "&" + part
      }
    }
    return plain
  }

  /// What stands between «&» and «;»; nil for what is no reference that is used here.
  private static func character(_ name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map(Character.init)
    }
  }
}
