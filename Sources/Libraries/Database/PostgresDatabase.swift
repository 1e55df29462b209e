import Kernel
import NIOPosix
import Synchronization

/// PostgreSQL through libpq: as many blocking connections as threads, each lent to one body at a time.
package final class PostgresDatabase: Database {
  package let engine = Engine.postgres
  private let uri: String
  private let clock: any WallClock
  private let keys: IdentifierSource
  /// Held as long as the database is open.
  private let place: ProcessSlot?
  private let threads: NIOThreadPool
  private let idle = Mutex<[Lent]>([])

  /// Proof of `@unchecked Sendable`: a connection is either in `idle` (under its lock) or with one body.
  private struct Lent: @unchecked Sendable {
    let connection: PostgresConnection
  }

  /// Conflicts are rerun this often before the caller is told.
  private static let attemptsMax = 8

  /// Connects lazily. `uri` is a libpq connection address.
  package init(
    uri: String, clock: any WallClock = SystemClock(), place: ProcessSlot? = nil, connectionCount: Int = 8
  ) throws {
    self.uri = uri
    self.clock = clock
    self.place = place
    keys = IdentifierSource(slot: place?.number ?? 0)
    threads = NIOThreadPool(numberOfThreads: connectionCount)
    threads.start()
    try giveBack(PostgresConnection(uri: uri))
  }

  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await threads.runIfActive { try self.readNow(body) }
  }

  @discardableResult
  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await threads.runIfActive { try self.writeNow(body) }
  }

  package func readNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    try inTransaction(.reading, body)
  }

  @discardableResult
  package func writeNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    try inTransaction(.writing, body)
  }

  package func forgetDeleted() async throws {
    try await threads.runIfActive { [self] in
      let connection = try borrow()
      defer { giveBack(connection) }
      try connection.execute("VACUUM", [])
    }
  }

  package func close() async throws {
    try await threads.shutdownGracefully()
    idle.withLock { $0.removeAll() }
  }

  package func closeNow() throws {
    try threads.syncShutdownGracefully()
    idle.withLock { $0.removeAll() }
  }

  /// What a transaction is for, and how it begins.
  private enum Purpose: String {
    case reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case writing = "BEGIN"
  }

  private func inTransaction<Answer>(_ purpose: Purpose, _ body: (any Transaction) throws -> Answer) throws -> Answer {
    var attempt = 1
    while true {
      do { return try once(purpose, body) } catch DatabaseFault.serialization(let message) {
        if attempt == Self.attemptsMax { throw DatabaseFault.serialization(message: message) }
        attempt += 1
      }
    }
  }

  private func once<Answer>(_ purpose: Purpose, _ body: (any Transaction) throws -> Answer) throws -> Answer {
    let connection = try borrow()
    let transaction = PostgresTransaction(connection, now: clock.now, keys: keys)
    do {
      connection.begin(purpose.rawValue)
      let answer = try body(transaction)
      switch purpose {
      case .reading: try connection.commitReading()
      case .writing: try connection.commit()
      }
      giveBack(connection)
      for effect in transaction.effects { effect() }
      return answer
    } catch {
      connection.rollBack()
      giveBack(connection)
      throw error
    }
  }

  private func borrow() throws -> PostgresConnection {
    if let lent = idle.withLock({ $0.popLast() }) { return lent.connection }
    // A new connection may follow a break of all.
    try place?.requireHeld()
    return try PostgresConnection(uri: uri)
  }

  /// A broken connection is dropped; the next body opens a new one.
  private func giveBack(_ connection: PostgresConnection) {
    guard connection.isUsable else { return }
    let lent = Lent(connection: connection)
    idle.withLock { $0.append(lent) }
  }
}

/// A transaction on a PostgreSQL connection, valid while its body runs.
final class PostgresTransaction: Transaction {
  let engine = Engine.postgres
  let now: Instant
  private let connection: PostgresConnection
  private let keys: IdentifierSource
  private(set) var effects: [@Sendable () -> Void] = []

  init(_ connection: PostgresConnection, now: Instant, keys: IdentifierSource) {
    self.connection = connection
    self.now = now
    self.keys = keys
  }

  func rows(_ sql: SQL) throws -> [Row] {
    try connection.execute(sql.text(for: .postgres), sql.values).rows
  }

  @discardableResult func run(_ sql: SQL) throws -> Int {
    try connection.execute(sql.text(for: .postgres), sql.values).changes
  }

  @discardableResult func later(_ sql: SQL) throws -> Later<[Row]> {
    let statement = try connection.ask(sql.text(for: .postgres), sql.values)
    return Later { [connection] in try connection.answer(to: statement).rows }
  }

  func nextKey(of table: String) throws -> Int64 {
    if !keys.knows(table) {
      let row = try rows(SQL(stringLiteral: "SELECT COALESCE(MAX(id), 0) AS greatest FROM \(table)"))[0]
      keys.seed(table, greatest: try row.get("greatest"))
    }
    return keys.next(table, at: now)
  }

  func afterCommit(_ effect: @escaping @Sendable () -> Void) { effects.append(effect) }
}
