import CXlsxWriter
import Foundation
import Kernel

/// One sheet of an .xlsx file, written row by row: 100,000 rows take some 35 MB of memory.
package struct SpreadsheetFile {
  package enum Cell: Sendable, Equatable {
    case text(String)
    /// Shown without decimals.
    case number(Double)
    /// Shown with as many decimals as it has.
    case decimal(Double)
    case day(Day)
    case empty

    package static func number(_ number: Int) -> Cell { .number(Double(number)) }
  }

  package struct Column: Sendable, Equatable {
    package var title: String
    /// Characters.
    package var width: Double
    /// What Excel lets be typed below the head; nil for anything.
    package var rule: SheetRule?

    package init(_ title: String, width: Double, rule: SheetRule? = nil) {
      self.title = title
      self.width = width
      self.rule = rule
    }
  }

  package struct Row: Sendable, Equatable {
    package var cells: [Cell]
    /// A cancelled number.
    package var isGrey: Bool

    package init(_ cells: [Cell], isGrey: Bool = false) {
      self.cells = cells
      self.isGrey = isGrey
    }
  }

  /// The sheet was not written: the disk, or too many rows.
  package struct WritingFailed: Error, Equatable {
    package var message: String
  }

  package var sheetName: String
  /// Above the heads, the first in bold.
  package var titleLines: [String]
  package var columns: [Column]
  /// The row (1) (2) … under the heads.
  package var hasColumnNumbers: Bool
  package var footer: String

  package init(
    sheetName: String, titleLines: [String], columns: [Column], hasColumnNumbers: Bool = true, footer: String
  ) {
    self.sheetName = sheetName
    self.titleLines = titleLines
    self.columns = columns
    self.hasColumnNumbers = hasColumnNumbers
    self.footer = footer
  }

  /// Writes the file. Rows are asked for one after the other. Blocks its thread.
  package func write(_ rows: some Sequence<Row>, to target: URL) throws {
    let folder = target.deletingLastPathComponent().path(percentEncoded: false)
    let book = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(target.path(percentEncoded: false), &options)
    }
    guard let book else { throw WritingFailed(message: "workbook_new_opt") }
    guard let sheet = workbook_add_worksheet(book, Self.permittedName(sheetName)) else {
      workbook_close(book)
      throw WritingFailed(message: "workbook_add_worksheet")
    }
    var writer = SheetWriter(sheet: sheet, formats: SheetFormats(book))
    writer.setUpPage(columns: columns, footer: footer)
    writer.writeHead(of: self)
    writer.writeRules(of: self)
    for row in rows { writer.write(row.cells, isGrey: row.isGrey) }
    let closing = workbook_close(book)
    if let failure = writer.failure ?? (closing == LXW_NO_ERROR ? nil : closing) {
      throw WritingFailed(message: String(cString: lxw_strerror(failure)))
    }
  }

  /// Excel refuses sheet names over 31 letters and the letters `[ ] : * ? / \`.
  static func permittedName(_ name: String) -> String {
    let permitted = name.map { "[]:*?/\\".contains($0) ? " " : $0 }
    var short = String(permitted).trimmingCharacters(in: CharacterSet(charactersIn: "' "))
    while short.utf16.count > 31 { short.removeLast() }
    return short.isEmpty ? "Trang 1" : short
  }
}

/// The looks of cells. Excel keeps them by book.
private struct SheetFormats {
  let title, line, head, number, text, integer, decimal, day, greyText, greyInteger,
    greyDay: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func made(_ change: (UnsafeMutablePointer<lxw_format>?) -> Void) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      format_set_font_name(format, "Times New Roman")
      format_set_font_size(format, 11)
      change(format)
      return format
    }
    func cell(_ pattern: String?, isGrey: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
      made { format in
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if let pattern {
          format_set_num_format(format, pattern)
          format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if isGrey { format_set_font_color(format, 0x66_6666) }
      }
    }
    title = made { format in
      format_set_bold(format)
      format_set_font_size(format, 14)
    }
    line = made { _ in }
    head = made { format in
      format_set_bold(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
    number = made { format in
      format_set_italic(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    text = cell(nil)
    integer = cell("0")
    decimal = cell("#,##0.###############")
    day = cell("dd/mm/yyyy")
    greyText = cell(nil, isGrey: true)
    greyInteger = cell("0", isGrey: true)
    greyDay = cell("dd/mm/yyyy", isGrey: true)
  }
}

private struct SheetWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: SheetFormats
  var row: lxw_row_t = 0
  var failure: lxw_error?

  init(sheet: UnsafeMutablePointer<lxw_worksheet>, formats: SheetFormats) {
    self.sheet = sheet
    self.formats = formats
  }

  func setUpPage(columns: [SpreadsheetFile.Column], footer: String) {
    for (index, column) in columns.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), column.width, nil)
    }
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    // `&` begins a code in Excel's foot; 255 letters are the most it takes.
    let text = footer.replacingOccurrences(of: "&", with: "&&").prefix(200)
    worksheet_set_footer(sheet, "&L&8\(text)&R&P/&N")
  }

  mutating func writeHead(of file: SpreadsheetFile) {
    for (index, line) in file.titleLines.enumerated() {
      put(.text(line), column: 0, text: index == 0 ? formats.title : formats.line)
      row += 1
    }
    let headRow = row
    for (index, column) in file.columns.enumerated() { put(.text(column.title), column: index, text: formats.head) }
    row += 1
    if file.hasColumnNumbers {
      for index in file.columns.indices { put(.text("(\(index + 1))"), column: index, text: formats.number) }
      row += 1
    }
    worksheet_repeat_rows(sheet, headRow, row - 1)
    worksheet_freeze_panes(sheet, row, 0)
  }

  /// Rules hold for the rows that may be filled below the heads.
  mutating func writeRules(of file: SpreadsheetFile) {
    for (index, column) in file.columns.enumerated() {
      guard let rule = column.rule else { continue }
      let result = rule.write(to: sheet, column: lxw_col_t(index), rows: row...(row + lxw_row_t(rule.rowCount - 1)))
      if result != LXW_NO_ERROR && failure == nil { failure = result }
    }
  }

  mutating func write(_ cells: [SpreadsheetFile.Cell], isGrey: Bool) {
    for (index, cell) in cells.enumerated() {
      put(cell, column: index, text: isGrey ? formats.greyText : formats.text, isGrey: isGrey)
    }
    row += 1
  }

  private mutating func put(
    _ cell: SpreadsheetFile.Cell, column: Int, text format: UnsafeMutablePointer<lxw_format>?, isGrey: Bool = false
  ) {
    let column = lxw_col_t(column)
    let result: lxw_error
    switch cell {
    case .text(let text): result = worksheet_write_string(sheet, row, column, Self.permitted(text), format)
    case .number(let number):
      result = worksheet_write_number(sheet, row, column, number, isGrey ? formats.greyInteger : formats.integer)
    case .decimal(let number): result = worksheet_write_number(sheet, row, column, number, formats.decimal)
    case .day(let day):
      let parts = day.parts
      var date = lxw_datetime()
      (date.year, date.month, date.day) = (Int32(parts.year), Int32(parts.month), Int32(parts.day))
      result = worksheet_write_datetime(sheet, row, column, &date, isGrey ? formats.greyDay : formats.day)
    case .empty: result = worksheet_write_blank(sheet, row, column, format)
    }
    if result != LXW_NO_ERROR && failure == nil { failure = result }
  }

  /// A cell holds 32,767 letters and no control characters.
  private static func permitted(_ text: String) -> String {
    let clean = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
    return clean.count > 32_000
      ? String(String.UnicodeScalarView(clean.prefix(32_000))) : String(String.UnicodeScalarView(clean))
  }
}
