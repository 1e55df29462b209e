import Audit
import Database
import Documents
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import WebApp

/// HTTP of looking at a dossier's own files: their pages, what was recorded, what a mail says of itself.
struct DossierViewRoutes: Sendable {
  let site: Site
  let reader: PaperReader
  let log: AccessLog

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/muc/:item/xem", use: view)
    routes.get("ho-so/:id/muc/:item/xem/phat", use: play)
    routes.get("ho-so/:id/muc/:item/xem/trang/:page", use: pageImage)
  }

  private func find(_ context: WebContext) async throws -> DossierFileScreen {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let item: DossierItem.ID = try context.requireID("item", as: DossierItem.ID.self)
    return try await site.database.read { try DossierFileScreen.read(item, in: id, by: actor, $0) }
  }

  @Sendable private func view(_ request: Request, _ context: WebContext) async throws -> Response {
    // In place of a file that is withheld: what is to be decided of it.
    let quarantine = QuarantineRoutes<WithheldOwnFile>(site: site, vault: reader.vault)
    if let page = try await quarantine.page(context) { return page }
    let screen = try await find(context)
    let page = screen.page(try await shown(screen), seal: context.seal())
    log.note(
      .dossierFileViewed(screen.own.nameOnRecord), on: .dossier(screen.own.dossier.id), by: try context.requireActor())
    return context.page(Page(title: page.title, room: .dossiers, main: page.html, keys: DossierFilePage.keys))
  }

  /// Pages of Word files and pictures are counted when they are first looked at: that makes the view, which stays.
  private func shown(_ screen: DossierFileScreen) async throws -> DossierFilePage.Shown {
    let file = screen.own.file
    switch file.kind.family {
    case .recording: return .recording(path: DossierPaths.viewing(screen.own.dossier.id, screen.own.item.id, "phat"))
    case .mail:
      guard let mail = try MailHead.read(reader.vault.url(of: file.hash)) else {
        return .nothing("Thư của Outlook mở bằng Outlook, sau khi tải về.")
      }
      return .mail(
        from: mail.from, to: mail.to, subject: mail.subject, text: try MailText.read(reader.vault.url(of: file.hash)))
    case .pdf, .word, .image:
      do {
        let view = try await reader.view(of: reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash)
        return .pages(screen.images(try await PDFTool(runner: reader.runner).inspect(view).pageCount))
      } catch let trouble as any FileTrouble {
        return .nothing(trouble.refusal(named: file.name).message)
      }
    case .excel, .text, .other: return .nothing("Tệp loại này mở bằng chương trình trên máy, sau khi tải về.")
    }
  }

  @Sendable private func play(_ request: Request, _ context: WebContext) async throws -> Response {
    let file = try await find(context).own.file
    guard file.kind.family == .recording else { throw Refusal(.notFound, "Tệp này không phải ghi âm, ghi hình.") }
    return try await FilePlaying.answer(file.hash, kind: file.kind, from: reader.vault, request, context)
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let file = try await find(context).own.file
    guard file.kind.isShown else { throw Refusal(.notFound, "Tệp này không có trang để xem.") }
    return try await PageImages(reader: reader).answer(file.hash, kind: file.kind, request, context)
  }
}
