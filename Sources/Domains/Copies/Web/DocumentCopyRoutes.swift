import Audit
import Database
import Documents
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import Papers
import Registers
import WebApp

/// HTTP of copies: the list, the page of one, its file, and the acts on it.
struct DocumentCopyRoutes: Sendable {
  let site: Site
  let reader: PaperReader
  let log: AccessLog

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ban-sao", use: list)
    routes.get("ban-sao/:id", use: show)
    routes.get("ban-sao/:id/xem-truoc", use: preview)
    routes.get("ban-sao/:id/tien-do", use: progress)
    routes.get("ban-sao/:id/tep", use: download)
    routes.get("ban-sao/:id/trang/:page", use: pageImage)
    routes.post("ban-sao/:id/dong-y", use: approve)
    routes.post("ban-sao/:id/khong-dong-y", use: refuse)
    routes.post("ban-sao/:id/rut", use: withdraw)
    routes.post("ban-sao/:id/cap-so", use: number)
    routes.post("ban-sao/:id/giao", use: give)
    routes.post("ban-sao/:id/huy-so", use: cancel)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await database.read { try CopyListScreen.read(query, by: actor, in: $0) }
    return context.page(Page(title: CopyListPage.title, room: .outgoing, main: page.html, keys: page.keys))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: DocumentCopy.ID = try context.requireID("id")
    let screen = try await database.read { try DocumentCopyScreen.read(id, by: actor, in: $0) }
    log.note(.copyViewed, on: .documentCopy(id), by: actor)
    return answer(screen, context)
  }

  private func answer(
    _ screen: DocumentCopyScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let page = screen.page(seal: context.seal(version: screen.copy.version))
    return context.page(
      Page(title: "\(page.formName) \(page.title)", room: .outgoing, main: page.html, keys: page.keys), status: status)
  }

  @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: DocumentCopy.ID = try context.requireID("id")
    let screen = try await database.read { try DocumentCopyScreen.read(id, by: actor, in: $0) }
    log.note(.copyPreviewed, on: .documentCopy(id), by: actor)
    let page = screen.page(seal: context.seal(version: screen.copy.version))
    let image: HTML =
      page.viewer.images.first.map {
        "<img class=\"preview-page\" src=\"\($0.path)\" alt=\"Trang đầu của \(page.subject)\">"
      } ?? .empty
    return context.html(
      "<h2><a href=\"\(DocumentCopyPaths.show(id))\">\(page.formName)</a></h2>\(page.metadata.html)\(image)")
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: DocumentCopy.ID = try context.requireID("id")
    return LiveProgress.answer(
      request, database: database,
      look: LiveSession.during(context.visitor) { transaction in
        _ = try DocumentCopyStore(transaction).find(id, visibleTo: actor)
        let job = try JobStore(transaction).open(of: .documentCopy(id)).first
        return [
          LiveProgress.Change(
            key: "copy-\(id)", value: job?.progress.done, max: job?.progress.total ?? 1,
            text: job == nil ? "" : "Đang làm tệp bản sao", done: job == nil)
        ]
      })
  }

  /// Runs a step; refused, the page comes back with its dialog open.
  private func act(
    _ step: DocumentCopy.Step, _ context: WebContext,
    _ body: @Sendable @escaping (DocumentCopy.ID, Int, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: DocumentCopy.ID = try context.requireID("id")
    let version = context.form.version
    do {
      let notice = try await database.write { try body(id, version, actor, $0) }
      return context.redirect(to: DocumentCopyPaths.show(id), notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var screen = try await database.read { try DocumentCopyScreen.read(id, by: actor, in: $0) }
      screen.refused = .init(step: step, input: .refused(refusal, keeping: context.form))
      return answer(screen, context, status: refusal.kind.status)
    }
  }

  @Sendable private func approve(_ request: Request, _ context: WebContext) async throws -> Response {
    let note = context.form[CopyField.note]
    return try await act(.approve, context) { id, version, actor, transaction in
      try DecideCopy(id, approves: true, note: note, formVersion: version).perform(by: actor, in: transaction)
      return "Đã đồng ý sao và ký; văn thư cấp số bản sao."
    }
  }

  @Sendable private func refuse(_ request: Request, _ context: WebContext) async throws -> Response {
    let reason = context.form[CopyField.reason]
    return try await act(.refuse, context) { id, version, actor, transaction in
      let copy = try DecideCopy(id, approves: false, note: reason, formVersion: version).perform(
        by: actor, in: transaction)
      return "Đã trả lời không đồng ý sao cho \(copy.askerName)."
    }
  }

  @Sendable private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
    let reason = context.form[CopyField.reason]
    return try await act(.withdraw, context) { id, version, actor, transaction in
      try WithdrawCopy(id, reason: reason, formVersion: version).perform(by: actor, in: transaction)
      return "Đã rút đề nghị sao."
    }
  }

  @Sendable private func number(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.number, context) { id, version, actor, transaction in
      let code = try NumberCopy(id, formVersion: version).perform(by: actor, in: transaction).code
      return "Đã cấp số \(code); tệp bản sao đang được làm."
    }
  }

  @Sendable private func give(_ request: Request, _ context: WebContext) async throws -> Response {
    let receipt = context.form[CopyField.receipt]
    return try await act(.give, context) { id, version, actor, transaction in
      try GiveCopy(id, receipt: receipt, formVersion: version).perform(by: actor, in: transaction)
      return "Đã ghi giao bản sao: \(receipt)."
    }
  }

  @Sendable private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
    let reason = context.form[CopyField.reason]
    return try await act(.cancel, context) { id, _, actor, transaction in
      try CancelCopyNumber(id, reason: reason).perform(by: actor, in: transaction)
      return "Đã hủy số bản sao; dòng vẫn giữ trong sổ với lý do."
    }
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (_, file) = try await CopyFileAnswer.find(try context.requireID("id"), by: actor, in: database)
    return try await PageImages(reader: reader).answer(file.hash, kind: .pdf, request, context)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    return try await CopyFileAnswer.answer(
      try context.requireID("id"), from: reader.vault, by: actor, in: database, context)
  }
}
