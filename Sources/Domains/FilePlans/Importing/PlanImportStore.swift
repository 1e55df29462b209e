import Database
import Kernel

/// All SQL on files that wait to be confirmed. Only whoever brought one sees it.
struct PlanImportStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Nobody comes back to it after two days.
  private static let kept = Duration.seconds(2 * 86_400)

  func add(_ kept: PlanImport, agency: AgencyID) throws {
    try transaction.run("DELETE FROM plan_imports WHERE at < \(transaction.now - Self.kept)")
    try transaction.run(
      """
      INSERT INTO plan_imports (id, agency_id, post_id, plan_id, file_name, facts_text, sheet_text, at)
      VALUES (\(kept.id), \(agency), \(kept.post), \(kept.plan), \(kept.fileName),
        \(try kept.facts.map { try JSONText.text($0) } ?? ""), \(try JSONText.text(kept.sheet)), \(kept.at))
      """)
  }

  /// - Parameter isHeld: until the transaction ends, for what will change or use it up.
  func find(_ id: PlanImport.ID, of actor: Actor, isHeld: Bool = false) throws -> PlanImport {
    let lock: SQL = isHeld ? transaction.rowLock : ""
    let rows = try transaction.rows(
      """
      SELECT id, post_id, plan_id, file_name, facts_text, sheet_text, at FROM plan_imports
      WHERE id = \(id) AND post_id = \(actor.post) AND agency_id = \(actor.agency) \(lock)
      """)
    guard let row = rows.first else {
      throw Refusal(.notFound, "Tệp này không còn chờ xác nhận: đã nhập, hoặc đã quá hai ngày. Hãy tải lên lại.")
    }
    let facts: String = try row.get("facts_text")
    return PlanImport(
      id: try row.get("id"), post: try row.get("post_id"), plan: try row.find("plan_id"),
      fileName: try row.get("file_name"), facts: facts.isEmpty ? nil : try JSONText.value(facts),
      sheet: try JSONText.value(try row.get("sheet_text")), at: try row.get("at"))
  }

  /// Keeps where its columns are.
  func save(_ sheet: PlanSheet, of id: PlanImport.ID) throws {
    try transaction.run("UPDATE plan_imports SET sheet_text = \(try JSONText.text(sheet)) WHERE id = \(id)")
  }

  func remove(_ id: PlanImport.ID) throws {
    try transaction.run("DELETE FROM plan_imports WHERE id = \(id)")
  }
}
