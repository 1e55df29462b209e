import CExpat

/// Reads an XML part with expat, element by element: a DOCTYPE is refused, depth and number of elements are bounded, and
/// what was handed out is dropped, so that a long document never stands in memory as a whole.
final class XMLPartReader {
  /// How names come out.
  enum Names {
    /// By their namespace: `w:p` whatever prefix the file chose, and Strict OOXML as the usual kind.
    case canonical
    /// As they are written, for a part that is written again.
    case written
  }

  static let depthMax = 200
  static let elementsMax = 4_000_000

  private let part: String
  private let names: Names
  private let parser: XML_Parser
  private var known: [String: String] = [:]
  private var open: [XMLTree] = []
  private var elementCount = 0
  private var fault: (any Error)?
  private var handOver: (Int, [String])?
  private var take: (XMLTree) throws -> Void = { _ in }
  private var root: XMLTree?

  private init(part: String, names: Names) throws {
    self.part = part
    self.names = names
    guard let parser = names == .canonical ? XML_ParserCreateNS(nil, 0x7C) : XML_ParserCreate(nil) else {
      throw WordFault.broken(part)
    }
    self.parser = parser
  }

  deinit { XML_ParserFree(parser) }

  /// The whole part as one tree.
  static func tree(of bytes: [UInt8], part: String, names: Names = .canonical) throws -> XMLTree {
    let reader = try XMLPartReader(part: part, names: names)
    try reader.parse(bytes)
    guard let root = reader.root else { throw WordFault.broken(part) }
    return root
  }

  /// Hands out each element that stands right under this path of names, in order.
  static func each(
    under path: [String], of bytes: [UInt8], part: String, take: (XMLTree) throws -> Void
  ) throws {
    try withoutActuallyEscaping(take) { take in
      let reader = try XMLPartReader(part: part, names: .canonical)
      reader.handOver = (path.count, path)
      reader.take = take
      defer { reader.take = { _ in } }
      try reader.parse(bytes)
    }
  }

  private func parse(_ bytes: [UInt8]) throws {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { reader(of: $0)?.start($1, $2) }, { data, _ in reader(of: data)?.end() })
    XML_SetCharacterDataHandler(parser) { reader(of: $0)?.characters($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      reader(of: data).map { $0.stop(WordFault.tooMuch("có khai báo DOCTYPE trong \($0.part)")) }
    }
    let status = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, Int32($0.count), 1) }
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw WordFault.broken(part) }
  }

  private func start(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
    guard fault == nil, let name else { return }
    elementCount += 1
    guard open.count < Self.depthMax else { return stop(WordFault.tooMuch("XML lồng sâu quá \(Self.depthMax) tầng")) }
    guard elementCount <= Self.elementsMax else { return stop(WordFault.tooMuch("có quá nhiều thành phần XML")) }
    var element = XMLTree(name: canonical(name))
    var index = 0
    while let attributes, let key = attributes[index], let value = attributes[index + 1] {
      element.attributes.append(.init(name: canonical(key), value: String(cString: value)))
      index += 2
    }
    open.append(element)
  }

  private func end() {
    guard fault == nil, let element = open.popLast() else { return }
    if let (depth, path) = handOver, open.count == depth, open.map(\.name) == path {
      do { try take(element) } catch { stop(error) }
    } else if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func characters(_ characters: UnsafePointer<XML_Char>?, _ count: Int32) {
    guard fault == nil, !open.isEmpty, let characters else { return }
    let piece = characters.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      String(decoding: UnsafeBufferPointer(start: $0, count: Int(count)), as: UTF8.self)
    }
    let last = open.count - 1
    if case .text(let text) = open[last].children.last {
      open[last].children[open[last].children.count - 1] = .text(text + piece)
    } else {
      open[last].children.append(.text(piece))
    }
  }

  private func stop(_ error: any Error) {
    fault = error
    XML_StopParser(parser, 0)
  }

  /// `uri|local` made a name that the reading code knows.
  private func canonical(_ name: UnsafePointer<XML_Char>) -> String {
    let written = String(cString: name)
    guard names == .canonical, let bar = written.lastIndex(of: "|") else { return written }
    if let found = known[written] { return found }
    let local = written[written.index(after: bar)...]
    let uri = String(written[..<bar])
    let result = Self.prefixes[uri].map { $0.isEmpty ? String(local) : "\($0):\(local)" } ?? "?:\(local)"
    known[written] = result
    return result
  }

  private static let prefixes = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://www.w3.org/XML/1998/namespace": "xml",
  ]
}

private func reader(of data: UnsafeMutableRawPointer?) -> XMLPartReader? {
  data.map { Unmanaged<XMLPartReader>.fromOpaque($0).takeUnretainedValue() }
}
