import Lists
import Papers

extension ListBatch {
  /// A report as it is taken along: its lines, then the sum of all when there are several.
  init<Line>(report lines: [Line], total: Line, _ cells: (Line) -> [String: SpreadsheetFile.Cell]) {
    self.init(rows: (lines.count > 1 ? lines + [total] : lines).map { Row(cells($0)) }, next: nil)
  }
}
