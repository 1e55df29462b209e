import Access
import Database
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of changes of rights: looked at, asked for, confirmed by another (PL6-33).
struct RightsRoutes: Sendable {
  let site: Site
  let flows: DossierFlows

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/quyen") { request, context in
      try await preview(Form(urlEncoded: request.uri.query ?? ""), context)
    }
    routes.post("ho-so/:id/quyen", use: propose)
    routes.get("ho-so/:id/quyen/:change") { _, context in try await decision(context) }
    routes.post("ho-so/:id/quyen/:change/xac-nhan") { _, context in try await decide(.confirm, context) }
    routes.post("ho-so/:id/quyen/:change/tu-choi") { _, context in try await decide(.refuse, context) }
    routes.post("ho-so/:id/quyen/:change/rut-lai") { _, context in try await decide(.takeBack, context) }
  }

  private func preview(_ form: Form, _ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let (wanted, directory) = (RightsForm.wanted(form), flows.directory)
    var seal = context.seal(isCreating: true)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let input = refusal.map { FormInput.refused($0, keeping: form) } ?? FormInput(values: typed(form))
    let page = try await site.database.read { [seal] in
      try RightsScreen(directory: directory, actor: actor, seal: seal, transaction: $0)
        .preview(id, wanted, input, refusal)
    }
    let status = refusal?.kind.status ?? (page.refusal.isEmpty ? .ok : .unprocessableContent)
    return answer(page, context, status)
  }

  private func typed(_ form: Form) -> [String: String] {
    let names = [DossierField.participant, DossierField.role, DossierField.reason]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, form[$0]) }).filter { !$0.value.isEmpty }
  }

  @Sendable private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor, flows) = (context.form, try context.requireActor(), flows)
    let id: Dossier.ID = try context.requireID("id")
    let act = ProposeRightsChange(id, RightsForm.wanted(form), reason: form[DossierField.reason])
    do {
      let outcome = try await Secrecy.noting(.dossierSecrecyRefused, in: site.database, by: actor) {
        try await site.database.write { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let change = try act.perform(by: actor, flows: flows, in: transaction)
            return .init(
              path: DossierPaths.tab(id, .people),
              notice: "Đã gửi đề nghị \(change.text); chờ người có thẩm quyền xác nhận.")
          }
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Đề nghị này đã được gửi ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await preview(form, context, refusal: refusal)
    }
  }

  private func decision(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal, directory) = (try context.requireActor(), context.seal(), flows.directory)
    let id: Dossier.ID = try context.requireID("id")
    let change: RightsChange.ID = try context.requireID("change", as: RightsChange.ID.self)
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let page = try await site.database.read {
      try RightsScreen(directory: directory, actor: actor, seal: seal, transaction: $0)
        .decision(change, of: id, input, refusal)
    }
    return answer(page, context, refusal?.kind.status ?? .ok)
  }

  private func decide(_ step: RightsChange.Step, _ context: WebContext) async throws -> Response {
    let (form, actor, flows) = (context.form, try context.requireActor(), flows)
    let id: Dossier.ID = try context.requireID("id")
    let act = DecideRightsChange(
      try context.requireID("change", as: RightsChange.ID.self), of: id, step,
      words: form[DossierField.reason], seal: form[RightsForm.table].isEmpty ? nil : form[RightsForm.table],
      formVersion: form.version)
    do {
      let change = try await Secrecy.noting(.dossierSecrecyRefused, in: site.database, by: actor) {
        try await site.database.write { try act.perform(by: actor, flows: flows, in: $0) }
      }
      return context.redirect(to: DossierPaths.tab(id, .people), notice: notice(change, step))
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await decision(context, refusal: refusal)
    }
  }

  private func notice(_ change: RightsChange, _ step: RightsChange.Step) -> String {
    switch step {
    case .confirm: "Đã xác nhận: \(change.text). Có hiệu lực từ lúc này."
    case .refuse: "Không đồng ý: \(change.text). Quyền giữ như cũ; đã báo \(change.proposedBy)."
    case .takeBack: "Đã rút lại đề nghị \(change.text). Quyền giữ như cũ."
    }
  }

  private func answer(_ page: RightsChangePage, _ context: WebContext, _ status: HTTPResponse.Status) -> Response {
    context.page(
      Page(title: RightsChangePage.title, room: .dossiers, main: page.html, keys: RightsChangePage.keys),
      status: status)
  }
}
