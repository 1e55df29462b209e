import Access
import Database
import Kernel

/// What a dossier shows to whom: itself, and the documents that lie in it (PL6-32).
enum DossierRights {
  /// Who sees the dossier: its maker and unit, those who take part, and who looks after the agency's filing (HS-12).
  static func grants(of dossier: Dossier, _ participants: [DossierParticipant]) -> [Grant] {
    let source = RecordReference.dossier(dossier.id)
    return [Grant(.post(dossier.makerPost), reason: .author, source: source)]
      + [Grant(.unit(dossier.unit), reason: .takesPart, source: source)]
      + participants.map { Grant($0.holder, reason: .takesPart, source: source) }
      + Principal.AgencyRole.allCases.map { Grant(.agencyRole(dossier.agency, $0), reason: .filing, source: source) }
  }

  /// Who sees what lies in it. Whoever looks after the filing sees the agency's documents through the registers, and no
  /// draft that is not theirs. What is kept back goes past whoever only reads the dossier.
  static func matterGrants(
    of dossier: Dossier, _ participants: [DossierParticipant], isKeptBack: Bool = false
  ) -> [Grant] {
    let source = RecordReference.dossier(dossier.id)
    let shown = participants.filter { !isKeptBack || $0.role == .contributor }
    return ([.post(dossier.makerPost), .unit(dossier.unit)] + shown.map(\.holder)).map {
      Grant($0, reason: .dossier, source: source)
    } + (dossier.state.isOfArchive ? [archiveGrant(of: dossier)] : [])
  }

  /// Who sees what is kept back, a file of the dossier's own among it.
  static func keptFor(_ dossier: Dossier, _ participants: [DossierParticipant]) -> Set<Principal> {
    Set(matterGrants(of: dossier, participants, isKeptBack: true).map(\.principal))
  }

  /// The files of a dossier's own that are kept from this reader: those that are kept back and, in a part of a dossier,
  /// all of them for whoever sees it only because they see the whole (PL6-32).
  ///
  /// - Parameters:
  ///   - dossier: found for the actor.
  ///   - known: who takes part, where the caller has read that.
  static func hiddenFiles(
    in dossier: Dossier, _ known: [DossierParticipant]? = nil, from actor: Actor, in transaction: any Transaction
  ) throws -> [DossierItem] {
    let store = DossierItemStore(transaction)
    // Most dossiers keep nothing back: then nobody's part in them is asked about.
    let kept = try store.ownFiles(in: dossier.id, keptBackOnly: true)
    guard dossier.parent != nil || !kept.isEmpty else { return [] }
    let participants = try known ?? DossierParticipantStore(transaction).list(of: dossier.id)
    if seesHeadOnly(actor, of: dossier, participants) { return try store.ownFiles(in: dossier.id) }
    return keptFor(dossier, participants).isDisjoint(with: actor.principals) ? kept : []
  }

  /// A part of a dossier shows its head to whoever sees the whole, and nothing more (files, notes) unless they are its own.
  static func seesHeadOnly(_ actor: Actor, of dossier: Dossier, _ participants: [DossierParticipant]) -> Bool {
    dossier.parent != nil
      && Set(grants(of: dossier, participants).map(\.principal)).isDisjoint(with: actor.principals)
  }

  /// Whether everybody who sees a dossier sees what lies in it, apart from what is kept back. In a part that has people of
  /// its own, others see the head alone.
  static func areContentsSeen(
    _ dossier: Dossier, _ known: [DossierParticipant]? = nil, in transaction: any Transaction
  ) throws -> Bool {
    guard dossier.parent != nil else { return true }
    let participants = try known ?? DossierParticipantStore(transaction).list(of: dossier.id)
    let own = Set(grants(of: dossier, participants).map(\.principal))
    let record = RecordReference.dossier(dossier.id)
    let all = try Access.lines(of: [record], in: transaction)[record] ?? []
    return own.isSuperset(of: all.map(\.principal))
  }

  private static func archiveGrant(of dossier: Dossier) -> Grant {
    Grant(.agencyRole(dossier.agency, .archivist), reason: .archive, source: .dossier(dossier.id))
  }

  /// Shows the archive all that lies in a dossier it was handed, or, given back, no longer (HS-08). That the archive sees
  /// the dossier itself stays.
  static func showToArchive(_ dossier: Dossier, in transaction: any Transaction) throws {
    let grant = archiveGrant(of: dossier)
    for record in try DossierItemStore(transaction).records(in: dossier.id) {
      if dossier.state.isOfArchive {
        try Access.grant([grant], to: record, in: transaction)
      } else {
        try Access.revoke([grant.principal], of: record, source: grant.source, in: transaction)
      }
    }
  }

  /// Who sees the heads of a dossier's parts because they see the whole; not what lies in them.
  static func partGrants(of whole: Dossier, _ participants: [DossierParticipant]) -> [Grant] {
    ([.post(whole.makerPost), .unit(whole.unit)] + participants.map(\.holder)).map {
      Grant($0, reason: .dossier, source: .dossier(whole.id))
    }
  }

  /// Makes the access table say that of every part.
  static func settleParts(
    of whole: Dossier, _ participants: [DossierParticipant], in transaction: any Transaction
  ) throws {
    let grants = partGrants(of: whole, participants)
    for part in try SubDossierStore(transaction).kin(of: whole.id) {
      try Access.set(grants, to: .dossier(part.id), source: .dossier(whole.id), in: transaction)
      if let part = try DossierStore(transaction).findForJob(part.id) {
        try DossierIndexing.index(part, in: transaction)
      }
    }
  }

  /// Makes the access table say what the dossier says now, no more and no less: about itself and about all that lies in it.
  /// By whom it may be found, and by which words, goes with it.
  static func settle(_ dossier: Dossier, in transaction: any Transaction) throws {
    let participants = try DossierParticipantStore(transaction).list(of: dossier.id)
    let source = RecordReference.dossier(dossier.id)
    try Access.set(grants(of: dossier, participants), to: source, source: source, in: transaction)
    try settleParts(of: dossier, participants, in: transaction)
    for item in try DossierItemStore(transaction).rightsItems(in: dossier.id) {
      let matter = matterGrants(of: dossier, participants, isKeptBack: item.isKeptBack)
      try Access.set(matter, to: item.record, source: source, in: transaction)
    }
    try DossierIndexing.index(dossier, participants, in: transaction)
  }
}
