import Database
import Kernel
import Synchronization

/// A real database that remembers every statement that was read with.
final class RecordedDatabase: Database {
  private let whole: any Database
  private let seen = Mutex<[String: SQL]>([:])

  init(_ whole: any Database) { self.whole = whole }

  var engine: Engine { whole.engine }

  /// Every different statement since the last call, in no order that matters.
  func takeStatements() -> [SQL] {
    seen.withLock { seen in
      defer { seen = [:] }
      return Array(seen.values)
    }
  }

  func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await whole.read { try body(RecordedTransaction($0, self)) }
  }

  @discardableResult func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await whole.write { try body(RecordedTransaction($0, self)) }
  }

  func readNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    try whole.readNow { try body(RecordedTransaction($0, self)) }
  }

  @discardableResult func writeNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    try whole.writeNow { try body(RecordedTransaction($0, self)) }
  }

  func forgetDeleted() async throws { try await whole.forgetDeleted() }

  func close() async throws { try await whole.close() }

  func closeNow() throws { try whole.closeNow() }

  fileprivate func note(_ sql: SQL) { seen.withLock { $0[sql.pieces.joined(separator: "?")] = sql } }
}

/// A transaction of it.
private final class RecordedTransaction: Transaction {
  private let whole: any Transaction
  private let database: RecordedDatabase

  init(_ whole: any Transaction, _ database: RecordedDatabase) {
    self.whole = whole
    self.database = database
  }

  var engine: Engine { whole.engine }
  var now: Instant { whole.now }

  func rows(_ sql: SQL) throws -> [Row] {
    database.note(sql)
    return try whole.rows(sql)
  }

  func run(_ sql: SQL) throws -> Int {
    database.note(sql)
    return try whole.run(sql)
  }

  func nextKey(of table: String) throws -> Int64 { try whole.nextKey(of: table) }

  func afterCommit(_ effect: @escaping @Sendable () -> Void) { whole.afterCommit(effect) }
}
