import Database
import FileVault
import Foundation
import Kernel

/// What came of a source that a command brought in.
package struct ImportRunOutcome: Sendable {
  package var counts: ImportBatch.Counts
  /// The first of them, as sentences.
  package var problems: [String]
  /// Nothing was entered, since rows are wrong and nobody said to leave them out.
  package var isHeldBack = false
  /// Of lists of the body: what was, or would be, added and changed.
  package var tally: OrganizationTally?
  /// The changes, as sentences.
  package var changes: [String] = []
}

/// What the progress of a command tells.
package enum ImportRunStep: Sendable { case checked(rows: Int), entered(Int, of: Int) }

extension ImportSettings {
  /// Settings with a mapping file read into them.
  package static func reading(mapping file: URL?, _ kind: ImportBatch.Kind) throws -> ImportSettings {
    var settings = ImportSettings()
    if let file { settings.mapping = try ColumnMapping.read(Data(contentsOf: file), catalogue: kind.catalogue) }
    return settings
  }
}

/// A file that a command brings in, and where the rows that were not taken are written.
struct CommandLineSource: Sendable {
  private static let problemsShown = 20

  let kind: ImportBatch.Kind
  let file: URL
  /// An Excel file; nil when none is asked for.
  let errorSheet: URL?

  /// The file is hashed on its way through staging; nothing of it stays.
  func hash(_ work: ImportWork) async throws -> FileHash {
    let staged = try await work.vault.receive(FilePieces(file: file), bytesMax: .max)
    try await work.vault.discard(staged)
    return staged.hash
  }

  func write(_ problems: [RowProblem], of table: TableFile) throws {
    guard let errorSheet else { return }
    let sheet = ErrorSheet(
      sourceName: file.lastPathComponent, table: table, catalogue: kind.catalogue,
      provenance: file.lastPathComponent)
    try sheet.write(to: errorSheet) { after, limit in
      problems.enumerated().dropFirst(after + 1).prefix(limit).map { ($0.offset, $0.element) }
    }
  }

  /// Writes the sheet anew with what was found wrong while rows were entered; gives the first as sentences.
  func writeAll(of batch: ImportBatch.ID, _ table: TableFile, _ work: ImportWork) async throws -> [String] {
    let all = try await work.database.read {
      try ImportBatchStore($0).problems(of: batch, limit: TrialOutcome.problemsMax)
    }.map(\.problem)
    try write(all, of: table)
    return sentences(all)
  }

  func sentences(_ problems: [RowProblem]) -> [String] {
    problems.prefix(Self.problemsShown).map { problem in
      let field = problem.field.map { " \(kind.catalogue.label(of: $0)):" } ?? ""
      return "Dòng \(problem.place.row):\(field) \(problem.message)"
    }
  }
}
