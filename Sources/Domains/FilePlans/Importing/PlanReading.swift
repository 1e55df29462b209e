import Kernel
import Organization
import VietnameseText

/// «II. Vụ Khoáng sản», «2.1. …».
private let numberedHeading = Pattern(/^([IVXLC]+|\d{1,2}(?:\.\d{1,2})?)[.)]\s*(\S.*)$/)
/// «Vụ Khoáng sản (KS)».
private let headingWithAbbreviation = Pattern(/^(.*\S)\s*\(([^()\s]{1,14})\)$/)

/// What a file would bring into a plan (chạy thử): headings and dossiers in their order, and what is wrong, row by row.
struct PlanReading: Sendable, Equatable {
  /// A heading of the file, new or one that the plan has.
  struct Heading: Sendable, Equatable {
    var row: Int
    var title: String
    var abbreviation: String
    var isBig: Bool
    /// Of a small one: the place of its big heading in `headings`.
    var parent: Int?
  }

  struct Line: Sendable, Equatable {
    var row: Int
    /// Place of its heading in `headings`.
    var heading: Int
    var facts: FilePlanEntry.Facts
  }

  struct Fault: Sendable, Equatable {
    var row: Int
    var message: String
  }

  var headings: [Heading] = []
  var lines: [Line] = []
  var faults: [Fault] = []

  init(_ sheet: PlanSheet, _ makers: FilePlanMakers, mayWriteFor: (UnitID) -> Bool = { _ in true }) {
    for row in sheet.lines {
      let title = sheet.value(.title, of: row)
      let retention = sheet.value(.retention, of: row)
      if title.isEmpty, row.cells.contains(where: { Self.isClosing($0) }) { break }
      if Self.isClosing(title) { break }
      if retention.isEmpty, let heading = Self.heading(title.isEmpty ? row.cells.first { !$0.isEmpty } ?? "" : title) {
        add(heading, row.number)
        continue
      }
      read(row, title, retention, sheet, makers, mayWriteFor)
    }
    fillAbbreviations(sheet)
    if lines.isEmpty, faults.isEmpty {
      faults.append(Fault(row: sheet.headRow, message: "Dưới dòng tiêu đề không có hồ sơ nào."))
    }
  }

  private mutating func add(_ heading: (title: String, abbreviation: String, isBig: Bool), _ row: Int) {
    let parent = heading.isBig ? nil : headings.lastIndex { $0.isBig }
    if !heading.isBig, parent == nil {
      faults.append(Fault(row: row, message: "Đề mục nhỏ «\(heading.title)» đứng trước đề mục lớn nào cả."))
      return
    }
    headings.append(
      Heading(
        row: row, title: heading.title, abbreviation: heading.abbreviation, isBig: heading.isBig, parent: parent))
  }

  private mutating func read(
    _ row: PlanSheet.Row, _ title: String, _ retention: String, _ sheet: PlanSheet, _ makers: FilePlanMakers,
    _ mayWriteFor: (UnitID) -> Bool
  ) {
    var wrong: [String] = []
    if title.isEmpty { wrong.append("thiếu tiêu đề hồ sơ") }
    if title.count > FilePlanEntry.titleLengthMax {
      wrong.append("tiêu đề dài quá \(FilePlanEntry.titleLengthMax) ký tự")
    }
    let term = RetentionPeriod(typed: retention)
    if term == nil {
      wrong.append(retention.isEmpty ? "thiếu thời hạn bảo quản" : "không hiểu thời hạn «\(retention.prefix(40))»")
    }
    let named = sheet.value(.maker, of: row)
    let maker = Self.maker(named, makers)
    switch maker {
    case .failure(let trouble): wrong.append(trouble.message)
    case .success(let maker) where !mayWriteFor(maker.unit): wrong.append("hồ sơ của đơn vị khác")
    case .success: break
    }
    if headings.isEmpty { wrong.append("chưa có đề mục nào ở trên (dòng «I. Tên đề mục»)") }
    let note = sheet.value(.note, of: row)
    if note.count > FilePlanEntry.noteLengthMax { wrong.append("ghi chú dài quá \(FilePlanEntry.noteLengthMax) ký tự") }
    let heading = headings.count - 1
    if lines.contains(where: { $0.heading == heading && $0.facts.title == title }) {
      wrong.append("trùng tiêu đề với một dòng trên cùng đề mục")
    }
    guard wrong.isEmpty, let term, case .success(let found) = maker else {
      faults.append(Fault(row: row.number, message: Self.sentence(wrong)))
      return
    }
    lines.append(
      Line(
        row: row.number, heading: heading,
        facts: .init(title: title, retention: term, maker: found, note: note)))
  }

  /// A big heading without an abbreviation of its own has that of the dossiers under it.
  private mutating func fillAbbreviations(_ sheet: PlanSheet) {
    let notations = Dictionary(
      sheet.lines.map { ($0.number, sheet.value(.notation, of: $0)) }, uniquingKeysWith: { first, _ in first })
    for index in headings.indices where headings[index].isBig && headings[index].abbreviation.isEmpty {
      let under = lines.first { $0.heading == index || headings[$0.heading].parent == index }
      let notation = under.flatMap { notations[$0.row] } ?? ""
      let symbol =
        notation.split(separator: ".", maxSplits: 1).dropFirst().first.map { String($0).normalizedLine } ?? ""
      headings[index].abbreviation = symbol
      let wrong = FilePlanHeading.obstacles(title: headings[index].title, abbreviation: symbol, isBig: true)
      if !wrong.isEmpty {
        faults.append(
          Fault(
            row: headings[index].row,
            message:
              "Đề mục lớn «\(headings[index].title)» chưa có chữ viết tắt: ghi trong ngoặc ở cuối tên, như «I. TỔ CHỨC (TCCB)», hoặc ở cột số, ký hiệu."
          ))
      }
    }
  }

  private static func sentence(_ wrong: [String]) -> String {
    let text = wrong.joined(separator: "; ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func isClosing(_ text: String) -> Bool {
    let folded = Folding.folded(text)
    return ["ban danh muc nay", "danh muc nay", "tong so ho so", "tong cong"].contains { folded.hasPrefix($0) }
  }

  /// «I. TỔ CHỨC CÁN BỘ (TCCB)», «1. Tuyển dụng»; nil for what is no heading.
  static func heading(_ text: String) -> (title: String, abbreviation: String, isBig: Bool)? {
    guard let match = text.firstMatch(of: numberedHeading.regex) else { return nil }
    let isBig = String(match.1).allSatisfy { "IVXLC".contains($0) }
    var title = String(match.2).normalizedLine
    var abbreviation = ""
    if isBig, let named = title.firstMatch(of: headingWithAbbreviation.regex) {
      (title, abbreviation) = (String(named.1), String(named.2))
    }
    if title == title.uppercased(), title.count > 4 { title = title.prefix(1) + title.dropFirst().lowercased() }
    return (title, abbreviation, isBig)
  }

  struct Unknown: Error, Equatable {
    var message: String
  }

  /// A unit by its name or abbreviation, a person by name; of two of one name the unit is asked for.
  static func maker(_ named: String, _ makers: FilePlanMakers) -> Result<FilePlanMaker, Unknown> {
    guard !named.isEmpty else { return .failure(Unknown(message: "thiếu người lập")) }
    let words = Folding.folded(named)
    if let unit = makers.units.first(where: { Folding.folded($0.name) == words || $0.abbreviation == named }) {
      return .success(makers.maker(unit))
    }
    let parts = named.split(separator: ",", maxSplits: 1).map { Folding.folded(String($0).normalizedLine) }
    let found = makers.posts.filter { post in
      Folding.folded(post.personName) == parts[0]
        && (parts.count < 2 || Folding.folded(post.label).contains(parts[1]))
    }
    switch found.count {
    case 1: return .success(makers.maker(found[0]))
    case 0: return .failure(Unknown(message: "không có đơn vị hay người tên «\(named.prefix(60))»"))
    default:
      return .failure(
        Unknown(message: "có \(found.count) người, chức danh tên «\(named.prefix(60))»: ghi thêm đơn vị sau dấu phẩy"))
    }
  }
}
