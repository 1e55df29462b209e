import Foundation
import Kernel

/// The parts of an .xlsx file that tell what its first sheet says: the list of sheets, shared words, looks of days.
struct SheetPackage {
  private let package: WordPackage
  private var words: [String] = []
  /// Looks that show a number as a day.
  private var dayLooks: Set<Int> = []
  private var countsFrom1904 = false

  init(_ package: WordPackage) { self.package = package }

  mutating func rows() throws -> [ReadSheet.Row] {
    let sheet = try sheetPart()
    if let part = try package.part("xl/sharedStrings.xml") {
      try XMLPartReader.each(under: ["x:sst"], of: part, part: "sharedStrings") { words.append(Self.words(of: $0)) }
    }
    if let part = try package.part("xl/styles.xml") {
      dayLooks = Self.dayLooks(try XMLPartReader.tree(of: part, part: "styles"))
    }
    guard let bytes = try package.part(sheet) else { throw SheetFault.broken(sheet) }
    var (rows, last): ([ReadSheet.Row], Int) = ([], 0)
    try XMLPartReader.each(under: ["x:worksheet", "x:sheetData"], of: bytes, part: sheet) { element in
      guard element.name == "x:row" else { return }
      let number = element["r"].flatMap { Int($0) } ?? last + 1
      guard number > last else { throw SheetFault.broken("dòng \(number)") }
      last = number
      let cells = try cells(of: element)
      guard !cells.isEmpty else { return }
      guard rows.count < ReadSheet.rowsMax else {
        throw SheetFault.tooMuch("trang tính có hơn \(ReadSheet.rowsMax) dòng")
      }
      rows.append(.init(number: number, cells: cells))
    }
    return rows
  }

  /// The first sheet that is not hidden.
  private mutating func sheetPart() throws -> String {
    guard let bytes = try package.part("xl/workbook.xml"),
      let links = try package.part("xl/_rels/workbook.xml.rels")
    else { throw SheetFault.broken("workbook") }
    let book = try XMLPartReader.tree(of: bytes, part: "workbook")
    countsFrom1904 = ["1", "true"].contains(book.first("x:workbookPr")?["date1904"] ?? "")
    let sheets = book.first("x:sheets")?.elements.filter { ($0["state"] ?? "visible") == "visible" } ?? []
    guard let link = sheets.first?["r:id"] else { throw SheetFault.empty }
    let tree = try XMLPartReader.tree(of: links, part: "workbook.rels")
    guard let target = tree.elements.first(where: { $0["Id"] == link })?["Target"] else {
      throw SheetFault.broken("workbook.rels")
    }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
  }

  private func cells(of row: XMLTree) throws -> [Int: ReadSheet.Value] {
    var (cells, next): ([Int: ReadSheet.Value], Int) = ([:], 0)
    for cell in row.elements where cell.name == "x:c" {
      let column = cell["r"].flatMap(ReadSheet.column(ofAddress:)) ?? next
      next = column + 1
      guard let value = try value(of: cell) else { continue }
      guard column < ReadSheet.columnsMax else {
        throw SheetFault.tooMuch("trang tính có hơn \(ReadSheet.columnsMax) cột")
      }
      cells[column] = value
    }
    return cells
  }

  private func value(of cell: XMLTree) throws -> ReadSheet.Value? {
    let written = cell.first("x:v")?.text
    let type = cell["t"] ?? "n"
    if type == "inlineStr" { return Self.text(cell.first("x:is").map(Self.words) ?? "") }
    guard let written else { return cell.first("x:f") == nil ? nil : .formulaWithoutValue }
    switch type {
    case "s":
      guard let index = Int(written), words.indices.contains(index) else { throw SheetFault.broken("sharedStrings") }
      return Self.text(words[index])
    case "str": return Self.text(written)
    case "b": return .truth(written == "1")
    case "e": return .error(written)
    case "d": return Day(isoText: String(written.prefix(10))).map(ReadSheet.Value.day) ?? Self.text(written)
    default:
      if written.isEmpty { return cell.first("x:f") == nil ? nil : .formulaWithoutValue }
      guard let number = Double(written), number.isFinite else { throw SheetFault.broken("ô \(cell["r"] ?? "")") }
      guard let look = cell["s"].flatMap({ Int($0) }), dayLooks.contains(look), let day = day(number) else {
        return .number(number)
      }
      return .day(day)
    }
  }

  private static func text(_ text: String) -> ReadSheet.Value? {
    text.contains { !$0.isWhitespace } ? .text(text) : nil
  }

  /// Excel counts days from 1900 and takes that year for a leap year, or from 1904.
  private func day(_ number: Double) -> Day? {
    let serial = number.rounded(.down) + (countsFrom1904 ? 1462 : 0)
    guard (61...110_000).contains(serial) else { return nil }
    return Day(number: Int(serial) - 25_569)
  }

  /// Of a shared text: its runs without the readings above them.
  private static func words(of element: XMLTree) -> String {
    var text = ""
    for part in element.elements {
      switch part.name {
      case "x:t": text += part.text
      case "x:r": text += part.first("x:t")?.text ?? ""
      default: break
      }
    }
    return text
  }

  /// Positions among the looks of cells that show days.
  private static func dayLooks(_ styles: XMLTree) -> Set<Int> {
    var patterns: [Int: String] = [:]
    for format in styles.first("x:numFmts")?.elements ?? [] {
      if let id = format["numFmtId"].flatMap({ Int($0) }) { patterns[id] = format["formatCode"] }
    }
    var looks: Set<Int> = []
    for (index, look) in (styles.first("x:cellXfs")?.elements ?? []).enumerated() {
      guard let id = look["numFmtId"].flatMap({ Int($0) }) else { continue }
      if let pattern = patterns[id] {
        if isDay(pattern) { looks.insert(index) }
      } else if (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id) {
        looks.insert(index)
      }
    }
    return looks
  }

  /// A pattern with a day or a year in it, outside quotes and brackets.
  private static func isDay(_ pattern: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for letter in pattern.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch letter {
      case "\\": isEscaped = true
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "d", "y": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
