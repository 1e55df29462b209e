import Database
import FilePlans
import Kernel
import Markup
import WebApp

/// Gathers the list of dossiers for one address.
enum DossierListScreen {
  static let rowsPerPage = 50
  private static let scope = "pham-vi"
  private static let stage = "trang-thai"
  private static let older = "truoc"
  private static let newer = "sau"

  static func path(_ listing: DossierListing) -> String {
    var fields = ["\(scope)=\(listing.scope.rawValue)"]
    if let shown = listing.stage { fields.append("\(stage)=\(shown.rawValue)") }
    switch listing.page {
    case .newest: break
    case .before(let key): fields.append("\(older)=\(key)")
    case .after(let key): fields.append("\(newer)=\(key)")
    }
    return DossierPaths.list + "?" + fields.joined(separator: "&")
  }

  static func listing(_ query: Form) -> DossierListing {
    let page: KeysetPage =
      Int64(query[older]).map { .before($0) } ?? Int64(query[newer]).map { .after($0) } ?? .newest
    return DossierListing(
      scope: DossierListing.Scope(rawValue: query[scope]) ?? .mine, stage: DossierListing.Stage(rawValue: query[stage]),
      page: page)
  }

  static func read(
    _ query: Form, hasReport: Bool, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierListPage {
    let listing = listing(query)
    let store = DossierListStore(transaction)
    let found = try store.list(listing, limit: rowsPerPage, by: actor)
    // Nearest first when walking back to newer ones: the one too many is the newest.
    let isBack = if case .after = listing.page { true } else { false }
    let listed = Array(isBack ? found.suffix(rowsPerPage) : found.prefix(rowsPerPage))
    var page = DossierListPage(
      scopes: try scopes(listing, store, actor), stages: try stages(listing, store, actor),
      rows: listed.map { row($0, today: transaction.now.day) }, isFiltered: listing.stage != nil,
      isMine: listing.scope == .mine)
    page.restoringPath = actor.roles.contains(.archivist) ? DossierPaths.restoring : nil
    page.reportPath = hasReport ? DossierPaths.report : nil
    page.pager = pager(listing, listed, hasMore: found.count > rowsPerPage, isBack: isBack)
    return page
  }

  private static func scopes(
    _ listing: DossierListing, _ store: DossierListStore, _ actor: Actor
  ) throws -> Chips {
    Chips(
      label: "Hồ sơ của ai",
      try DossierListing.Scope.allCases.map { scope in
        let wanted = DossierListing(scope: scope)
        return .init(
          scope.label, path: path(wanted), selected: scope == listing.scope,
          count: CountText.of(try store.count(wanted, by: actor)))
      })
  }

  private static func stages(
    _ listing: DossierListing, _ store: DossierListStore, _ actor: Actor
  ) throws -> Chips {
    Chips(
      label: "Trạng thái",
      [.init("Mọi trạng thái", path: path(DossierListing(scope: listing.scope)), selected: listing.stage == nil)]
        + (try DossierListing.Stage.allCases.map { stage in
          let wanted = DossierListing(scope: listing.scope, stage: stage)
          return .init(
            stage.label, path: path(wanted), selected: stage == listing.stage,
            count: CountText.of(try store.count(wanted, by: actor)))
        }))
  }

  private static func row(_ dossier: Dossier, today: Day) -> DossierListPage.Row {
    .init(
      path: DossierPaths.show(dossier.id), notation: "\(dossier.code.notation)", title: dossier.facts.title,
      maker: dossier.makerName, retention: dossier.facts.retention.text, started: dossier.facts.startedOn.text,
      deadline: DossierDeadline.mark(dossier, today: today)?.html ?? .empty, documents: "\(dossier.itemCount)",
      state: DossierDeadline.state(dossier), missing: dossier.state == .open ? dossier.missing : 0)
  }

  private static func pager(
    _ listing: DossierListing, _ listed: [Dossier], hasMore: Bool, isBack: Bool
  ) -> Pager {
    func at(_ page: KeysetPage) -> String {
      var other = listing
      other.page = page
      return path(other)
    }
    let isFirst = listing.page == .newest || (isBack && !hasMore)
    let isLast = !isBack && !hasMore
    return Pager(
      newer: isFirst ? nil : listed.first.map { at(.after($0.id.number)) },
      older: isLast ? nil : listed.last.map { at(.before($0.id.number)) })
  }
}

/// How a dossier stands to its deadline, and where it is, as marks.
package enum DossierDeadline {
  static func mark(_ dossier: Dossier, today: Day) -> DeadlineMark? {
    guard let due = dossier.facts.dueOn else { return nil }
    if dossier.state != .open { return DeadlineMark(day: due.text, left: "đã kết thúc", state: .met) }
    let days = due.number - today.number
    if days < 0 { return DeadlineMark(day: due.text, left: "quá hạn \(-days) ngày", state: .overdue) }
    let left = days == 0 ? "hôm nay" : "còn \(days) ngày"
    return DeadlineMark(day: due.text, left: left, state: days <= 3 ? .soon : .later)
  }

  /// Its state, as a mark.
  package static func state(_ dossier: Dossier) -> StateMark {
    let tone: StateMark.Tone =
      switch dossier.state {
      case .open: .plain
      case .closed, .archived: .done
      case .submitted: .look
      case .destroyed: .wrong
      }
    return StateMark(dossier.state.label, tone)
  }
}
