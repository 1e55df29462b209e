import Foundation

/// Reads a .docx into a `WordDocument`.
struct WordDocumentReader {
  private let package: WordPackage
  private var blocks: WordBlockReader
  private var relations: [String: (type: String, target: String, isOutside: Bool)] = [:]
  private let mainPart: String

  static func read(_ file: URL) throws -> WordDocument {
    var reader = try WordDocumentReader(file)
    return try reader.document()
  }

  private init(_ file: URL) throws {
    let package = try WordPackage(file)
    self.package = package
    mainPart = try Self.mainPart(of: package)
    func tree(_ name: String) throws -> XMLTree? {
      try package.part("word/\(name)").map { try XMLPartReader.tree(of: $0, part: name) }
    }
    let theme = try package.names.filter { $0.hasPrefix("word/theme/theme") && $0.hasSuffix(".xml") }.min()
      .flatMap { name in try package.part(name).map { try XMLPartReader.tree(of: $0, part: name) } }
    blocks = WordBlockReader(
      styles: WordStyles(styles: try tree("styles.xml"), theme: WordStyles.theme(theme)),
      numbering: WordNumbering(try tree("numbering.xml")))
    for (id, relation) in try Self.relations(of: mainPart, in: package) { relations[id] = relation }
  }

  private mutating func document() throws -> WordDocument {
    guard let bytes = try package.part(mainPart) else { throw WordFault.broken(mainPart) }
    var found: [WordBlock] = []
    var layouts: [(XMLTree, Int)] = []
    try XMLPartReader.each(under: ["w:document", "w:body"], of: bytes, part: mainPart) { element in
      if element.name == "w:sectPr" {
        layouts.append((element, found.count))
      } else {
        found += try blocks.blocks(element)
        if let layout = element.first("w:pPr")?.first("w:sectPr") { layouts.append((layout, found.count)) }
      }
    }
    var sections: [WordSection] = []
    for (layout, end) in layouts { sections.append(try section(layout, end: end, after: sections.last)) }
    guard !blocks.startsPrograms else { throw WordFault.startsPrograms }
    return WordDocument(sections: sections, blocks: found, carried: try carried())
  }

  /// A section that names no head or foot goes on with those of the one before.
  private mutating func section(_ element: XMLTree, end: Int, after previous: WordSection?) throws -> WordSection {
    let size = element.first("w:pgSz")
    let margins = element.first("w:pgMar")
    func length(_ tree: XMLTree?, _ name: String, _ usual: Double) -> Double {
      WordMeasure.millimetres(tree?[name]).map(abs) ?? usual
    }
    var edges = previous?.edges ?? []
    for reference in element.elements where reference.name.hasSuffix("erReference") {
      guard let relation = reference["r:id"].flatMap({ relations[$0] }),
        let pages = WordSection.Edge.Pages(rawValue: reference["w:type"] ?? "default"),
        let bytes = try package.part(Self.path(relation.target))
      else { continue }
      let isHeader = reference.name == "w:headerReference"
      let tree = try XMLPartReader.tree(of: bytes, part: relation.target)
      let content = try blocks.blocks(in: tree)
      edges.removeAll { $0.isHeader == isHeader && $0.pages == pages }
      edges.append(.init(isHeader: isHeader, pages: pages, paragraphs: content.flatMap(\.paragraphs)))
    }
    return WordSection(
      pageWidth: length(size, "w:w", 215.9), pageHeight: length(size, "w:h", 279.4),
      margins: .init(
        top: length(margins, "w:top", 25.4), bottom: length(margins, "w:bottom", 25.4),
        left: length(margins, "w:left", 25.4) + length(margins, "w:gutter", 0),
        right: length(margins, "w:right", 25.4)),
      firstPageDiffers: element.first("w:titlePg")?.isOn ?? false, edges: edges, blockEnd: end)
  }

  private func carried() throws -> Set<WordDocument.Carried> {
    var carried = blocks.carried
    if package.names.contains(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) { carried.insert(.macros) }
    if package.names.contains(where: { $0.hasPrefix("word/embeddings/") || $0.hasPrefix("word/activeX/") }) {
      carried.insert(.embeddedObjects)
    }
    // A link is followed when somebody presses it; these are fetched when the file is opened.
    let harmless = ["hyperlink"]
    for name in package.names where name.hasSuffix(".rels") && name.hasPrefix("word/") {
      let tree = try package.part(name).map { try XMLPartReader.tree(of: $0, part: name) }
      for relation in tree?.elements ?? [] where relation["TargetMode"] == "External" {
        let type = relation["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        if !harmless.contains(type) { carried.insert(.outsideContent) }
      }
    }
    return carried
  }

  private static func mainPart(of package: WordPackage) throws -> String {
    let root = try package.part("_rels/.rels").map { try XMLPartReader.tree(of: $0, part: "_rels/.rels") }
    let target = root?.elements.first { $0["Type"]?.hasSuffix("/officeDocument") ?? false }?["Target"]
    let name = target.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 } ?? "word/document.xml"
    guard package.names.contains(name) else { throw WordFault.broken("thiếu phần nội dung") }
    return name
  }

  private static func relations(
    of part: String, in package: WordPackage
  ) throws -> [String: (type: String, target: String, isOutside: Bool)] {
    let pieces = part.split(separator: "/").map(String.init)
    let name = (pieces.dropLast() + ["_rels", (pieces.last ?? "") + ".rels"]).joined(separator: "/")
    let tree = try package.part(name).map { try XMLPartReader.tree(of: $0, part: name) }
    var relations: [String: (type: String, target: String, isOutside: Bool)] = [:]
    for relation in tree?.elements ?? [] {
      guard let id = relation["Id"] else { continue }
      relations[id] = (relation["Type"] ?? "", relation["Target"] ?? "", relation["TargetMode"] == "External")
    }
    return relations
  }

  private static func path(_ target: String) -> String {
    target.hasPrefix("/") ? String(target.dropFirst()) : "word/\(target)"
  }
}

extension WordBlock {
  /// Its paragraphs in reading order.
  package var paragraphs: [WordParagraph] {
    switch self {
    case .paragraph(let paragraph): [paragraph]
    case .table(let table): table.rows.flatMap { $0.flatMap { $0.flatMap(\.paragraphs) } }
    }
  }
}
