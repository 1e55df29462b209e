import CPostgreSQL
import Kernel

/// One blocking libpq connection, always in pipeline mode: statements are queued and travel together as soon as an
/// answer is waited for. Used by one thread at a time: `PostgresDatabase` lends it.
final class PostgresConnection {
  private let connection: OpaquePointer
  /// Statements prepared on this connection, by text.
  private var prepared: [String: Prepared] = [:]
  /// Never given back, so that a name means one text as long as the connection lives.
  private var namesGiven = 0
  /// The word that begins the transaction, until its first statement.
  private var begin: String?
  private var isBegun = false
  /// Not sent yet.
  private var queue: [PostgresStatement] = []
  /// Sent, in order; the answers are still to be read.
  private var underWay: [Expected] = []
  private var isBroken = false

  private final class Prepared {
    let name: String
    var columns: PostgresColumns?

    init(name: String) { self.name = name }
  }

  private enum Expected {
    case preparation(Prepared, of: String)
    case statement(PostgresStatement, Prepared)
    case forgetting
    /// What follows a failed statement is skipped as far as here.
    case end
  }

  /// Statements kept prepared; beyond it all are forgotten, since lists of values make texts of many lengths.
  private static let preparedMax = 500
  /// Statements that may wait before they are sent: the server shall have something to do meanwhile.
  private static let queuedMax = 200

  /// What this program asks of the planner: its statements are few and small, and each is planned once on a connection,
  /// for all values (planning anew at each call cost as much as the answer). Workers and compiled expressions cost more
  /// to start than they save.
  private static let settings = [
    "client_min_messages = warning", "plan_cache_mode = force_generic_plan", "max_parallel_workers_per_gather = 0",
    "jit = off",
    // Words that a text index has not sorted in yet are read whole by every search: 4 MB of them, the usual limit, cost
    // a search 10 ms.
    "gin_pending_list_limit = '64kB'",
  ]

  init(uri: String) throws {
    connection = PQconnectdb(uri)
    // Every property is set, so when this throws, `deinit` runs and finishes the connection.
    guard PQstatus(connection) == CONNECTION_OK, PQenterPipelineMode(connection) == 1 else {
      throw DatabaseFault.other(message: String(cString: PQerrorMessage(connection)), sql: "CONNECT")
    }
    for setting in Self.settings { try ask("SET " + setting, []) }
    try settle()
  }

  deinit { PQfinish(connection) }

  var isUsable: Bool { !isBroken && !isBegun && PQstatus(connection) == CONNECTION_OK }

  // MARK: transactions

  /// The next statement begins a transaction with this word.
  func begin(_ word: String) { begin = word }

  /// Ends the transaction durably. What was queued goes with it, and what that breaks is thrown here.
  func commit() throws {
    begin = nil
    guard isBegun else { return }
    let tag = try execute("COMMIT", []).tag
    isBegun = false
    // So the server answers when an error in the transaction was passed over: nothing of it was kept.
    guard tag == "COMMIT" else {
      throw DatabaseFault.other(message: "a statement of the transaction had failed", sql: "COMMIT")
    }
  }

  /// Ends a transaction that changed nothing. Nobody waits for the answer: the next statement reads it.
  func commitReading() throws {
    begin = nil
    guard isBegun else { return }
    // Answers that are not looked at yet must come before the transaction ends.
    guard queue.isEmpty else { return try commit() }
    try ask("COMMIT", [])
    try send()
    isBegun = false
  }

  /// Undoes the transaction; what was not sent yet never happens.
  func rollBack() {
    begin = nil
    queue.removeAll(keepingCapacity: true)
    guard isBegun else { return }
    do {
      try execute("ROLLBACK", [])
      isBegun = false
    } catch {
      isBroken = true
    }
  }

  // MARK: statements

  /// Queues a statement.
  @discardableResult func ask(_ text: String, _ values: [SQLValue]) throws -> PostgresStatement {
    if let begin {
      queue.append(PostgresStatement(text: begin, values: []))
      self.begin = nil
      isBegun = true
    }
    let statement = PostgresStatement(text: text, values: values)
    queue.append(statement)
    if queue.count >= Self.queuedMax { try settle() }
    return statement
  }

  /// Runs a statement after all that are queued, and waits for its answer.
  @discardableResult func execute(_ text: String, _ values: [SQLValue]) throws -> PostgresAnswer {
    try answer(to: ask(text, values))
  }

  /// The answer to a statement that was asked on this connection.
  func answer(to statement: PostgresStatement) throws -> PostgresAnswer {
    if statement.answer == nil { try settle() }
    guard let answer = statement.answer else {
      throw DatabaseFault.other(message: "the statement did not run", sql: statement.text)
    }
    return answer
  }

  private func settle() throws {
    try send()
    try readAnswers()
  }

  private func send() throws {
    guard !queue.isEmpty else { return }
    defer { queue.removeAll(keepingCapacity: true) }
    try forgetPrepared()
    for statement in queue {
      let known = try prepare(statement.text)
      let isSent = statement.withParameters { count, parameters in
        PQsendQueryPrepared(connection, known.name, count, parameters, nil, nil, 0)
      }
      try require(isSent, statement.text)
      underWay.append(.statement(statement, known))
    }
    try require(PQpipelineSync(connection), "SYNC")
    underWay.append(.end)
  }

  /// Forgets what is prepared when it is much. On its own: a transaction that reads cannot begin after a statement that
  /// travels in the same pipeline.
  private func forgetPrepared() throws {
    guard prepared.count >= Self.preparedMax else { return }
    let text = "DEALLOCATE ALL"
    try require(PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0), text)
    underWay.append(.forgetting)
    try require(PQpipelineSync(connection), "SYNC")
    underWay.append(.end)
    prepared.removeAll(keepingCapacity: true)
  }

  private func prepare(_ text: String) throws -> Prepared {
    if let known = prepared[text] { return known }
    let statement = Prepared(name: "s\(namesGiven)")
    namesGiven += 1
    try require(PQsendPrepare(connection, statement.name, text, 0, nil), text)
    underWay.append(.preparation(statement, of: text))
    prepared[text] = statement
    return statement
  }

  private func require(_ isDone: Int32, _ text: String) throws {
    guard isDone != 1 else { return }
    isBroken = true
    throw DatabaseFault.other(message: String(cString: PQerrorMessage(connection)), sql: text)
  }

  // MARK: answers

  /// Reads the answers to all that was sent; throws the first thing that went wrong.
  private func readAnswers() throws {
    let expected = underWay
    underWay.removeAll(keepingCapacity: true)
    var first: DatabaseFault?
    for one in expected {
      do { try read(one) } catch let fault as DatabaseFault { first = first ?? fault }
      if isBroken { break }
    }
    if let first { throw first }
  }

  private func read(_ expected: Expected) throws {
    guard let result = PQgetResult(connection) else {
      isBroken = true
      throw DatabaseFault.other(message: String(cString: PQerrorMessage(connection)), sql: "")
    }
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard PQstatus(connection) == CONNECTION_OK else {
      isBroken = true
      throw DatabaseFault(result, "")
    }
    switch expected {
    case .end:
      guard status == PGRES_PIPELINE_SYNC else { throw brokenOrder(result) }
      return
    case .forgetting:
      guard PQgetResult(connection) == nil else { throw brokenOrder(result) }
    case .preparation(let statement, let text):
      guard PQgetResult(connection) == nil else { throw brokenOrder(result) }
      guard status == PGRES_COMMAND_OK else {
        // It does not exist on the server. Another of the text may have been asked for since.
        if prepared[text] === statement { prepared[text] = nil }
        throw DatabaseFault(result, text)
      }
    case .statement(let statement, let known):
      guard PQgetResult(connection) == nil else { throw brokenOrder(result) }
      guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
        throw DatabaseFault(result, statement.text)
      }
      let columns = known.columns ?? PostgresColumns(result)
      known.columns = columns
      statement.answer = PostgresAnswer(result, columns)
    }
  }

  /// Answers that come in another order than they were asked for belong to nobody.
  private func brokenOrder(_ result: OpaquePointer) -> DatabaseFault {
    isBroken = true
    return DatabaseFault(result, "SYNC")
  }
}

extension DatabaseFault {
  fileprivate init(_ result: OpaquePointer, _ sql: String) {
    func field(_ code: Int32) -> String { PQresultErrorField(result, code).map { String(cString: $0) } ?? "" }
    let message = String(cString: PQresultErrorMessage(result))
    switch field(67) {  // PG_DIAG_SQLSTATE
    case "23505", "23514", "23P01": self = .constraint(name: field(110))  // PG_DIAG_CONSTRAINT_NAME
    case "23502": self = .constraint(name: "\(field(116)).\(field(99))")  // table.column
    case "23503": self = .foreignKey(name: field(110))
    case "40001", "40P01": self = .serialization(message: message)
    case "53100", "53200", "25006", "57P01", "57P03": self = .full(message: message)
    default: self = .other(message: message, sql: sql)
    }
  }
}
