import Access
import Audit
import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import WebApp
import Work

/// HTTP of drafts: list, page, and every act's form. Each form acts once, however often it is sent.
struct DraftRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let directory: RecordDirectory
  let log: AccessLog
  /// Who knows what a draft became.
  var related: [any RelatedRecords] = []

  typealias Gather = @Sendable (DraftActScreen) throws -> DraftActPage
  typealias Perform = @Sendable (Draft.ID, Form, Actor, any Transaction) throws -> String

  var reader: PaperReader { PaperReader(vault: desk.vault, runner: desk.runner) }
  var templates: TemplateDesk { TemplateDesk(database: site.database, vault: desk.vault, runner: desk.runner) }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("du-thao", use: list)
    routes.get("du-thao/moi", use: showNew)
    routes.post("du-thao/moi") { _, context in try await create(context, fromTemplate: false) }
    routes.post("du-thao/moi/tu-mau") { _, context in try await create(context, fromTemplate: true) }
    routes.get("du-thao/:id", use: show)
    routes.get("du-thao/:id/xem-truoc", use: preview)
    routes.get("du-thao/:id/so-sanh", use: difference)
    routes.post("du-thao/:id/nhan", use: accept)
    routes.get("du-thao/:id/sua") { _, context in try await showChange(context, nil) }
    routes.post("du-thao/:id/sua", use: change)
    addForms(to: routes)
    addOpinions(to: routes)
    routes.get("du-thao/:id/ban-moi") { _, context in try await show(context) { try $0.version() } }
    routes.post("du-thao/:id/ban-moi", use: addVersion)
    routes.get("du-thao/:id/tu-mau") { _, context in try await show(context) { try $0.template() } }
    routes.post("du-thao/:id/tu-mau", use: writeFromTemplate)
    routes.post("du-thao/:id/the-thuc", use: checkForm)
    routes.get("du-thao/:id/the-thuc/tien-do", use: formProgress)
    routes.post("du-thao/:id/hoan-tac/:sending", use: undo)
    DraftFileRoutes(site: site, reader: reader).add(to: routes)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await site.database.read { try DraftListScreen.read(query, by: actor, in: $0) }
    return context.page(Page(title: DraftListPage.title, room: .drafts, main: page.html, keys: page.keys))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let number = query.integer(DraftField.seen)
    let file = DraftFile.ID(query[DraftField.file])
    let (directory, related) = (directory, related)
    let screen = try await site.database.read { transaction in
      var screen = try DraftScreen.read(
        id, showing: number, file: file, directory: directory, by: actor, in: transaction)
      if screen.draft.outgoing != nil {
        screen.became = try related.flatMap { try $0.related(to: .draft(id), visibleTo: actor, in: transaction) }
      }
      return screen
    }
    if screen.isUnopened || screen.isUnseen {
      try await site.database.write { try OpenDraft(id).perform(by: actor, in: $0) }
    }
    log.note(.draftViewed, on: .draft(id), by: actor)
    let page = screen.page(seal: context.seal())
    return context.page(Page(title: "Dự thảo: \(page.subject)", room: .drafts, main: page.html, keys: page.keys))
  }

  @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let page = try await site.database.read { try DraftListScreen.preview(id, by: actor, in: $0) }
    log.note(.draftPreviewed, on: .draft(id), by: actor)
    return context.html(page.html)
  }

  @Sendable private func difference(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let screen = try await site.database.read { transaction in
      try DraftDifferenceScreen(
        id, from: query.integer(DraftField.old), to: query.integer(DraftField.seen), by: actor, in: transaction)
    }
    log.note(.draftViewed, on: .draft(id), by: actor)
    let page = try await screen.page(vault: desk.vault)
    return context.page(Page(title: DraftDifferencePage.title, room: .drafts, main: page.html))
  }

  @Sendable private func accept(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    try await site.database.write { try AcceptDraft(id).perform(by: actor, in: $0) }
    return context.redirect(to: DraftPaths.show(id), notice: "Đã nhận soạn thảo; người giao thấy ngay.")
  }

  @Sendable private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let sending: DraftSending.ID = try context.requireID("sending")
    let undone = try await site.database.write { try UndoDraftSending(sending, on: id).perform(by: actor, in: $0) }
    var response = context.redirect(
      to: try await shown(id, to: actor), notice: "Đã hoàn tác việc \(undone.act.label); không ai kịp mở.")
    response.forgetUndo()
    return response
  }

  /// The draft, or one's own work for whoever may see it no longer.
  func shown(_ id: Draft.ID, to actor: Actor) async throws -> String {
    let sees = try await site.database.read { (try? DraftStore($0).find(id, visibleTo: actor)) != nil }
    return sees ? DraftPaths.show(id) : Room.myWork.path
  }

  func show(_ context: WebContext, _ gather: @escaping Gather) async throws -> Response {
    try await answer(context, gather, FormInput(), context.seal(isCreating: true), .ok)
  }

  /// - Parameter isSending: What it gives may be taken back for a few seconds.
  func act(
    _ context: WebContext, _ gather: @escaping Gather, isSending: Bool = false, _ perform: @escaping Perform
  ) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: Draft.ID = try context.requireID("id")
    do {
      let (outcome, sending) = try await site.database.write { transaction in
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          .init(path: DraftPaths.show(id), notice: try perform(id, form, actor, transaction))
        }
        let isSent = isSending && outcome.notice != nil
        return (outcome, isSent ? try DraftSendingStore(transaction).last(by: actor.post) : nil)
      }
      let notice = outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước."
      return context.redirect(
        to: try await shown(id, to: actor), notice: notice,
        undo: sending.map {
          UndoOffer(notice, path: DraftPaths.undo($0), post: $0.givenBy, until: $0.offeredUntil)
        })
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await answer(
        context, gather, .refused(refusal, keeping: form), sealAgain(context), refusal.kind.status)
    }
  }

  /// The seal of a form that comes back: its one-time key stays the one it was opened with.
  func sealAgain(_ context: WebContext) -> FormSeal {
    var seal = context.seal()
    seal.submission = context.form.submissionKey.isEmpty ? nil : context.form.submissionKey
    return seal
  }

  func answer(
    _ context: WebContext, _ gather: @escaping Gather, _ input: FormInput, _ seal: FormSeal,
    _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let page = try await site.database.read { transaction in
      try gather(DraftActScreen(id, input: input, seal: seal, by: actor, in: transaction))
    }
    return context.page(
      Page(title: page.title, room: .drafts, main: page.html, keys: page.keys), status: status)
  }
}
