import Foundation
import Kernel
import Papers

/// The rows that were not taken, as an Excel file to correct them from: row, field, reason, and the original values. Of a
/// row with a secrecy mark nothing but its number is written (MAT-05).
struct ErrorSheet {
  private static let columnsMax = 60
  private static let pageRows = 200

  let sourceName: String
  /// Nil when the source is gone: then without the original values.
  let table: TableFile?
  let catalogue: FieldCatalogue
  let provenance: String

  /// Problems are asked for page by page: those after a place. Blocks its thread.
  func write(
    to target: URL, problems: @escaping (_ after: Int, _ limit: Int) throws -> [(place: Int, problem: RowProblem)]
  ) throws {
    let heads = Array((try table?.columnNames() ?? []).prefix(Self.columnsMax))
    let rows = Rows { [table, catalogue] after in
      let page = try problems(after, Self.pageRows)
      let open = page.map(\.problem).filter { !Self.isSecret($0) }
      let places = open.map(\.place)
      let originals = try table?.rows(at: places) ?? []
      let values = Dictionary(originals.map { ($0.place.row, $0.values) }, uniquingKeysWith: { first, _ in first })
      return page.map { place, problem in
        let known = Self.isSecret(problem) ? [:] : values[problem.place.row] ?? [:]
        let cells: [SpreadsheetFile.Cell] = [
          .number(problem.place.row), .text(problem.field.map(catalogue.label) ?? ""), .text(problem.message),
        ]
        return (place, SpreadsheetFile.Row(cells + heads.map { .text(known[$0] ?? "") }))
      }
    }
    let own: [SpreadsheetFile.Column] = [
      .init("Dòng", width: 8), .init("Trường", width: 18), .init("Lý do", width: 60),
    ]
    let file = SpreadsheetFile(
      sheetName: "Dòng không nhập", titleLines: ["DÒNG KHÔNG NHẬP ĐƯỢC", sourceName],
      columns: own + heads.map { .init($0, width: 22) }, hasColumnNumbers: false, footer: provenance)
    try file.write(rows, to: target)
    if let failure = rows.failure { throw failure }
  }

  private static func isSecret(_ problem: RowProblem) -> Bool { problem.message == DocumentLineReading.secret }

  /// Rows asked for page by page while the file is written.
  private final class Rows: Sequence, IteratorProtocol {
    private let page: (Int) throws -> [(Int, SpreadsheetFile.Row)]
    private var ready: [(Int, SpreadsheetFile.Row)] = []
    private var last = -1
    private var isDone = false
    private(set) var failure: (any Error)?

    init(page: @escaping (Int) throws -> [(Int, SpreadsheetFile.Row)]) { self.page = page }

    func next() -> SpreadsheetFile.Row? {
      if ready.isEmpty, !isDone {
        do { ready = try page(last).reversed() } catch { failure = error }
        isDone = ready.isEmpty
      }
      guard let (place, row) = ready.popLast() else { return nil }
      last = place
      return row
    }
  }
}
