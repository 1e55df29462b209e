import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of paper copies.
struct PaperCopyRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/ban-giay", use: list)
    routes.get("van-ban-den/:id/ban-giay") { _, context in try await page(context) }
    routes.post("van-ban-den/:id/ban-giay") { _, context in
      try await act(context) { id, form, actor, transaction in
        guard !form[PaperCopyField.receiver].isEmpty else {
          throw Refusal(.invalid, "Hãy chọn nơi nhận bản giấy.", field: PaperCopyField.receiver)
        }
        let name = try PassPaper(id, to: Principal(token: form[PaperCopyField.receiver])).perform(
          by: actor, in: transaction)
        return "Đang chuyển bản giấy cho \(name); chờ xác nhận."
      }
    }
    answer(routes, .receive, .received, "Bản giấy nay do anh/chị giữ.")
    answer(routes, .refuse, .refused, "Đã báo không nhận bản giấy; nơi chuyển vẫn giữ.")
    answer(routes, .takeBack, .takenBack, "Đã lấy lại bản giấy.")
  }

  private func answer(
    _ routes: RouterGroup<WebContext>, _ act: IncomingDocumentPaths.PaperCopyAct, _ answer: AnswerPaper.Answer,
    _ notice: String
  ) {
    routes.post("van-ban-den/:id/ban-giay/\(act.rawValue)") { _, context in
      try await self.act(context) { id, form, actor, transaction in
        try AnswerPaper(
          id, answer, passing: Int64(form[PaperCopyField.passing]) ?? 0, reason: form[PaperCopyField.reason]
        ).perform(by: actor, in: transaction)
        return notice
      }
    }
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { try PaperCopyScreen(actor: actor, transaction: $0).list() }
    return context.page(Page(title: PaperCopiesPage.title, room: .incoming, main: page.html))
  }

  private func act(
    _ context: WebContext,
    _ perform: @escaping @Sendable (IncomingDocument.ID, Form, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: IncomingDocument.ID = try context.requireID("id")
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          .init(
            path: IncomingDocumentPaths.paperCopy(id), notice: try perform(id, form, actor, transaction))
        }
      }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let seal = context.seal(isCreating: true)
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let page = try await site.database.read {
      try PaperCopyScreen(actor: actor, transaction: $0).page(id, input: input, seal: seal)
    }
    return context.page(
      Page(title: PaperCopyPage.title, room: .incoming, main: page.html), status: refusal?.kind.status ?? .ok)
  }
}
