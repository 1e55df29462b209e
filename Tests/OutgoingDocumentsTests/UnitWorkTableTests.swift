import Database
import Kernel
import Organization
import TestSupport
import Testing
import Work

@testable import OutgoingDocuments

/// Every act on a unit's work in every state by every role: allowed, or refused with a reason. Nothing else happens.
@Suite("DI-15, DEN-11 ai làm được gì với việc của đơn vị, ở trạng thái nào") struct UnitWorkTableTests {
  /// How far the work is at the unit.
  enum Reach: String, CaseIterable, Sendable {
    case sent, accepted, assigned, taken, reported, done, returned, sentAgain, recalled
  }

  /// H head of the unit, O its officer, U head of the unit that only reads, R registry clerk, L leader, A administrator.
  static let roles = [
    Cast.headOfTwo, Cast.officerOfAnotherUnit, Cast.unitHead, Cast.registryClerk, Cast.leader, Cast.administrator,
  ]

  private struct Target: Sendable {
    var id: OutgoingDocument.ID
    var unit, officer: WorkItem.ID
    var sending: WorkSending.ID
  }

  private static func acts(
    on target: Target
  ) -> [(name: String, perform: @Sendable (Actor, any Transaction) throws -> Void)] {
    let (id, unit, officer) = (target.id, target.unit, target.officer)
    return [
      ("accept U", { try AcceptUnitWork(unit, on: id).perform(by: $0, in: $1) }),
      ("accept O", { try AcceptUnitWork(officer, on: id).perform(by: $0, in: $1) }),
      (
        "assign",
        { try AssignUnitWork(unit, on: id, to: Cast.officerOfAnotherUnit.post).perform(by: $0, in: $1) }
      ),
      ("take back", { _ = try TakeBackUnitWork(officer, on: id, reason: "đổi người").perform(by: $0, in: $1) }),
      ("complete U", { _ = try CompleteUnitWork(unit, on: id, result: "xong").perform(by: $0, in: $1) }),
      ("complete O", { _ = try CompleteUnitWork(officer, on: id, result: "xong").perform(by: $0, in: $1) }),
      ("return U", { _ = try ReturnUnitWork(unit, on: id, reason: "nhầm").perform(by: $0, in: $1) }),
      ("return O", { _ = try ReturnUnitWork(officer, on: id, reason: "nhầm").perform(by: $0, in: $1) }),
      ("reopen", { try ReopenUnitWork(unit, on: id, reason: "thiếu").perform(by: $0, in: $1) }),
      ("undo", { _ = try UndoUnitWork(target.sending, on: id).perform(by: $0, in: $1) }),
    ]
  }

  @Test("state × act × role is as the table says", arguments: Reach.allCases) func table(reach: Reach) async throws {
    try await withDesk { database in
      let target = try await Self.reach(reach, database)
      let seen = try await database.table(Self.acts(on: target), by: Self.roles)
      #expect(seen == Self.expected(reach), "\(reach.rawValue):\n\(seen)")
    }
  }

  private static func reach(_ reach: Reach, _ database: any Database) async throws -> Target {
    let (head, officer) = (Cast.headOfTwo, Cast.officerOfAnotherUnit)
    let id = try await database.sendUnits()
    var sending: WorkSending?
    switch reach {
    case .sent: break
    case .accepted: try await database.accept(id, by: head)
    case .assigned, .recalled: sending = try await database.assign(id, to: officer, by: head)
    case .taken, .reported, .done:
      try await database.assign(id, to: officer, by: head)
      try await database.accept(id, by: officer)
      if reach != .taken { sending = try await database.complete(id, "xong phần mình", by: officer) }
      if reach == .done { sending = try await database.complete(id, "xong", by: head) }
    case .returned, .sentAgain:
      sending = try await database.giveBack(id, "nhầm", by: head)
      guard reach == .sentAgain else { break }
      _ = try await database.write {
        try SendFurther(id, to: ["Vụ Pháp chế"]).perform(by: Cast.registryClerk, in: $0)
      }
    }
    if reach == .recalled { try await database.recall(id) }
    let found = try #require(try await database.unitWork(of: id))
    return Target(
      id: id, unit: found.item.id, officer: try await database.officerItem(id) ?? .init(7),
      sending: sending?.id ?? .init(7))
  }

  /// What the head of the unit and its officer may, act by act; the head's own undo is last.
  private struct Allowed {
    /// On the unit's work, in the order accept, assign, complete, return, reopen: the head's.
    var unit: String
    /// On the officer's, in the order accept, take back, complete, return: the head's and the officer's; nil while there
    /// is none, or none was there lately.
    var officer: [String]?
    /// Who may undo what was sent last, the head or the officer; nil when nothing was.
    var undo: String?
  }

  private static func allowed(_ reach: Reach) -> Allowed {
    switch reach {
    case .sent: Allowed(unit: "++++.")
    case .accepted: Allowed(unit: ".+++.")
    case .assigned: Allowed(unit: ".....", officer: ["-+", "+-", "-+", "-+"], undo: "+-")
    case .taken: Allowed(unit: ".....", officer: ["-.", "+-", "-+", "-+"])
    case .reported: Allowed(unit: ".+++.", officer: ["-.", ".-", "-.", "-."], undo: "-+")
    case .done: Allowed(unit: "....+", officer: ["-.", ".-", "-.", "-."], undo: "+-")
    case .returned: Allowed(unit: ".....", undo: "+?")
    case .sentAgain: Allowed(unit: "++++.", undo: ".?")
    case .recalled: Allowed(unit: ".....")
    }
  }

  /// `+` allowed, `-` not to this role, `.` not in this state, `?` not found or not seen. Roles stand in the order
  /// `HOURLA`: who only reads, the registry and the leader learn that it is the unit's; the administrator sees nothing,
  /// nor does an officer who was given nothing, or from whom it was taken by the recall.
  private static func expected(_ reach: Reach) -> String {
    if reach == .recalled { return acts.map { pad($0) + ".?...?" }.joined(separator: "\n") }
    let allowed = allowed(reach)
    let officer = allowed.officer == nil ? "?" : "-"
    let unit = allowed.unit.map { "\($0)\(officer)---?" }
    let theirs = (allowed.officer ?? []).map { "\($0)---?" }
    let none = "??????"
    let undo = allowed.undo.map { "\($0)---?" } ?? none
    let rows = [
      unit[0], theirs.first ?? none, unit[1], theirs.isEmpty ? none : theirs[1], unit[2],
      theirs.isEmpty ? none : theirs[2],
      unit[3], theirs.last ?? none, unit[4], undo,
    ]
    return zip(acts, rows).map { pad($0) + $1 }.joined(separator: "\n")
  }

  private static let acts = [
    "accept U", "accept O", "assign", "take back", "complete U", "complete O", "return U", "return O", "reopen", "undo",
  ]

  private static func pad(_ name: String) -> String { name + String(repeating: " ", count: max(0, 10 - name.count)) }
}

extension Database {
  /// Of the officer who was named last, taken back or not.
  fileprivate func officerItem(_ id: OutgoingDocument.ID) async throws -> WorkItem.ID? {
    try await read { try WorkStore($0).items(of: .outgoingDocument(id)).last { $0.parent != nil }?.id }
  }
}
