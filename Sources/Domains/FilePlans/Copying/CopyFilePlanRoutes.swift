import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of taking over what another year's plan has.
struct CopyFilePlanRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/danh-muc/:year/tu-nam-truoc") { request, context in
      try await show(context, from: Form(urlEncoded: request.uri.query ?? "").integer("tu"))
    }
    routes.post("ho-so/danh-muc/:year/tu-nam-truoc", use: copy)
  }

  private func show(_ context: WebContext, from year: Int?, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let own = try context.requireYear()
    let typed = refusal == nil ? nil : context.form
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    var seal = context.seal(isCreating: refusal == nil)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let page = try await site.database.read { [seal] transaction in
      guard let plan = try FilePlanStore(transaction).find(year: own, visibleTo: actor) else {
        throw FilePlanStore.missing
      }
      return try CopyFilePlanScreen(plan: plan, actor: actor, transaction: transaction).page(
        from: year, typed: typed, input: input, seal: seal)
    }
    return context.page(
      Page(title: CopyFilePlanPage.title, room: .dossiers, main: page.html, keys: FilePlanFormPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func copy(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (year, form) = (try context.requireYear(), context.form)
    guard let from = FilePlan.ID(form[CopyFilePlanPage.fromField]) else { throw FilePlanStore.missing }
    let chosen = CopyFilePlanScreen.chosen(form)
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
            throw FilePlanStore.missing
          }
          let done = try CopyFilePlan(
            plan.id, from: from, headings: chosen.headings, entries: chosen.entries,
            replacement: UnitID(form[CopyFilePlan.replacementField])
          ).perform(by: actor, in: transaction)
          let replaced = done.replaced > 0 ? " \(done.replaced) hồ sơ đổi người lập, hãy xem lại." : ""
          return .init(
            path: FilePlanPaths.show(year),
            notice: "Đã lấy \(done.headings) đề mục, \(done.entries) hồ sơ vào \(plan.titleInSentence).\(replaced)")
        }
      }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      let source = try await site.database.read {
        try? FilePlanStore($0).find(from, visibleTo: actor).year
      }
      return try await show(context, from: source, refusal: refusal)
    }
  }
}
