import Kernel

/// Whose work a reader may ask about.
package enum WorkScope: Sendable, Equatable {
  /// All of an agency: its leaders, head of office and registry.
  case agency(AgencyID)
  /// What a unit answers for, as far as the reader sees its documents: its head and its clerk.
  case unit(UnitID, AgencyID)
  /// What a post gave to others.
  case given(PostID)
}

/// Who may read figures about the work of others.
package enum ReportsAccess {
  /// Nil for those who only have work of their own.
  package static func scope(of actor: Actor) -> WorkScope? {
    if actor.isLeader || actor.isHeadOfOffice || actor.isRegistryClerk { return .agency(actor.agency) }
    if actor.roles.contains(.unitHead) || actor.roles.contains(.unitClerk) { return .unit(actor.unit, actor.agency) }
    return nil
  }

  /// The archivist looks after dossiers too, and the report on them is theirs to read (HS-12).
  package static func dossierScope(of actor: Actor) -> WorkScope? {
    actor.roles.contains(.archivist) ? .agency(actor.agency) : scope(of: actor)
  }

  /// Whether there is anything for somebody in the room.
  package static func mayEnter(_ actor: Actor) -> Bool { !ReportPart.shown(to: actor).isEmpty }

  /// Who is in the system: for those who read reports of the whole agency, and for its administrators (PL6-62).
  package static func systemScope(of actor: Actor) -> AgencyID? {
    if actor.isAdministrator { return actor.agency }
    if case .agency(let agency) = scope(of: actor) { return agency }
    return nil
  }

  /// What is looked at: for those who are told of single records, too (PL6-61).
  package static func accessedScope(of actor: Actor) -> AgencyID? {
    actor.isLeader || actor.isHeadOfOffice || actor.roles.contains(.archivist) ? actor.agency : nil
  }

  static func requireSystemScope(of actor: Actor) throws(Refusal) -> AgencyID {
    guard let agency = systemScope(of: actor) else {
      throw Refusal(
        .forbidden, "Lượt truy cập hệ thống dành cho lãnh đạo, chánh văn phòng, văn thư cơ quan và quản trị.")
    }
    return agency
  }

  static func requireAccessedScope(of actor: Actor) throws(Refusal) -> AgencyID {
    guard let agency = accessedScope(of: actor) else {
      throw Refusal(
        .forbidden, "Lượt xem hồ sơ, văn bản dành cho lãnh đạo, chánh văn phòng và người làm lưu trữ.")
    }
    return agency
  }

  static func requireDossierScope(of actor: Actor) throws(Refusal) -> WorkScope {
    try require(dossierScope(of: actor))
  }

  static func requireScope(of actor: Actor) throws(Refusal) -> WorkScope { try require(scope(of: actor)) }

  private static func require(_ scope: WorkScope?) throws(Refusal) -> WorkScope {
    guard let scope else {
      throw Refusal(
        .forbidden,
        "Báo cáo và theo dõi dành cho lãnh đạo, chánh văn phòng, văn thư và lãnh đạo, văn thư đơn vị. Việc của anh/chị ở «Việc của tôi»."
      )
    }
    return scope
  }
}
