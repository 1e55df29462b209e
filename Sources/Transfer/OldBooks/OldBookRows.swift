import IncomingDocuments
import Kernel

/// What is kept of the rows while they are read.
struct OldBookRows: Sendable {
  /// A good row: its place, and what it is ordered and compared by.
  private struct Entry: Sendable {
    var day: Int32
    var number: Int32
    var row: Int32
    var book: UInt32
    var offset: Int64
    var likeness: UInt64
  }

  let settings: ImportSettings
  var outcome = TrialOutcome()
  /// Rows that name files.
  var withFiles: [(place: RowPlace, paths: [String])] = []
  private var entries: [Entry] = []
  private var bad: Set<Int> = []

  init(settings: ImportSettings) { self.settings = settings }

  mutating func refuse(_ place: RowPlace, _ problems: [RowProblem]) {
    bad.insert(place.row)
    let room = TrialOutcome.problemsMax - outcome.problems.count
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

  mutating func finished(entered: Int) -> TrialOutcome {
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
