import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of saved searches.
struct SavedSearchRoutes: Sendable {
  let site: Site
  let catalogue: ListCatalogue

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("tim-da-luu", use: list)
    routes.post("tim-da-luu", use: save)
    routes.get("tim-da-luu/:id", use: open)
    routes.post("tim-da-luu/:id/:act", use: change)
  }

  /// To the list with the saved filters, so that a pinned search needs no knowledge of lists.
  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: SavedSearch.ID = try context.requireID("id")
    let search = try await site.database.read { try SavedSearchStore($0).find(id, of: actor) }
    return context.redirect(to: ListsPaths.shown(try catalogue.find(search.list), search.address))
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context, Form(urlEncoded: request.uri.query ?? ""))
  }

  private func page(_ context: WebContext, _ form: Form, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let searches = try await site.database.read { try SavedSearchStore($0).list(of: actor) }
    var page = SavedSearchesPage(
      lines: searches.map { search in
        let list = catalogue.known(search.list)
        return .init(
          search: search, path: list.map { ListsPaths.shown($0, search.address) }, listTitle: list?.title ?? "")
      }, seal: context.seal(isCreating: true))
    if let list = catalogue.known(form[ListsPaths.Name.list]) {
      let address = ListsPaths.searched(Form(urlEncoded: form.raw(ListsPaths.Name.address)))
      page.proposed = .init(
        list: list.code, listTitle: list.title, address: address, backPath: ListsPaths.shown(list, address))
    }
    if let refusal { page.input = .refused(refusal, keeping: context.form) }
    return context.page(
      Page(title: SavedSearchesPage.title, main: page.html, keys: SavedSearchesPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    let list = try catalogue.find(form[ListsPaths.Name.list])
    let act = SaveSearch(
      name: form[ListsPaths.Name.name], list: list.code,
      address: ListsPaths.searched(Form(urlEncoded: form.raw(ListsPaths.Name.address))), isPinned: form.isOn("ghim"))
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let search = try act.perform(by: actor, in: transaction)
          return .init(
            path: ListsPaths.shown(list, search.address),
            notice: search.isPinned
              ? "Đã lưu tìm kiếm «\(search.name)» và ghim ở «Việc của tôi»." : "Đã lưu tìm kiếm «\(search.name)».")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice)
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await page(context, form, refusal: refusal)
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: SavedSearch.ID = try context.requireID("id")
    let change: ChangeSavedSearch.Change
    switch context.parameters.get("act") {
    case "ghim": change = .pin(true)
    case "bo-ghim": change = .pin(false)
    case "doi-ten": change = .rename(context.form[ListsPaths.Name.name])
    case "bo": change = .remove
    case "lay-lai": change = .restore
    default: throw Refusal(.notFound, "Không tìm thấy trang này.")
    }
    do {
      let search = try await site.database.write {
        try ChangeSavedSearch(id, change).perform(by: actor, in: $0)
      }
      return context.redirect(to: ListsPaths.saved, notice: Self.notice(change, search))
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await page(context, Form(), refusal: refusal)
    }
  }

  private static func notice(_ change: ChangeSavedSearch.Change, _ search: SavedSearch) -> String {
    switch change {
    case .rename: "Đã đổi tên thành «\(search.name)»."
    case .pin(true): "Đã ghim «\(search.name)» ở «Việc của tôi»."
    case .pin(false): "Đã bỏ ghim «\(search.name)»."
    case .remove: "Đã bỏ «\(search.name)»; lấy lại được trong một ngày."
    case .restore: "Đã lấy lại «\(search.name)»."
    }
  }
}
