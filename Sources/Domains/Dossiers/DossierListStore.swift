import Access
import Database
import Kernel

/// Which dossiers a list shows.
package struct DossierListing: Sendable, Equatable {
  package enum Scope: String, Sendable, CaseIterable {
    /// Made by the acting post.
    case mine = "toi-lap"
    /// Everything the actor sees.
    case all = "tat-ca"

    var label: String {
      switch self {
      case .mine: "Tôi lập"
      case .all: "Tôi xem được"
      }
    }
  }

  /// How far the shown ones are.
  package enum Stage: String, Sendable, CaseIterable {
    case open = "dang-lap"
    case overdue = "qua-han"
    /// Something that must be there is not.
    case missing = "con-thieu"
    case closed = "da-ket-thuc"
    /// Handed to the archive, or taken over by it.
    case archive = "nop-luu"

    var label: String {
      switch self {
      case .open: "Đang lập"
      case .overdue: "Quá hạn giải quyết"
      case .missing: "Còn thiếu thành phần"
      case .closed: "Đã kết thúc"
      case .archive: "Đã nộp lưu"
      }
    }
  }

  package var scope = Scope.mine
  package var stage: Stage?
  package var page = KeysetPage.newest

  package init(scope: Scope = .mine, stage: Stage? = nil, page: KeysetPage = .newest) {
    self.scope = scope
    self.stage = stage
    self.page = page
  }

  func condition(today: Day) -> SQL {
    switch stage {
    case nil: "1 = 1"
    case .open: "dossiers.state = \(Dossier.State.open)"
    case .closed: "dossiers.state = \(Dossier.State.closed)"
    case .archive: "dossiers.state IN (\(Dossier.State.submitted), \(Dossier.State.archived))"
    case .overdue: "dossiers.state = \(Dossier.State.open) AND dossiers.due_on < \(today)"
    case .missing: "dossiers.state = \(Dossier.State.open) AND dossiers.missing_count > 0"
    }
  }
}

/// Lists of dossiers, by key.
package struct DossierListStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// One more than `limit` tells that there is more.
  package func list(_ listing: DossierListing, limit: Int, by actor: Actor) throws -> [Dossier] {
    let keys = try keys(listing, limit: limit + 1, by: actor)
    return try DossierStore(transaction).list(keys, visibleTo: actor)
  }

  /// How many such a list holds, at most `cap`.
  package func count(_ listing: DossierListing, cap: Int = 1001, by actor: Actor) throws -> Int {
    var whole = listing
    whole.page = .newest
    return try keys(whole, limit: cap, by: actor).count
  }

  private func keys(_ listing: DossierListing, limit: Int, by actor: Actor) throws -> [Int64] {
    let condition = listing.condition(today: transaction.now.day)
    let statement: SQL =
      switch listing.scope {
      case .mine:
        """
        SELECT id FROM dossiers WHERE maker_post = \(actor.post) AND \(condition)
        AND \(listing.page.bound("dossiers.id")) ORDER BY id \(listing.page.direction) LIMIT \(limit)
        """
      case .all:
        Access.newest(
          kind: RecordReference.dossierCode, to: actor, page: listing.page, limit: limit,
          joining: listing.stage == nil ? "" : "JOIN dossiers ON dossiers.id = access_grants.record_number",
          filter: condition)
      }
    return try transaction.rows(statement).map { try $0.get("id") }
  }

  /// Dossiers into which the actor may put something, the ones used last first: for choosing one.
  package func fillable(by actor: Actor, limit: Int = 200) throws -> [Dossier] {
    let held = actor.principals.map(\.token)
    let isDesk = !actor.roles.isDisjoint(with: [.unitHead, .unitClerk])
    let ofUnit: SQL = isDesk ? "unit_id = \(actor.unit)" : "1 = 0"
    let keys: [Int64] = try transaction.rows(
      """
      SELECT id FROM dossiers WHERE state = \(Dossier.State.open) AND agency_id = \(actor.agency) AND (
        maker_post = \(actor.post)
        OR \(ofUnit)
        OR EXISTS (SELECT 1 FROM dossier_participants WHERE dossier_participants.dossier_id = dossiers.id
          AND dossier_participants.holder IN (\(.list(held)))
          AND dossier_participants.role = \(DossierParticipant.Role.contributor)))
      ORDER BY id DESC LIMIT \(limit)
      """
    ).map { try $0.get("id") }
    return try DossierStore(transaction).list(keys, visibleTo: actor)
  }
}

/// What one post makes, for handing it over.
extension DossierListStore {
  func count(madeBy post: PostID, cap: Int) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS count FROM (SELECT 1 FROM dossiers WHERE maker_post = \(post)
      AND state IN ('open', 'closed', 'submitted') LIMIT \(cap)) AS made
      """)[0].get("count")
  }

  func list(madeBy owner: Actor, after key: Int64, limit: Int) throws -> [Dossier] {
    try transaction.rows(
      """
      SELECT \(DossierStore.columns) FROM dossiers WHERE maker_post = \(owner.post) AND id > \(key)
      AND state IN ('open', 'closed', 'submitted') AND \(DossierStore.visible(to: owner)) ORDER BY id LIMIT \(limit)
      """
    ).map(Dossier.init)
  }
}
