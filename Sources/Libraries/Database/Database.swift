import Kernel

/// The database engines. Switches over it are exhaustive: a migration speaks both or does not compile.
package enum Engine: String, Sendable, CaseIterable {
  case sqlite, postgres
}

/// An open transaction. Its body is synchronous and has no effect outside, because it may be run again.
package protocol Transaction: AnyObject {
  var engine: Engine { get }

  /// The one time of the act.
  var now: Instant { get }

  /// Runs a statement and gives its rows.
  func rows(_ sql: SQL) throws -> [Row]

  /// Runs a statement and gives the number of rows it changed.
  @discardableResult func run(_ sql: SQL) throws -> Int

  /// Runs a statement whose answer is looked at later, or never: the statement travels with the next one that is
  /// waited for, or with the end of the transaction, and what it breaks is thrown there.
  @discardableResult func later(_ sql: SQL) throws -> Later<[Row]>

  /// The next key of `table`, growing with arrival (see `IdentifierSource`).
  func nextKey(of table: String) throws -> Int64

  /// Calls `effect` after this transaction is durable, never when it failed. For waking job runners and live notices.
  func afterCommit(_ effect: @escaping @Sendable () -> Void)
}

/// What a statement will have answered that was not waited for. Several of them cost one way to the database.
package struct Later<Value> {
  private let wait: () throws -> Value

  init(_ wait: @escaping () throws -> Value) { self.wait = wait }

  /// What need not be asked.
  package init(known value: Value) { self.init { value } }

  /// Waits for it. Only while the transaction's body runs.
  package func get() throws -> Value { try wait() }

  /// The same, made into something else.
  package func map<Other>(_ change: @escaping (Value) throws -> Other) -> Later<Other> {
    Later<Other> { [wait] in try change(wait()) }
  }
}

extension Transaction {
  /// At once: an embedded engine has no way to go.
  @discardableResult package func later(_ sql: SQL) throws -> Later<[Row]> {
    Later(known: try rows(sql))
  }

  /// `FOR UPDATE` where the engine has row locks; SQLite has one writer and needs none.
  package var rowLock: SQL {
    switch engine {
    case .sqlite: ""
    case .postgres: "FOR UPDATE"
    }
  }

  /// A new typed key of `table`.
  package func nextID<Subject>(_ type: Identifier<Subject>.Type = Identifier<Subject>.self, of table: String) throws
    -> Identifier<Subject>
  {
    Identifier(try nextKey(of: table))
  }
}

/// One of the two engines behind one face. Both drivers are blocking C libraries on threads of their own.
package protocol Database: Sendable {
  var engine: Engine { get }

  /// Runs `body` on a consistent snapshot. It must not write.
  func read<Answer: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Answer) async throws -> Answer

  /// Runs `body` in a write transaction and returns when it is durable. Serialisation failures run it again.
  @discardableResult
  func write<Answer: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Answer) async throws -> Answer

  /// The same as `read` and `write` on the calling thread: for tools and importers, never on a server's event loop.
  func readNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer
  @discardableResult func writeNow<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer

  /// Writes the files anew, or the pages that changed, so that what was deleted cannot be read from them. Other work goes
  /// on: readers all the time, writers on SQLite after it (LT-03).
  func forgetDeleted() async throws

  /// Ends work under way and closes every connection.
  func close() async throws

  /// The same on the calling thread, for tools.
  func closeNow() throws
}

/// What a driver reports besides `Refusal`s thrown by a body.
package enum DatabaseFault: Error, Sendable, Equatable {
  /// A constraint of this name (or index name) was broken.
  case constraint(name: String)
  /// A foreign key was broken. SQLite does not tell which.
  case foreignKey(name: String)
  /// The disk is full, or the database cannot be written now.
  case full(message: String)
  /// Two transactions cannot both go on; the driver runs the body again before it gives this up.
  case serialization(message: String)
  /// The engine says that its file or one of its structures is broken.
  case damaged(message: String)
  case decoding(column: String, type: String)
  case missingColumn(String)
  case other(message: String, sql: String)
}

/// Runs `body`; turns the named broken constraint into a refusal.
@discardableResult package func refusing<Answer>(
  _ constraint: String, as refusal: @autoclosure () -> Refusal, _ body: () throws -> Answer
) throws -> Answer {
  do { return try body() } catch DatabaseFault.constraint(name: constraint) { throw refusal() }
}
