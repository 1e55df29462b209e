import Database
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Markup
import WebApp
import Work

/// HTTP of acts on many documents: the form, doing it, its outcome, taking it back.
struct WorkBatchRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("viec-cua-toi/hang-loat", use: form)
    routes.post("viec-cua-toi/hang-loat", use: begin)
    routes.get("viec-cua-toi/hang-loat/:batch", use: result)
    routes.get("viec-cua-toi/hang-loat/:batch/tien-do", use: progress)
    routes.post("viec-cua-toi/hang-loat/:batch/hoan-tac", use: undo)
  }

  @Sendable private func form(_ request: Request, _ context: WebContext) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    let back = WorkBatchPaths.back(query.raw(UndoNotice.backName))
    let targets = Self.targets(query)
    guard !targets.isEmpty else {
      return context.redirect(to: back, notice: "Chưa chọn dòng nào. Hãy chọn các dòng rồi bấm việc cần làm.")
    }
    return try await answer(context, query, FormInput(), context.seal(isCreating: true), .ok)
  }

  @Sendable private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    do {
      let act = try Self.act(form)
      let (outcome, batch) = try await site.database.write { transaction -> (SubmissionStore.Outcome, WorkBatch?) in
        var begun: WorkBatch?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let batch = try BeginWorkBatch(
            act: act, targets: Self.targets(form), order: try Self.order(act, form, today: transaction.now.day),
            back: WorkBatchPaths.back(form.raw(UndoNotice.backName))
          ).perform(by: actor, in: transaction)
          begun = batch
          return .init(path: WorkBatchPaths.show(batch.id), notice: "")
        }
        return (outcome, begun)
      }
      if let batch, Self.targets(form).count <= WorkBatch.atOnceMax {
        try await RunWorkBatch(batch: batch).perform(by: actor, over: site.database)
      }
      return context.redirect(to: outcome.path)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var seal = context.seal()
      seal.submission = form.submissionKey.isEmpty ? nil : form.submissionKey
      return try await answer(context, form, .refused(refusal, keeping: form), seal, refusal.kind.status)
    }
  }

  @Sendable private func result(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WorkBatch.ID = try context.requireID("batch")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let seal = context.seal()
    let page = try await site.database.read {
      try WorkBatchScreen(by: actor, in: $0).result(id, query, seal: seal)
    }
    return context.page(Page(title: page.title, room: .myWork, main: page.html, keys: WorkBatchResultPage.keys))
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WorkBatch.ID = try context.requireID("batch")
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { [try WorkBatchScreen(by: actor, in: $0).change(id)] })
  }

  @Sendable private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WorkBatch.ID = try context.requireID("batch")
    let batch = try await site.database.read { try WorkBatchStore($0).find(id, of: actor) }
    _ = try await UndoWorkBatch(batch: batch).perform(by: actor, over: site.database)
    return context.redirect(to: WorkBatchPaths.show(id))
  }

  private func answer(
    _ context: WebContext, _ fields: Form, _ input: FormInput, _ seal: FormSeal, _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let act = try Self.act(fields)
    let page = try await site.database.read { transaction in
      try WorkBatchScreen(by: actor, in: transaction).form(
        act, Self.targets(fields), back: WorkBatchPaths.back(fields.raw(UndoNotice.backName)), input: input, seal: seal)
    }
    return context.page(
      Page(title: page.title, room: .myWork, main: page.html, keys: WorkBatchPage.keys), status: status)
  }

  private static func act(_ fields: Form) throws -> WorkBatch.Act {
    guard let act = WorkBatch.Act(address: fields[WorkBatchPage.actName]), act != .handOver else {
      throw Refusal(.notFound, "Không có việc nào tên như vậy để làm hàng loạt.")
    }
    return act
  }

  private static func targets(_ fields: Form) -> [WorkBatchTarget] {
    fields.fields.filter { $0.name == WorkBatchPage.targetName }.compactMap { WorkBatchTarget($0.value) }
  }

  private static func order(_ act: WorkBatch.Act, _ form: Form, today: Day) throws -> WorkBatch.Order {
    switch act {
    case .accept, .read, .handOver: .init()
    case .complete: .init(text: form[HandlingField.result])
    case .file: .init(text: form[HandlingField.dossier])
    case .assign: .init(text: form[HandlingField.text], places: try HandlingForm.places(form, today: today))
    case .present:
      .init(text: form[HandlingField.text], places: HandlingForm.posts(form).map { DirectedTo(.post($0), .decide) })
    }
  }
}
