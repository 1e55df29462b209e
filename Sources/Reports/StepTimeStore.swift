import Database
import IncomingDocuments
import Kernel
import Work

/// Time that work spent in one state with one unit or person.
struct StepTime: Sendable, Equatable {
  var unit: UnitID?
  var holder: Principal?
  var holderName: String
  var state: WorkItem.State
  /// Pieces of work that were in it.
  var count: Int
  var milliseconds: Int64
}

/// Whose steps are meant.
struct StepQuestion: Sendable, Equatable {
  /// Of which work: given in a time, within a scope. Its unit and holder are those of each step, not of today.
  var work: WorkQuestion
  var unit: UnitID?
  var holder: Principal?
  var state: WorkItem.State?
}

extension WorkReportStore {
  /// Time in each step, by unit or by unit and person: each step is the time from one move to the next, so all of them
  /// add up to the whole.
  func times(_ question: StepQuestion, byPerson: Bool) throws -> [StepTime] {
    let by: SQL = byPerson ? "unit_id, holder" : "unit_id"
    let name: SQL = byPerson ? "MAX(holder_name) AS holder_name," : ""
    return try transaction.rows(
      """
      SELECT \(by), \(name) to_state, COUNT(DISTINCT item_id) AS n, CAST(SUM(spent) AS BIGINT) AS spent
      FROM (\(steps(question, after: 0))) AS steps WHERE \(condition(question))
      GROUP BY \(by), to_state ORDER BY \(by), to_state
      """
    ).compactMap { row in
      guard let state = WorkItem.State(rawValue: try row.get("to_state")) else { return nil }
      let holder = byPerson ? Principal(token: try row.get("holder")) : nil
      let known = byPerson ? try row.get("holder_name", as: String.self) : ""
      return StepTime(
        unit: try row.find("unit_id"), holder: holder,
        holderName: known.isEmpty ? try holder.map(nameOnWork) ?? "" : known, state: state, count: try row.get("n"),
        milliseconds: try row.get("spent"))
    }
  }

  /// What somebody was called who handed over all that they held: on other work of theirs, if there is any.
  private func nameOnWork(_ holder: Principal) throws -> String {
    try transaction.rows(
      "SELECT holder_name FROM work_items WHERE holder = \(holder.token) ORDER BY id DESC LIMIT 1"
    ).first.map { try $0.get("holder_name") } ?? "Người giữ trước"
  }

  /// The same by piece of work, a page of them in the order of their keys.
  func times(
    _ question: StepQuestion, after key: Int64, limit: Int
  ) throws -> (times: [(item: WorkItem.ID, milliseconds: Int64)], next: Int64?) {
    let rows = try transaction.rows(
      """
      SELECT item_id, CAST(SUM(spent) AS BIGINT) AS spent FROM (\(steps(question, after: key))) AS steps
      WHERE \(condition(question)) GROUP BY item_id ORDER BY item_id LIMIT \(limit + 1)
      """)
    let times = try rows.prefix(limit).map { row in
      (item: try row.get("item_id", as: WorkItem.ID.self), milliseconds: try row.get("spent", as: Int64.self))
    }
    return (times, rows.count > limit ? times.last?.item.number : nil)
  }

  /// Every step with how long it took; the last one goes on until now.
  private func steps(_ question: StepQuestion, after key: Int64) -> SQL {
    var work = question.work
    // A unit reads its own steps, also of work that another unit holds by now.
    if case .unit(_, let agency) = work.scope { work.scope = .agency(agency) }
    return """
      SELECT m.item_id, m.subject_number, m.unit_id, m.holder,
        CASE WHEN m.holder = w.holder THEN w.holder_name ELSE '' END AS holder_name, m.to_state,
        COALESCE(LEAD(m.moved_at) OVER (PARTITION BY m.item_id ORDER BY m.id), \(transaction.now)) - m.moved_at AS spent
      FROM work_items AS w JOIN work_moves AS m ON m.item_id = w.id WHERE \(condition(work)) AND w.id > \(key)
      """
  }

  private func condition(_ question: StepQuestion) -> SQL {
    let states = question.state.map { [$0] } ?? WorkItem.State.allCases.filter(\.isOpen)
    var parts: [SQL] = ["to_state IN (\(.list(states.map(\.rawValue))))"]
    if case .unit(let unit, _) = question.work.scope { parts += ["unit_id = \(unit)", seen("subject_number")] }
    if let unit = question.unit { parts.append("unit_id = \(unit)") }
    if let holder = question.holder { parts.append("holder = \(holder.token)") }
    return parts.joined(separator: " AND ")
  }
}
