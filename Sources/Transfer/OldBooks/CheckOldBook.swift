import Database
import Documents
import IncomingDocuments
import Kernel
import Registers
import Synchronization
import VietnameseText

/// The trial run over an old book: everything is looked at, nothing is written.
///
/// Rows are read as a stream. What is kept of each good one is where it stands and what it is sorted and compared by, some
/// forty bytes, so a million rows take some forty megabytes.
struct CheckOldBook: Sendable {
  private static let batchRows = 200

  let table: TableFile
  let reading: DocumentLineReading
  let actor: Actor
  /// Rows that an earlier run of the batch has entered.
  var entered: Set<Int> = []
  var files: BroughtFiles?

  /// `progress` gets the number of rows read.
  func run(_ database: any Database, progress: (Int) throws -> Void) async throws -> TrialOutcome {
    try await judgeFiles(of: readRows(database, progress: progress))
  }

  /// The first half: blocking, everything but the files.
  func readRows(_ database: any Database, progress: (Int) throws -> Void) throws -> OldBookRows {
    var gathering = OldBookRows(settings: reading.settings)
    var waiting: [DocumentLine] = []
    func look() throws {
      try database.readNow { transaction in
        for line in waiting { try compare(line, &gathering, in: transaction) }
      }
      waiting = []
      try progress(gathering.outcome.counts.rows)
    }
    try table.read { row in
      gathering.outcome.counts.rows += 1
      guard !entered.contains(row.place.row) else { return }
      let line = reading.line(row)
      if line.isSecret { gathering.outcome.secretRows.append(row.place.row) }
      if !line.filePaths.isEmpty { gathering.withFiles.append((row.place, line.filePaths)) }
      waiting.append(line)
      if waiting.count == Self.batchRows { try look() }
    }
    try look()
    return gathering
  }

  /// The second half: opens every file once, then puts what may be entered in order.
  func judgeFiles(of rows: OldBookRows) async throws -> TrialOutcome {
    var gathering = rows
    gathering.outcome.hasFiles = !rows.withFiles.isEmpty
    for (place, paths) in rows.withFiles { try await judge(paths, at: place, &gathering) }
    return gathering.finished(entered: entered.count)
  }

  private func compare(
    _ line: DocumentLine, _ gathering: inout OldBookRows, in transaction: any Transaction
  ) throws {
    var problems = line.problems
    let day = line.act.facts.arrivalDate
    if problems.isEmpty {
      let rules = OldNumberRules(transaction)
      if let book = try rules.book(of: actor.agency, year: day.year, name: line.act.bookName),
        let obstacle = try rules.obstacle(line.act.number, in: book)
      {
        problems.append(
          RowProblem(place: line.place, field: DocumentField.arrivalNumber.rawValue, message: obstacle))
      } else if !(1945...2200).contains(day.year) {
        problems.append(
          RowProblem(place: line.place, field: DocumentField.arrivalDate.rawValue, message: "Sổ chỉ có từ năm 1945."))
      }
    }
    guard problems.isEmpty else { return gathering.refuse(line.place, problems) }
    gathering.take(line, twins: try line.act.duplicates(visibleTo: actor, in: transaction))
  }

  private func judge(_ paths: [String], at place: RowPlace, _ gathering: inout OldBookRows) async throws {
    for path in paths {
      do {
        guard let files else {
          throw Refusal(.invalid, "Dòng này có tệp «\(path)», nhưng không có tệp ZIP hoặc thư mục tệp đi kèm.")
        }
        _ = try await files.judge(path)
      } catch let refusal as Refusal {
        gathering.refuse(
          place, [RowProblem(place: place, field: DocumentField.files.rawValue, message: refusal.message)])
      }
    }
  }
}
