import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of secrecy marks found in outgoing documents: reporting, confirming, giving back, destroying (MAT-05).
struct OutgoingQuarantineRoutes: Sendable {
  let site: Site
  let vault: FileVault

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("van-ban-di/:id/dau-mat", use: report)
    routes.post("van-ban-di/:id/dau-mat/xac-nhan", use: confirm)
    routes.post("van-ban-di/:id/dau-mat/bo", use: release)
    routes.post("van-ban-di/:id/dau-mat/xoa", use: destroy)
  }

  @Sendable private func report(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let hashes = try await database.write { try WithholdOutgoingDocument(document: id).perform(by: actor, in: $0) }
    for hash in hashes { try? await vault.removeDerivatives(of: hash) }
    return context.redirect(
      to: OutgoingDocumentPaths.show(id),
      notice: "Đã niêm giữ văn bản; chánh văn phòng và lãnh đạo thấy ở «Việc của tôi».")
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    try await database.write { try ConfirmOutgoingSecrecy(document: id).perform(by: actor, in: $0) }
    return context.redirect(
      to: OutgoingDocumentPaths.show(id), notice: "Đã xác nhận là dấu mật; văn thư xóa nội dung và tệp.")
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    do {
      let act = ReleaseOutgoingDocument(document: id, reason: context.form["ly-do"].normalizedLine)
      try await database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await refused(id, refusal, actor, context)
    }
    return context.redirect(to: OutgoingDocumentPaths.show(id), notice: "Đã bỏ niêm giữ; tệp đang được đọc lại.")
  }

  @Sendable private func destroy(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    do {
      let act = DestroyOutgoingDocument(document: id)
      let hashes = try await database.write { try act.perform(by: actor, in: $0) }
      for hash in hashes { try await vault.destroy(hash) }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await refused(id, refusal, actor, context)
    }
    return context.redirect(
      to: OutgoingDocumentPaths.show(id), notice: "Đã xóa nội dung và tệp; số đi ở lại trong sổ là số đã hủy.")
  }

  /// The same page with every reason.
  private func refused(
    _ id: OutgoingDocument.ID, _ refusal: Refusal, _ actor: Actor, _ context: WebContext
  ) async throws -> Response {
    guard let screen = try await database.read({ try OutgoingQuarantineScreen.read(id, by: actor, in: $0) }) else {
      throw QuarantineAccess.gone
    }
    let page = screen.page(input: .refused(refusal, keeping: context.form), seal: context.seal())
    return context.page(Page(title: page.title, room: .outgoing, main: page.html), status: refusal.kind.status)
  }
}
