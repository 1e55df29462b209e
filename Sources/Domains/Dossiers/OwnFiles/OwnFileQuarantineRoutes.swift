import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of secrecy marks in dossiers' own files: reporting, confirming, giving back, destroying (MAT-05).
struct OwnFileQuarantineRoutes: Sendable {
  let site: Site
  let vault: FileVault

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("ho-so/:id/muc/:item/dau-mat", use: report)
    routes.post("ho-so/:id/muc/:item/dau-mat/xac-nhan", use: confirm)
    routes.post("ho-so/:id/muc/:item/dau-mat/bo", use: release)
    routes.post("ho-so/:id/muc/:item/dau-mat/xoa", use: destroy)
  }

  @Sendable private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let item: DossierItem.ID = try context.requireID("item", as: DossierItem.ID.self)
    let hashes = try await database.write { try WithholdOwnFile(item, of: id).perform(by: actor, in: $0) }
    for hash in hashes { try? await vault.removeDerivatives(of: hash) }
    return context.redirect(
      to: DossierPaths.contents(id),
      notice: "Đã niêm giữ tài liệu; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi».")
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { id, item, actor in
      try await database.write { try ConfirmOwnFileSecrecy(item, of: id).perform(by: actor, in: $0) }
      return (DossierPaths.viewing(id, item), "Đã xác nhận là dấu mật; văn thư xóa tài liệu.")
    }
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let reason = context.form["ly-do"]
    return try await act(context) { id, item, actor in
      try await database.write { try ReleaseOwnFile(item, of: id, reason: reason).perform(by: actor, in: $0) }
      return (DossierPaths.contents(id), "Đã bỏ niêm giữ; tài liệu đang được đọc lại.")
    }
  }

  @Sendable private func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { id, item, actor in
      let hashes = try await database.write { try DestroyOwnFile(item, of: id).perform(by: actor, in: $0) }
      for hash in hashes { try await vault.destroy(hash) }
      return (DossierPaths.contents(id), "Đã xóa tài liệu có dấu mật khỏi hồ sơ; diễn biến còn ghi ai quyết định.")
    }
  }

  /// Runs an act; what is refused for how it was filled in comes back with every reason.
  private func act(
    _ context: WebContext, _ body: (Dossier.ID, DossierItem.ID, Actor) async throws -> (path: String, notice: String)
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let item: DossierItem.ID = try context.requireID("item", as: DossierItem.ID.self)
    do {
      let done = try await body(id, item, actor)
      return context.redirect(to: done.path, notice: done.notice)
    } catch let refusal as Refusal where refusal.kind == .invalid {
      guard let screen = try await database.read({ try OwnFileQuarantineScreen.read(item, in: id, by: actor, $0) })
      else { throw QuarantineAccess.gone }
      let page = screen.page(input: .refused(refusal, keeping: context.form), seal: context.seal())
      return context.page(Page(title: page.title, room: .dossiers, main: page.html), status: refusal.kind.status)
    }
  }
}
