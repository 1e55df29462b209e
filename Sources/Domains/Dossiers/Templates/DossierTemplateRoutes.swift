import Database
import Documents
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of templates of dossiers.
struct DossierTemplateRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/mau", use: list)
    routes.get("ho-so/mau/moi") { request, context in
      let other = DossierTemplate.ID(Form(urlEncoded: request.uri.query ?? "")[DossierTemplateField.template])
      return try await form(context, nil, from: other)
    }
    routes.post("ho-so/mau", use: make)
    routes.get("ho-so/mau/:template") { _, context in
      try await form(context, try context.requireID("template", as: DossierTemplate.ID.self))
    }
    routes.post("ho-so/mau/:template", use: change)
    routes.post("ho-so/mau/:template/dung", use: turn)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { try DossierTemplateScreen(actor: actor, transaction: $0).list() }
    return context.page(
      Page(title: DossierTemplatesPage.title, room: .dossiers, main: page.html, keys: DossierTemplatesPage.keys))
  }

  private func form(
    _ context: WebContext, _ id: DossierTemplate.ID?, from other: DossierTemplate.ID? = nil,
    typed: FormInput? = nil, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: id == nil)
    if typed != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let page = try await site.database.read { [seal] transaction in
      let screen = DossierTemplateScreen(actor: actor, transaction: transaction)
      return try id.map { try screen.showing($0, typed, seal: seal) } ?? screen.making(from: other, typed, seal: seal)
    }
    return context.page(
      Page(title: page.heading, room: .dossiers, main: page.html, keys: DossierTemplatePage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  /// More lines without leaving: nothing is saved, everything typed stays.
  private func withMoreLines(_ context: WebContext, _ id: DossierTemplate.ID?) async throws -> Response {
    var input = FormInput.keeping(context.form)
    let count = context.form.integer(DossierTemplateField.lineCount) ?? 0
    input.values[DossierTemplateField.lineCount] = "\(count + Self.moreLines)"
    return try await form(context, id, typed: input)
  }

  private static let moreLines = 4

  private func asksForLines(_ context: WebContext) -> Bool {
    context.form[DossierTemplateField.act] == DossierTemplatePage.Act.addLines.rawValue
  }

  /// A refused form comes back with everything that was typed.
  private func keeping(
    _ context: WebContext, _ id: DossierTemplate.ID?, saving: (Form, Actor) async throws -> SubmissionStore.Outcome
  ) async throws -> Response {
    if asksForLines(context) { return try await withMoreLines(context, id) }
    let (typed, actor) = (context.form, try context.requireActor())
    do {
      let outcome = try await Secrecy.noting(.dossierSecrecyRefused, in: site.database, by: actor) {
        try await saving(typed, actor)
      }
      return context.redirect(to: outcome.path, notice: outcome.notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await form(context, id, typed: FormInput.refused(refusal, keeping: typed), refusal: refusal)
    }
  }

  @Sendable private func make(_ request: Request, _ context: WebContext) async throws -> Response {
    try await keeping(context, nil) { typed, actor in
      let read = TypedTemplate(typed)
      return try await site.database.write { transaction in
        try SubmissionStore(transaction).once(typed.submissionKey, by: actor.account) {
          let made = try MakeDossierTemplate(read.facts, unit: read.unit)
            .perform(by: actor, at: read.field, in: transaction)
          return .init(
            path: DossierTemplatePaths.list,
            notice: "Đã lập mẫu «\(made.facts.name)», \(made.facts.contents.count) thành phần.")
        }
      }
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let id = try context.requireID("template", as: DossierTemplate.ID.self)
    return try await keeping(context, id) { typed, actor in
      let read = TypedTemplate(typed)
      let act = ChangeDossierTemplate(id, read.facts, formVersion: typed.version)
      let changed = try await site.database.write { try act.perform(by: actor, at: read.field, in: $0) }
      return .init(
        path: DossierTemplatePaths.list,
        notice: "Đã sửa mẫu «\(changed.facts.name)»; hồ sơ đã mở theo mẫu giữ danh sách của mình.")
    }
  }

  @Sendable private func turn(_ request: Request, _ context: WebContext) async throws -> Response {
    let id = try context.requireID("template", as: DossierTemplate.ID.self)
    return try await keeping(context, id) { typed, actor in
      let act = SwitchDossierTemplate(
        id, isInUse: typed.isOn(DossierTemplateField.act), formVersion: typed.version)
      let changed = try await site.database.write { try act.perform(by: actor, in: $0) }
      return .init(
        path: DossierTemplatePaths.list,
        notice:
          "\(act.isInUse ? "Đã dùng lại" : "Đã ngừng dùng") mẫu «\(changed.facts.name)»; hồ sơ đã mở không đổi.")
    }
  }
}
