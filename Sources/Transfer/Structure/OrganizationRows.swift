import Kernel

/// The rows of a list, in memory: a body has thousands, not millions.
struct OrganizationRows: Sendable {
  static let countMax = 20_000

  let lines: [OrganizationLine]
  let columns: [String]
  /// Rows that cannot be read at all.
  let problems: [RowProblem]

  init(_ table: TableFile, _ mapping: ColumnMapping) throws {
    var lines: [OrganizationLine] = []
    var problems: [RowProblem] = []
    try table.read { row in
      guard lines.count < Self.countMax else {
        throw Refusal(.invalid, "Danh sách có hơn \(Self.countMax) dòng; tách thành nhiều tệp.")
      }
      if let problem = row.problem {
        problems.append(RowProblem(place: row.place, message: problem))
      } else {
        lines.append(OrganizationLine(row, mapping))
      }
    }
    (self.lines, self.problems) = (lines.filter { $0.sort != .example }, problems)
    columns = try table.columnNames()
  }
}
