import Database
import Kernel

extension FilePlan.Numbering: SQLConvertible {}
extension FilePlan.State: SQLConvertible {}

/// All SQL on plans and their rounds. A plan is known to everybody in its agency and to nobody else.
package struct FilePlanStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  static let missing = Refusal(.notFound, "Không tìm thấy danh mục hồ sơ này.")

  /// The plan of a year in the actor's agency; nil while there is none.
  package func find(year: Int, visibleTo actor: Actor) throws -> FilePlan? {
    try plans(where: "agency_id = \(actor.agency) AND year = \(year)").first
  }

  /// The plan, or the refusal of what does not exist for this actor.
  package func find(_ id: FilePlan.ID, visibleTo actor: Actor) throws -> FilePlan {
    guard let plan = try plans(where: "id = \(id) AND agency_id = \(actor.agency)").first else { throw Self.missing }
    return plan
  }

  /// The same, held until the transaction ends.
  func lock(_ id: FilePlan.ID, visibleTo actor: Actor) throws -> FilePlan {
    _ = try transaction.rows("SELECT id FROM file_plans WHERE id = \(id) \(transaction.rowLock)")
    return try find(id, visibleTo: actor)
  }

  /// Those of the keys that the actor's agency has.
  package func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [FilePlan] {
    guard !numbers.isEmpty else { return [] }
    return try plans(where: "id IN (\(.list(numbers))) AND agency_id = \(actor.agency)")
  }

  /// Years that have a plan in the actor's agency, the newest first.
  package func years(visibleTo actor: Actor) throws -> [Int] {
    try transaction.rows("SELECT year FROM file_plans WHERE agency_id = \(actor.agency) ORDER BY year DESC").map {
      try $0.get("year")
    }
  }

  /// Plans of the actor's agency whose latest round stands so, the oldest first.
  package func list(in state: FilePlan.State, visibleTo actor: Actor) throws -> [FilePlan] {
    try plans(
      where: """
        agency_id = \(actor.agency) AND EXISTS (SELECT 1 FROM file_plan_rounds WHERE plan_id = file_plans.id
        AND state = \(state))
        """)
  }

  /// How many there are.
  package func countLater(in state: FilePlan.State, visibleTo actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM file_plans JOIN file_plan_rounds ON file_plan_rounds.plan_id = file_plans.id
      WHERE file_plans.agency_id = \(actor.agency) AND file_plan_rounds.state = \(state)
      """
    ).map { try $0[0].get("n") }
  }

  private func plans(where condition: SQL) throws -> [FilePlan] {
    let rows = try transaction.rows(
      """
      SELECT id, agency_id, year, numbering, last_number, made_at, made_by, version FROM file_plans
      WHERE \(condition) ORDER BY year
      """)
    guard !rows.isEmpty else { return [] }
    let ids = try rows.map { try $0.get("id", as: Int64.self) }
    let rounds = try transaction.rows(
      """
      SELECT plan_id, number, state, proposed_at, proposed_by, proposer_id, proposer_post, approved_at, approved_by,
        decision_code, decision_on, issued_at, issued_by, return_reason, returned_by
      FROM file_plan_rounds WHERE plan_id IN (\(.list(ids))) ORDER BY plan_id, number
      """)
    let byPlan = try Dictionary(grouping: rounds) { try $0.get("plan_id", as: Int64.self) }
    return try rows.map { try FilePlan($0, rounds: byPlan[$0.get("id")] ?? []) }
  }

  func add(_ plan: FilePlan) throws {
    try refusing(
      "file_plans_year",
      as: Refusal(.conflict, "Cơ quan đã có danh mục hồ sơ năm \(plan.year). Hãy tải lại trang để xem.")
    ) {
      try transaction.run(
        """
        INSERT INTO file_plans (id, agency_id, year, numbering, last_number, made_at, made_by, version)
        VALUES (\(plan.id), \(plan.agency), \(plan.year), \(plan.numbering), \(plan.lastNumber), \(plan.madeAt),
          \(plan.madeBy), \(plan.version))
        """)
    }
    for round in plan.rounds { try add(round, to: plan.id) }
  }

  /// Begins a round of additions.
  func add(_ round: FilePlanRound, to plan: FilePlan.ID) throws {
    try transaction.run(
      """
      INSERT INTO file_plan_rounds (plan_id, number, state, decision_code, return_reason)
      VALUES (\(plan), \(round.number), \(round.state), '', '')
      """)
  }

  /// Something in it was changed: whoever saw it before may no longer propose or decide it unseen.
  func touch(_ id: FilePlan.ID) throws {
    try transaction.run("UPDATE file_plans SET version = version + 1 WHERE id = \(id)")
  }

  /// Writes how numbers run and where the latest round stands. Refuses when someone changed the plan meanwhile.
  func save(_ plan: FilePlan, from version: Int) throws {
    let changed = try transaction.run(
      """
      UPDATE file_plans SET numbering = \(plan.numbering), version = version + 1
      WHERE id = \(plan.id) AND version = \(version)
      """)
    guard changed == 1 else {
      throw Refusal(
        .conflict, "\(plan.title) vừa được người khác sửa. Hãy xem bản mới rồi làm lại; chưa có gì bị ghi đè.")
    }
    let round = plan.round
    try transaction.run(
      """
      UPDATE file_plan_rounds SET state = \(round.state), proposed_at = \(round.proposedAt),
        proposed_by = \(round.proposedBy), proposer_id = \(round.proposer), proposer_post = \(round.proposerPost),
        approved_at = \(round.approvedAt), approved_by = \(round.approvedBy), decision_code = \(round.decisionCode),
        decision_on = \(round.decisionOn), issued_at = \(round.issuedAt), issued_by = \(round.issuedBy),
        return_reason = \(round.returnReason), returned_by = \(round.returnedBy)
      WHERE plan_id = \(plan.id) AND number = \(round.number)
      """)
  }

  /// Takes so many numbers of the plan's own series; gives the first of them.
  func takeNumbers(_ count: Int, of plan: FilePlan.ID) throws -> Int {
    let rows = try transaction.rows(
      "UPDATE file_plans SET last_number = last_number + \(count) WHERE id = \(plan) RETURNING last_number")
    guard let last: Int = try rows.first?.get("last_number") else { throw Self.missing }
    return last - count + 1
  }

  /// The same of the series of a big heading.
  func takeNumbers(_ count: Int, of heading: FilePlanHeading.ID) throws -> Int {
    let rows = try transaction.rows(
      "UPDATE file_plan_headings SET last_number = last_number + \(count) WHERE id = \(heading) RETURNING last_number")
    guard let last: Int = try rows.first?.get("last_number") else { throw Self.missing }
    return last - count + 1
  }
}

extension FilePlan {
  fileprivate init(_ row: Row, rounds: [Row]) throws {
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), year: try row.get("year"),
      numbering: try row.get("numbering"), lastNumber: try row.get("last_number"),
      rounds: try rounds.map(FilePlanRound.init), madeAt: try row.get("made_at"), madeBy: try row.get("made_by"),
      version: try row.get("version"))
  }
}

extension FilePlanRound {
  fileprivate init(_ row: Row) throws {
    self.init(number: try row.get("number"))
    state = try row.get("state")
    (proposedAt, proposedBy) = (try row.find("proposed_at"), try row.find("proposed_by"))
    (proposer, proposerPost) = (try row.find("proposer_id"), try row.find("proposer_post"))
    (approvedAt, approvedBy) = (try row.find("approved_at"), try row.find("approved_by"))
    (decisionCode, decisionOn) = (try row.get("decision_code"), try row.find("decision_on"))
    (issuedAt, issuedBy) = (try row.find("issued_at"), try row.find("issued_by"))
    (returnReason, returnedBy) = (try row.get("return_reason"), try row.find("returned_by"))
  }
}
