import GRDB
import Kernel
import NIOPosix
import Synchronization

/// Runs many waiting write bodies in one durable commit, each in its own savepoint.
///
/// One flush to disk then serves all of them; nobody is answered before it. A body that throws loses only itself.
final class GroupWriter: Sendable {
  private struct Queue {
    var waiting: [any WaitingWrite] = []
    var isDraining = false
  }

  /// More would make the first wait for the last.
  private static let batchMax = 128
  private let pool: DatabasePool
  private let clock: any WallClock
  private let keys: IdentifierSource
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let queue = Mutex(Queue())

  init(pool: DatabasePool, clock: any WallClock, keys: IdentifierSource) {
    self.pool = pool
    self.clock = clock
    self.keys = keys
    thread.start()
  }

  func write<Answer: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(PendingWrite(body: body, continuation: continuation))
    }
  }

  func close() async throws { try await thread.shutdownGracefully() }

  func closeNow() throws { try thread.syncShutdownGracefully() }

  private func enqueue(_ write: any WaitingWrite) {
    let mustStart = queue.withLock { queue in
      queue.waiting.append(write)
      defer { queue.isDraining = true }
      return !queue.isDraining
    }
    if mustStart { thread.submit { _ in self.drain() } }
  }

  private func drain() {
    while true {
      let batch = queue.withLock { queue -> [any WaitingWrite] in
        let batch = Array(queue.waiting.prefix(Self.batchMax))
        queue.waiting.removeFirst(batch.count)
        if batch.isEmpty { queue.isDraining = false }
        return batch
      }
      if batch.isEmpty { return }
      let failure = commit(batch)
      for write in batch { write.finish(failure) }
    }
  }

  /// Gives why nothing of the batch was kept, or nil.
  private func commit(_ batch: [any WaitingWrite]) -> (any Error)? {
    do {
      try pool.writeWithoutTransaction { connection in
        try connection.execute(sql: "BEGIN IMMEDIATE")
        do {
          for write in batch {
            try write.run(SQLiteTransaction(connection, now: clock.now, keys: keys), in: connection)
          }
          try connection.execute(sql: "COMMIT")
        } catch {
          if connection.isInsideTransaction { try? connection.execute(sql: "ROLLBACK") }
          throw error
        }
      }
      return nil
    } catch let error as GRDB.DatabaseError {
      return error.resultCode == .SQLITE_CONSTRAINT
        ? DatabaseFault.foreignKey(name: "") : DatabaseFault.full(message: error.message ?? "")
    } catch {
      return error
    }
  }
}

/// A write body in the queue, whatever it answers.
private protocol WaitingWrite: Sendable {
  /// Runs the body in a savepoint. Throws only when the whole transaction was ended by the engine (disk full).
  func run(_ transaction: SQLiteTransaction, in connection: GRDB.Database) throws

  /// Answers the waiting caller once the commit's fate is known.
  func finish(_ failure: (any Error)?)
}

private final class PendingWrite<Answer: Sendable>: WaitingWrite {
  private let body: @Sendable (any Transaction) throws -> Answer
  private let continuation: CheckedContinuation<Answer, any Error>
  private let outcome = Mutex<(result: Result<Answer, any Error>, effects: [@Sendable () -> Void])?>(nil)

  init(
    body: @escaping @Sendable (any Transaction) throws -> Answer,
    continuation: CheckedContinuation<Answer, any Error>
  ) {
    self.body = body
    self.continuation = continuation
  }

  func run(_ transaction: SQLiteTransaction, in connection: GRDB.Database) throws {
    try connection.execute(sql: "SAVEPOINT write")
    let result = Result { try body(transaction) }
    guard connection.isInsideTransaction else {
      throw DatabaseFault.full(message: "the transaction was ended by the engine")
    }
    if case .failure = result { try connection.execute(sql: "ROLLBACK TO write") }
    try connection.execute(sql: "RELEASE write")
    outcome.withLock { $0 = (result, transaction.effects) }
  }

  func finish(_ failure: (any Error)?) {
    let outcome = outcome.withLock { $0 }
    switch (failure, outcome?.result) {
    case (let failure?, _): continuation.resume(throwing: failure)
    case (nil, .failure(let error)?): continuation.resume(throwing: error)
    case (nil, .success(let answer)?):
      continuation.resume(returning: answer)
      for effect in outcome?.effects ?? [] { effect() }
    case (nil, nil): continuation.resume(throwing: DatabaseFault.full(message: "the write did not run"))
    }
  }
}
