import Database
import Hummingbird
import Kernel
import WebApp

/// HTTP of choosing the columns of a list.
struct ColumnChoiceRoutes: Sendable {
  let site: Site
  let catalogue: ListCatalogue

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("danh-sach/:list/cot", use: show)
    routes.post("danh-sach/:list/cot", use: change)
  }

  private func list(_ context: WebContext) throws -> any ShownList {
    try catalogue.find(context.parameters.get("list") ?? "")
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let list = try list(context)
    let address = ListsPaths.searched(
      Form(urlEncoded: Form(urlEncoded: request.uri.query ?? "").raw(ListsPaths.Name.address)))
    let choice = try await site.database.read { try ColumnChoiceStore($0).choice(of: list, by: actor) }
    let page = ColumnChoicePage(
      listTitle: list.title, choice: choice, path: ListsPaths.columns(of: list, back: address),
      backPath: ListsPaths.shown(list, address), seal: context.seal())
    return context.page(Page(title: page.title, main: page.html, keys: ColumnChoicePage.keys))
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let list = try list(context)
    let form = context.form
    try await site.database.write { transaction in
      let store = ColumnChoiceStore(transaction)
      var choice = try store.choice(of: list, by: actor)
      if form.isOn(ListsPaths.Name.usual) { choice = ColumnChoice(of: list.columns) }
      choice.show(form[ListsPaths.Name.show])
      choice.hide(form[ListsPaths.Name.hide])
      choice.move(form[ListsPaths.Name.forward], by: -1)
      choice.move(form[ListsPaths.Name.back], by: 1)
      try store.save(choice, of: list, by: actor)
    }
    let address = Form(urlEncoded: request.uri.query ?? "").raw(ListsPaths.Name.address)
    return context.redirect(
      to: ListsPaths.columns(of: list, back: ListsPaths.searched(Form(urlEncoded: address))))
  }
}
