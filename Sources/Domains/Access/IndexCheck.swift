import Database
import Kernel
import SearchIndex

/// A domain whose records are found by search: what the index shall hold of each.
package protocol IndexedRecords: Sendable {
  /// The code of its references.
  var code: String { get }

  func count(in transaction: any Transaction) throws -> Int

  /// Numbers of records, ascending, after `number`; also those that search shall not find.
  func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64]

  /// What the index shall hold; nil when nobody is to find the record. Locked, the record stays as it is until the
  /// transaction, a writing one, ends.
  func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent?
}

/// Compares the search index with the tables, record by record beside the work that goes on, and mends it.
package struct IndexCheck: Sendable {
  /// What was found.
  package struct Report: Sendable, Equatable {
    package var checked = 0
    /// Records of which the index said something else than the tables, or that it had although nobody is to find them.
    package var wrong = 0
    /// The engine's own structure was broken beyond single records.
    package var wasBroken = false

    package var isSound: Bool { wrong == 0 && !wasBroken }
  }

  private static let batch = 100
  private let sources: [any IndexedRecords]
  private let database: any Database

  package init(_ sources: [any IndexedRecords], of database: any Database) {
    self.sources = sources
    self.database = database
  }

  /// - Parameters:
  ///   - isMending: writes what is wrong anew.
  ///   - progress: called after each batch with how many records are checked, of how many.
  package func run(
    isMending: Bool, progress: @Sendable (_ report: Report, _ total: Int) -> Void
  ) async throws -> Report {
    var report = Report()
    let sources = sources
    let total = try await database.read { transaction in
      try sources.reduce(0) { try $0 + $1.count(in: transaction) }
    }
    for source in sources {
      report = try await walk(source, isMending, report) { progress($0, total) }
      report.wrong += try await strays(of: source, isMending)
    }
    // SQLite looks at its structure by a statement that counts as writing.
    let isWhole = try await database.write { transaction in
      if try SearchIndex.isWhole(in: transaction) { return true }
      if isMending { try SearchIndex.rebuildWords(in: transaction) }
      return false
    }
    report.wasBroken = !isWhole
    return report
  }

  private func walk(
    _ source: any IndexedRecords, _ isMending: Bool, _ begun: Report, _ progress: (Report) -> Void
  ) async throws -> Report {
    var report = begun
    var last: Int64 = 0
    while true {
      let from = last
      let check: @Sendable (any Transaction) throws -> (last: Int64, checked: Int, wrong: Int) = { transaction in
        let numbers = try source.numbers(after: from, limit: Self.batch, in: transaction)
        let wrong = try numbers.count { try !Self.isRight(source, $0, isMending, in: transaction) }
        return (numbers.last ?? from, numbers.count, wrong)
      }
      let step = try await isMending ? database.write(check) : database.read(check)
      guard step.checked > 0 else { return report }
      last = step.last
      report.checked += step.checked
      report.wrong += step.wrong
      progress(report)
    }
  }

  private static func isRight(
    _ source: any IndexedRecords, _ number: Int64, _ isMending: Bool, in transaction: any Transaction
  ) throws -> Bool {
    let record = RecordReference(code: source.code, number: number)
    guard let content = try source.content(of: number, locked: isMending, in: transaction) else {
      return try isUnknown(record, isMending, in: transaction)
    }
    let principals = try AccessStore(transaction).principals(of: record)
    if try SearchIndex.holds(content, of: record, principals: principals, in: transaction) { return true }
    if isMending { try SearchIndex.rewrite(content, of: record, principals: principals, in: transaction) }
    return false
  }

  private static func isUnknown(
    _ record: RecordReference, _ isMending: Bool, in transaction: any Transaction
  ) throws -> Bool {
    if isMending { return try !SearchIndex.forget(record, in: transaction) }
    return try SearchIndex.records(of: record.code, after: record.number - 1, limit: 1, in: transaction) != [record]
  }

  /// Entries of records that the domain no longer has.
  private func strays(of source: any IndexedRecords, _ isMending: Bool) async throws -> Int {
    var strays = 0
    var last: Int64 = 0
    while true {
      let from = last
      let check: @Sendable (any Transaction) throws -> (last: Int64?, strays: Int) = { transaction in
        let records = try SearchIndex.records(of: source.code, after: from, limit: Self.batch, in: transaction)
        guard let end = records.last?.number else { return (nil, 0) }
        let known = Set(try source.numbers(after: from, limit: records.count, in: transaction))
        let unknown = try records.filter { record in
          if known.contains(record.number) { return false }
          return try source.numbers(after: record.number - 1, limit: 1, in: transaction) != [record.number]
        }
        if isMending { for record in unknown { _ = try SearchIndex.forget(record, in: transaction) } }
        return (end, unknown.count)
      }
      let step = try await isMending ? database.write(check) : database.read(check)
      guard let next = step.last else { return strays }
      last = next
      strays += step.strays
    }
  }
}
