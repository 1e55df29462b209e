import GRDB
import Kernel
import NIOPosix

/// The embedded engine: one file in WAL mode, readers side by side, one writer with group commit.
package final class SQLiteDatabase: Database {
  package let engine = Engine.sqlite
  private let pool: DatabasePool
  private let readers: NIOThreadPool
  private let writer: GroupWriter
  private let clock: any WallClock
  private let keys: IdentifierSource
  /// Held as long as the database is open.
  private let place: ProcessSlot?

  /// Opens or makes the file at `path`. Every commit is durable (`synchronous = FULL`) before it is answered.
  package init(
    path: String, clock: any WallClock = SystemClock(), place: ProcessSlot? = nil, readerCount: Int = 4
  ) throws {
    var configuration = Configuration()
    configuration.maximumReaderCount = readerCount
    configuration.busyMode = .timeout(15)
    configuration.prepareDatabase { connection in
      try connection.execute(sql: "PRAGMA synchronous = FULL")
      try connection.execute(sql: "PRAGMA cache_size = -8000")
      try connection.execute(sql: "PRAGMA temp_store = MEMORY")
      try WordRank.register(in: connection)
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    readers = NIOThreadPool(numberOfThreads: readerCount)
    readers.start()
    keys = IdentifierSource(slot: place?.number ?? 0)
    writer = GroupWriter(pool: pool, clock: clock, keys: keys)
    self.clock = clock
    self.place = place
  }

  package func read<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await readers.runIfActive { try self.readNow(body) }
  }

  @discardableResult
  package func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await writer.write(body)
  }

  package func readNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    // GRDB's own `read` parses the statements around the body every time; these stay prepared.
    try pool.unsafeRead { connection in
      let transaction = SQLiteTransaction(connection, now: clock.now, keys: keys)
      try transaction.run("BEGIN DEFERRED TRANSACTION")
      do {
        let answer = try body(transaction)
        try transaction.run("COMMIT TRANSACTION")
        return answer
      } catch {
        if connection.isInsideTransaction { try transaction.run("ROLLBACK TRANSACTION") }
        throw error
      }
    }
  }

  @discardableResult
  package func writeNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
    let (answer, effects) = try pool.writeWithoutTransaction { connection in
      try connection.execute(sql: "BEGIN IMMEDIATE")
      do {
        let transaction = SQLiteTransaction(connection, now: clock.now, keys: keys)
        let answer = try body(transaction)
        try connection.execute(sql: "COMMIT")
        return (answer, transaction.effects)
      } catch {
        if connection.isInsideTransaction { try connection.execute(sql: "ROLLBACK") }
        throw error
      }
    }
    for effect in effects { effect() }
    return answer
  }

  /// The file is written anew and the log emptied. A log that a reader still needs is emptied a little later.
  package func forgetDeleted() async throws {
    try await readers.runIfActive { [pool] in
      try pool.writeWithoutTransaction { connection in
        try connection.execute(sql: "VACUUM")
        try connection.checkpoint(.truncate)
      }
    }
  }

  package func close() async throws {
    try await writer.close()
    try await readers.shutdownGracefully()
    try pool.close()
  }

  package func closeNow() throws {
    try writer.closeNow()
    try readers.syncShutdownGracefully()
    try pool.close()
  }
}
