import Access
import Database
import Kernel

/// Which dossiers of an agency the archive looks at.
package struct ArchiveListing: Sendable, Equatable {
  package enum Part: String, Sendable, CaseIterable {
    /// Handed over, to be looked at.
    case waiting = "cho-nhan"
    case archived = "trong-luu-tru"
    /// To be handed over some day: nearest first.
    case due = "den-han"
    /// May be kept longer by consent: nearest end first.
    case kept = "giu-lai"
  }

  /// What of the due ones.
  package enum Urgency: String, Sendable, CaseIterable {
    case overdue = "qua-han"
    /// Within thirty days.
    case soon = "sap-den-han"
  }

  /// From where a list in the order of days goes on.
  package struct Place: Sendable, Equatable {
    package var day: Day
    package var key: Int64

    package init(day: Day, key: Int64) {
      self.day = day
      self.key = key
    }
  }

  package var part: Part
  package var unit: UnitID?
  package var year: Int?
  package var urgency: Urgency?
  /// Where lists by key go on.
  package var page = KeysetPage.newest
  /// Where lists by day go on.
  package var after: Place?

  package init(_ part: Part, unit: UnitID? = nil, year: Int? = nil, urgency: Urgency? = nil) {
    self.part = part
    self.unit = unit
    self.year = year
    self.urgency = urgency
  }

  /// Days ahead at which people are warned (PL6-52).
  package static let warnedDays = 30
}

/// Lists of dossiers as the archive of the actor's agency sees them, by key or by day and key.
package struct DossierArchiveListStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// One more than `limit` tells that there is more.
  package func list(_ listing: ArchiveListing, limit: Int, by actor: Actor) throws -> [Dossier] {
    try found(keys(listing, limit: limit + 1, by: actor), by: actor)
  }

  /// How many such a list holds, at most `cap`.
  package func count(_ listing: ArchiveListing, cap: Int = 1001, by actor: Actor) throws -> Int {
    var whole = listing
    (whole.page, whole.after) = (.newest, nil)
    return try keys(whole, limit: cap, by: actor).count
  }

  /// How many wait for the archive.
  package func waitingCountLater(by actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 FROM dossiers WHERE agency_id = \(actor.agency)
      AND state = \(Dossier.State.submitted) LIMIT 1001) AS waiting
      """
    ).map { try $0[0].get("n") }
  }

  private func keys(_ listing: ArchiveListing, limit: Int, by actor: Actor) throws -> [Int64] {
    let (today, seen) = (transaction.now.day, DossierStore.visible(to: actor))
    let whose: SQL =
      listing.unit.map { "unit_id = \($0) AND agency_id = \(actor.agency)" } ?? "agency_id = \(actor.agency)"
    let year: SQL = listing.year.map { "AND year = \($0)" } ?? ""
    let after: SQL =
      listing.after.map { place in
        """
        AND transfer_limit_on >= \(place.day) AND (transfer_limit_on > \(place.day) OR id > \(place.key))
        """
      } ?? ""
    let statement: SQL
    switch listing.part {
    case .waiting, .archived:
      let state = listing.part == .waiting ? Dossier.State.submitted : .archived
      statement = """
        SELECT id FROM dossiers WHERE \(whose) AND state = \(state) \(year) AND \(listing.page.bound("id")) AND \(seen)
        ORDER BY id \(listing.page.direction) LIMIT \(limit)
        """
    case .due, .kept:
      let urgency: SQL =
        switch listing.urgency {
        case .overdue: "AND transfer_limit_on < \(today)"
        case .soon:
          "AND transfer_limit_on >= \(today) AND transfer_limit_on <= \(today + ArchiveListing.warnedDays)"
        case nil: "AND transfer_limit_on IS NOT NULL"
        }
      let kept: SQL = listing.part == .kept ? "AND kept_until IS NOT NULL" : ""
      statement = """
        SELECT id FROM dossiers WHERE \(whose) AND state = \(Dossier.State.closed) \(urgency) \(kept) \(year) \(after)
        AND \(seen) ORDER BY transfer_limit_on, id LIMIT \(limit)
        """
    }
    return try transaction.rows(statement).map { try $0.get("id") }
  }

  /// In the order of the keys.
  private func found(_ keys: [Int64], by actor: Actor) throws -> [Dossier] {
    let byKey = Dictionary(
      uniqueKeysWithValues: try DossierStore(transaction).list(keys, visibleTo: actor).map { ($0.id.number, $0) })
    return keys.compactMap { byKey[$0] }
  }
}

/// What one side may hand over, and what it is warned of.
extension DossierArchiveListStore {
  /// Closed ones that go to the archive and that the actor may hand over: their own, and as a head those of the unit;
  /// nearest day first.
  package func submittable(by actor: Actor, after place: ArchiveListing.Place? = nil, limit: Int) throws -> [Dossier] {
    let isHead = actor.roles.contains(.unitHead)
    let whose: SQL = isHead ? "unit_id = \(actor.unit)" : "maker_post = \(actor.post)"
    let after: SQL =
      place.map { "AND transfer_limit_on >= \($0.day) AND (transfer_limit_on > \($0.day) OR id > \($0.key))" }
      ?? ""
    let keys: [Int64] = try transaction.rows(
      """
      SELECT id FROM dossiers WHERE \(whose) AND state = \(Dossier.State.closed) AND transfer_limit_on IS NOT NULL
      AND agency_id = \(actor.agency) \(after) AND \(DossierStore.visible(to: actor))
      ORDER BY transfer_limit_on, id LIMIT \(limit + 1)
      """
    ).map { try $0.get("id") }
    return try found(keys, by: actor)
  }

  /// Those of the acting post that are due within the days of the warning, or late.
  package func dueSoon(madeBy actor: Actor, limit: Int) throws -> [Dossier] {
    let keys: [Int64] = try transaction.rows(
      """
      SELECT id FROM dossiers WHERE \(Self.dueSoon(actor, transaction.now.day)) ORDER BY transfer_limit_on, id
      LIMIT \(limit)
      """
    ).map { try $0.get("id") }
    return try found(keys, by: actor)
  }

  /// How many they are.
  package func dueSoonCountLater(madeBy actor: Actor) throws -> Later<Int> {
    try transaction.later(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 FROM dossiers WHERE \(Self.dueSoon(actor, transaction.now.day))
      LIMIT 1001) AS due
      """
    ).map { try $0[0].get("n") }
  }

  private static func dueSoon(_ actor: Actor, _ today: Day) -> SQL {
    """
    maker_post = \(actor.post) AND state = \(Dossier.State.closed)
    AND transfer_limit_on <= \(today + ArchiveListing.warnedDays)
    """
  }

  /// Closed dossiers of every agency that are due in a span of days, for the job that warns.
  package func dueForJob(
    from day: Day, through last: Day, after place: ArchiveListing.Place?, limit: Int
  ) throws -> [Dossier] {
    let after: SQL =
      place.map { "AND (transfer_limit_on > \($0.day) OR (transfer_limit_on = \($0.day) AND id > \($0.key)))" } ?? ""
    return try transaction.rows(
      """
      SELECT \(DossierStore.columns) FROM dossiers WHERE state = \(Dossier.State.closed)
      AND transfer_limit_on >= \(place?.day ?? day) AND transfer_limit_on <= \(last) \(after)
      ORDER BY transfer_limit_on, id LIMIT \(limit)
      """
    ).map(Dossier.init)
  }
}
