import Foundation
import Kernel

/// One thing wrong with what was filled in.
package struct CellFault: Sendable, Equatable {
  /// Position among the rows shown, from 0; nil for the sheet as a whole.
  package var row: Int?
  package var column: Int?
  package var message: String

  package init(_ message: String, row: Int? = nil, column: Int? = nil) {
    self.message = message
    self.row = row
    self.column = column
  }
}

/// What a unit filled in: rows of values in the order of the form's columns.
package struct SheetRows: Sendable, Equatable {
  /// As they are kept.
  package var values: [[String]]

  package init(_ values: [[String]]) { self.values = values }

  /// Reads what was typed: every fault of every cell at once. Rows left blank are passed over.
  package static func read(_ typed: [[String]], for form: SheetForm) -> (rows: SheetRows, faults: [CellFault]) {
    var (rows, faults): ([[String]], [CellFault]) = ([], [])
    for (index, row) in typed.enumerated() {
      let cells = form.columns.indices.map { row.indices.contains($0) ? row[$0] : "" }
      // The one row of a form of one row is asked for, filled or not.
      if form.isMany, cells.allSatisfy({ $0.normalizedLine.isEmpty }) { continue }
      var values: [String] = []
      for (place, column) in form.columns.enumerated() {
        switch SheetCell.read(cells[place], for: column) {
        case .value(let value): values.append(value)
        case .empty:
          values.append("")
          if column.isRequired {
            faults.append(CellFault("phải nhập \(column.wanted)", row: index, column: place))
          }
        case .wrong:
          values.append("")
          faults.append(
            CellFault(
              "phải là \(column.wanted), đang là «\(cells[place].normalizedLine.prefix(60))»", row: index, column: place
            ))
        }
      }
      rows.append(values)
    }
    if rows.count > form.rowsMax {
      faults.append(CellFault("Nhiều nhất \(form.rowsMax) dòng, đang có \(rows.count) dòng."))
    }
    return (SheetRows(rows), faults)
  }

  /// As they are shown and typed again.
  package func shown(for form: SheetForm) -> [[String]] {
    values.map { row in
      zip(form.columns, row).map { SheetCell.shown($1, $0.kind) }
    }
  }

  /// Of the columns of numbers, each as it is kept; nil for the others.
  package static func sums(_ rows: [[String]], of form: SheetForm) -> [String?] {
    form.columns.enumerated().map { place, column in
      guard column.kind.isNumber else { return nil }
      let sum = rows.reduce(Decimal(0)) { $0 + ($1.indices.contains(place) ? SheetCell.decimal($1[place]) : 0) }
      return "\(sum)"
    }
  }
}
