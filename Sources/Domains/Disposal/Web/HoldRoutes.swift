import Database
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of orders that keep dossiers as they are.
struct HoldRoutes: Sendable {
  let site: Site

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/giu-nguyen", use: list)
    routes.get("luu-tru/giu-nguyen/ghi") { _, context in try form(context, FormInput(), context.seal(isCreating: true))
    }
    routes.post("luu-tru/giu-nguyen/ghi", use: lay)
    routes.get("luu-tru/giu-nguyen/:id") { request, context in
      try await page(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.post("luu-tru/giu-nguyen/:id/them") { _, context in
      try await act(context) { id, form, actor, transaction in
        let count = try WidenHold(id, codes: form.paragraphs(DisposalField.codes), formVersion: form.version)
          .perform(by: actor, in: transaction)
        return "Đã giữ nguyên thêm \(count) hồ sơ."
      }
    }
    routes.post("luu-tru/giu-nguyen/:id/bo") { _, context in
      try await act(context) { id, form, actor, transaction in
        let hold = try LiftHold(id, reason: form[DisposalField.reason], formVersion: form.version)
          .perform(by: actor, in: transaction)
        return "Đã bỏ lệnh giữ nguyên \(hold.text)."
      }
    }
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let key = Int64(Form(urlEncoded: request.uri.query ?? "")[DisposalField.after])
    let page = try await database.read { try HoldScreen(actor: actor, transaction: $0).list(before: key) }
    return context.page(Page(title: HoldListPage.title, room: .archive, main: page.html, keys: .list))
  }

  private func form(
    _ context: WebContext, _ input: FormInput, _ seal: FormSeal, _ status: HTTPResponse.Status = .ok
  ) throws -> Response {
    guard DisposalAccess.mayHold(try context.requireActor()) else { throw DisposalAccess.notHolder }
    let page = HoldFormPage(input: input, seal: seal)
    return context.page(Page(title: HoldFormPage.title, room: .archive, main: page.html), status: status)
  }

  @Sendable private func lay(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let (name, today) = (DisposalField.self, site.clock.now.day)
    do {
      let act = LayHold(
        issuer: form[name.issuer], code: form[name.orderCode],
        orderedOn: TypedDay.parse(form[name.orderOn], today: today), reason: form[name.reason],
        until: TypedDay.parse(form[name.until], today: today), codes: form.paragraphs(name.codes))
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let (hold, count) = try act.perform(by: actor, in: transaction)
          return .init(
            path: DisposalPaths.hold(hold.id), notice: "Đã giữ nguyên \(count) hồ sơ theo \(hold.text).")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      var seal = context.seal()
      seal.submission = form.submissionKey.isEmpty ? nil : form.submissionKey
      return try self.form(context, .refused(refusal, keeping: form), seal, refusal.kind.status)
    }
  }

  private func page(_ context: WebContext, _ query: Form, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: LegalHold.ID = try context.requireID("id")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal()
    let page = try await database.read {
      try HoldScreen(actor: actor, transaction: $0).page(
        id, after: Int64(query[DisposalField.after]) ?? 0, input: input, refusal: refusal, seal: seal)
    }
    return context.page(
      Page(title: HoldListPage.title, room: .archive, main: page.html, keys: .list),
      status: refusal?.kind.status ?? .ok)
  }

  private func act(
    _ context: WebContext,
    _ body: @escaping @Sendable (LegalHold.ID, Form, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: LegalHold.ID = try context.requireID("id")
    do {
      let notice = try await database.write { try body(id, form, actor, $0) }
      return context.redirect(to: DisposalPaths.hold(id), notice: notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await page(context, Form(), refusal: refusal)
    }
  }
}
