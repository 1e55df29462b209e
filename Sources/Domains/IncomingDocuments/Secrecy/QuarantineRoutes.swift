import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of secrecy marks found too late: reporting, confirming, giving back, destroying (MAT-05).
struct QuarantineRoutes: Sendable {
  let site: Site
  let vault: FileVault
  var followers: [any DestroyedDocumentFollower] = []

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("van-ban-den/:id/dau-mat", use: report)
    routes.post("van-ban-den/:id/dau-mat/xac-nhan", use: confirm)
    routes.post("van-ban-den/:id/dau-mat/bo", use: release)
    routes.post("van-ban-den/:id/dau-mat/xoa", use: destroy)
    routes.post("van-ban-den/cho/:paper/dau-mat", use: destroyPaper)
  }

  @Sendable func report(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    do {
      let hashes = try await database.write { try WithholdDocument(document: id).perform(by: actor, in: $0) }
      for hash in hashes { try? await vault.removeDerivatives(of: hash) }
    } catch let refusal as Refusal where refusal.kind == .conflict {
      return try await refused(id, refusal, actor, context)
    }
    return context.redirect(
      to: IncomingDocumentPaths.show(id),
      notice: "Đã niêm giữ văn bản; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi».")
  }

  @Sendable func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    try await database.write { try ConfirmSecrecy(document: id).perform(by: actor, in: $0) }
    return context.redirect(
      to: IncomingDocumentPaths.show(id), notice: "Đã xác nhận là dấu mật; văn thư xóa nội dung và tệp.")
  }

  @Sendable func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    do {
      let act = ReleaseDocument(document: id, reason: context.form["ly-do"])
      try await database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await refused(id, refusal, actor, context)
    }
    return context.redirect(to: IncomingDocumentPaths.show(id), notice: "Đã bỏ niêm giữ; tệp đang được đọc lại.")
  }

  @Sendable func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    do {
      let act = DestroyDocument(document: id, followers: followers)
      let hashes = try await database.write { try act.perform(by: actor, in: $0) }
      for hash in hashes { try await vault.destroy(hash) }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await refused(id, refusal, actor, context)
    }
    return context.redirect(
      to: IncomingDocumentPaths.show(id), notice: "Đã xóa nội dung và tệp; số đến ở lại trong sổ là số đã hủy.")
  }

  /// The same page with every reason.
  private func refused(
    _ id: IncomingDocument.ID, _ refusal: Refusal, _ actor: Actor, _ context: WebContext
  ) async throws -> Response {
    guard let screen = try await database.read({ try QuarantineScreen.read(id, by: actor, in: $0) }) else {
      throw QuarantineAccess.gone
    }
    let page = screen.page(input: .refused(refusal, keeping: context.form), seal: context.seal())
    return context.page(Page(title: page.title, room: .incoming, main: page.html), status: refusal.kind.status)
  }

  @Sendable func destroyPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let paper = try await database.write { try DestroyWaitingPaper(paper: id).perform(by: actor, in: $0) }
    try await vault.forget(paper)
    return context.redirect(
      to: IncomingDocumentPaths.waiting,
      notice: "Đã xóa hẳn tệp có dấu mật; hãy đăng ký ở sổ mật theo quy định về bảo vệ bí mật nhà nước.")
  }
}
