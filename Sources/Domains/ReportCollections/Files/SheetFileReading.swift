import Foundation
import Kernel
import Papers
import VietnameseText

/// What an .xlsx file says for a form: the typed values, or everything that is wrong with it, cell by cell.
package struct SheetFileReading: Sendable, Equatable {
  package var typed: [[String]] = []
  /// «Ô C4: phải là số nguyên từ 0 đến 500, đang là «abc».»
  package var faults: [String] = []

  /// More are counted, not listed: nobody reads them.
  static let faultsMax = 100

  package init(_ sheet: ReadSheet, for form: SheetForm) {
    readHeads(sheet.rows.first { $0.number == 1 }, form)
    // Under other heads no value means anything.
    guard faults.isEmpty else { return }
    for row in sheet.rows where row.number > 1 {
      if form.isMany || row.number == 2 { read(row, form) } else { refuseFurther(row) }
    }
    if typed.count > form.rowsMax, form.isMany {
      faults.append("Nhiều nhất \(form.rowsMax) dòng số liệu, trong tệp có \(typed.count) dòng.")
    }
    if typed.isEmpty, faults.isEmpty { faults.append("Trong tệp chưa có dòng số liệu nào dưới dòng tiêu đề.") }
    if faults.count > Self.faultsMax {
      faults = faults.prefix(Self.faultsMax) + ["Còn \(faults.count - Self.faultsMax) chỗ sai khác trong tệp."]
    }
  }

  /// The sheet in a file that was judged to be of this kind, or the refusal that says what is wrong with the file.
  package static func sheet(_ file: URL, kind: FileKind, named name: String) throws -> ReadSheet {
    do {
      guard kind == .xlsx else { throw SheetFault.notExcel(kind) }
      return try ReadSheet(file)
    } catch let fault as SheetFault {
      throw Refusal(.invalid, fault.refusal(named: name).message, field: SheetFormField.file)
    }
  }

  private mutating func readHeads(_ row: ReadSheet.Row?, _ form: SheetForm) {
    for (place, column) in form.columns.enumerated() {
      let written = row?.cells[place].map(SheetCell.shown) ?? ""
      guard Folding.folded(written) != Folding.folded(column.heading) else { continue }
      let found = written.isEmpty ? "đang trống" : "đang là «\(written.prefix(60))»"
      faults.append(
        "Ô \(ReadSheet.address(row: 1, column: place)): tiêu đề cột phải là «\(column.heading)», \(found).")
    }
    for place in (row?.cells.keys.sorted() ?? []) where place >= form.columns.count {
      faults.append("Ô \(ReadSheet.address(row: 1, column: place)): biểu không có cột này.")
    }
    if !faults.isEmpty { faults.append("Hãy điền vào tệp mẫu tải từ trang này, giữ nguyên dòng tiêu đề.") }
  }

  private mutating func read(_ row: ReadSheet.Row, _ form: SheetForm) {
    var values: [String] = []
    for (place, column) in form.columns.enumerated() {
      let address = "Ô \(ReadSheet.address(row: row.number, column: place))"
      guard let cell = row.cells[place] else {
        values.append("")
        if column.isRequired { faults.append("\(address): phải nhập \(column.wanted).") }
        continue
      }
      if cell == .formulaWithoutValue {
        faults.append(
          "\(address): công thức chưa có kết quả. Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô.")
        continue
      }
      switch SheetCell.read(cell, for: column) {
      case .value(let value): values.append(SheetCell.shown(value, column.kind))
      case .empty: values.append("")
      case .wrong:
        faults.append("\(address): phải là \(column.wanted), đang là «\(SheetCell.shown(cell).prefix(60))».")
      }
    }
    for place in row.cells.keys.sorted() where place >= form.columns.count {
      faults.append("Ô \(ReadSheet.address(row: row.number, column: place)): nằm ngoài các cột của biểu.")
    }
    typed.append(values)
  }

  /// A form of one row has its values in row 2.
  private mutating func refuseFurther(_ row: ReadSheet.Row) {
    guard let place = row.cells.keys.min() else { return }
    faults.append(
      "Ô \(ReadSheet.address(row: row.number, column: place)): biểu chỉ có một dòng số liệu, ở dòng 2.")
  }
}

extension SheetForm {
  /// A form by the heads of a sheet (lập biểu từ tệp): a unit of measure in brackets, kinds by the first values below.
  package init(headsOf sheet: ReadSheet, title: String, rowsMax: Int) {
    self.init(title: title, rowsMax: rowsMax)
    guard let heads = sheet.rows.first(where: { $0.number == 1 }) else { return }
    let values = sheet.rows.filter { $0.number > 1 }
    for place in heads.cells.keys.sorted() {
      let text = heads.cells[place].map(SheetCell.shown) ?? ""
      var column = SheetColumn(text)
      if text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex {
        column.title = String(text[..<open]).normalizedLine
        column.unit = String(text[text.index(after: open)...].dropLast()).normalizedLine
      }
      column.kind = Self.kind(of: values.compactMap { $0.cells[place] })
      columns.append(column)
    }
  }

  private static func kind(of values: [ReadSheet.Value]) -> SheetColumn.Kind {
    guard !values.isEmpty else { return .text }
    var (isNumber, isWhole, isDay) = (true, true, true)
    for value in values {
      if case .number(let number) = value { isWhole = isWhole && number == number.rounded() } else { isNumber = false }
      if case .day = value {} else { isDay = false }
    }
    return isDay ? .day : !isNumber ? .text : isWhole ? .integer : .decimal
  }
}
