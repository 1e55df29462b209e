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
