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
  struct Outcome: Sendable {
    var counts = ImportBatch.Counts()
    /// The first `problemsMax`, in the order of rows.
    var problems: [RowProblem] = []
    /// Places of rows that may be entered, in the order of arrival.
    var plan: [RowPlace] = []
    /// Rows that look like another document.
    var duplicates: Set<Int> = []
    /// Rows that bear a secrecy mark.
    var secretRows: [Int] = []
  }

  static let problemsMax = 100_000
  private static let batchRows = 200

  let table: TableFile
  let reading: DocumentLineReading
  let actor: Actor
  /// Rows that an earlier run of the batch has entered.
  var entered: Set<Int> = []
  var files: BroughtFiles?

  /// `progress` gets the number of rows read.
  func run(_ database: any Database, progress: (Int) throws -> Void) async throws -> Outcome {
    var gathering = Gathering(settings: reading.settings)
    var waiting: [DocumentLine] = []
    var withFiles: [(place: RowPlace, paths: [String])] = []
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
      if !line.filePaths.isEmpty { withFiles.append((row.place, line.filePaths)) }
      waiting.append(line)
      if waiting.count == Self.batchRows { try look() }
    }
    try look()
    for (place, paths) in withFiles { try await judge(paths, at: place, &gathering) }
    return gathering.finished(entered: entered.count)
  }

  private func compare(
    _ line: DocumentLine, _ gathering: inout Gathering, in transaction: any Transaction
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

  private func judge(_ paths: [String], at place: RowPlace, _ gathering: inout Gathering) async throws {
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

/// What is kept of the rows while they are read.
private struct Gathering {
  /// A good row: its place, and what it is ordered and compared by.
  private struct Entry {
    var day: Int32
    var number: Int32
    var row: Int32
    var book: UInt32
    var offset: Int64
    var likeness: UInt64
  }

  let settings: OldBookSettings
  var outcome = CheckOldBook.Outcome()
  private var entries: [Entry] = []
  private var bad: Set<Int> = []

  init(settings: OldBookSettings) { self.settings = settings }

  mutating func refuse(_ place: RowPlace, _ problems: [RowProblem]) {
    bad.insert(place.row)
    let room = CheckOldBook.problemsMax - outcome.problems.count
    outcome.problems += problems.prefix(max(0, room))
  }

  /// `twins` are documents in the book that look like this one.
  mutating func take(_ line: DocumentLine, twins: [String]) {
    let act = line.act
    let day = act.facts.arrivalDate
    entries.append(
      Entry(
        day: Int32(day.number), number: Int32(act.number ?? 0), row: Int32(line.place.row),
        book: UInt32(truncatingIfNeeded: StableHash.of("\(day.year)|\(act.bookName)")),
        offset: Int64(line.place.offset),
        likeness: act.duplicateKey.isEmpty ? 0 : StableHash.of(act.duplicateKey)))
    if !twins.isEmpty { noteTwin(at: line.place, of: twins.joined(separator: "; ")) }
  }

  private mutating func noteTwin(at place: RowPlace, of other: String) {
    guard outcome.duplicates.insert(place.row).inserted, settings.duplicateReason == nil else { return }
    refuse(place, [RowProblem(place: place, message: "Giống văn bản đã có: \(other). Không nhập trừ khi ghi lý do.")])
  }

  mutating func finished(entered: Int) -> CheckOldBook.Outcome {
    findRepeatedNumbers()
    findTwinsInFile()
    entries.removeAll { bad.contains(Int($0.row)) }
    entries.sort { ($0.day, $0.number, $0.row) < ($1.day, $1.number, $1.row) }
    outcome.plan = entries.map { RowPlace(row: Int($0.row), offset: Int($0.offset)) }
    outcome.problems.sort { $0.place.row < $1.place.row }
    outcome.counts.good = entries.count
    outcome.counts.problems = bad.count
    outcome.counts.duplicates = outcome.duplicates.count
    outcome.counts.entered = entered
    return outcome
  }

  private mutating func findRepeatedNumbers() {
    guard settings.numbering == .own else { return }
    entries.sort { ($0.book, $0.number, $0.row) < ($1.book, $1.number, $1.row) }
    for (before, entry) in zip(entries, entries.dropFirst())
    where (before.book, before.number) == (entry.book, entry.number) {
      let place = RowPlace(row: Int(entry.row), offset: Int(entry.offset))
      refuse(
        place,
        [
          RowProblem(
            place: place, field: DocumentField.arrivalNumber.rawValue,
            message: "Số đến \(entry.number) lặp lại: dòng \(before.row) của tệp đã có số này.")
        ])
    }
  }

  private mutating func findTwinsInFile() {
    entries.sort { ($0.likeness, $0.row) < ($1.likeness, $1.row) }
    var first = 0
    for index in entries.indices.dropFirst() {
      guard entries[index].likeness == entries[first].likeness else {
        first = index
        continue
      }
      guard entries[index].likeness != 0 else { continue }
      let place = RowPlace(row: Int(entries[index].row), offset: Int(entries[index].offset))
      noteTwin(at: place, of: "dòng \(entries[first].row) của chính tệp này, trùng số, ký hiệu và cơ quan ban hành")
    }
  }
}

/// A hash that is the same in every run (FNV-1a).
enum StableHash {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
