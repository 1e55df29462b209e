import Access
import Database
import Documents
import FilePlans
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of opening dossiers, of setting their heads right, and of putting a document into one from its own page.
struct DossierFormRoutes: Sendable {
  let site: Site
  let flows: DossierFlows

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so", use: list)
    routes.get("ho-so/mo", use: showOpening)
    routes.post("ho-so/mo", use: open)
    routes.get("ho-so/mo/danh-muc", use: choose)
    routes.get("ho-so/:id/sua", use: showChange)
    routes.post("ho-so/:id/sua", use: change)
    routes.get("ho-so/dua-vao/:code/:number", use: showFiling)
    routes.post("ho-so/dua-vao/:code/:number", use: file)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let hasReport = flows.hasReport(actor)
    let page = try await database.read { try DossierListScreen.read(query, hasReport: hasReport, by: actor, in: $0) }
    return context.page(
      Page(title: DossierListPage.title, room: .dossiers, main: page.html, keys: DossierListPage.keys))
  }

  @Sendable private func showOpening(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let record = RecordReference(text: query[DossierField.record])
    let (entry, flows) = (FilePlanEntry.ID(query[DossierField.plan]), flows)
    let template = DossierTemplate.ID(query[DossierTemplateField.template])
    let screen = try await database.read {
      try DossierFormScreen.opening(record, entry, template, flows.directory, by: actor, in: $0)
    }
    return answer(screen, context)
  }

  @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (typed, flows) = (context.form, flows)
    let record = RecordReference(text: typed[DossierField.record])
    let entry = FilePlanEntry.ID(typed[DossierField.plan])
    let template = DossierTemplate.ID(typed[DossierTemplateField.template])
    return try await keeping(typed, context) { transaction in
      try DossierFormScreen.opening(record, entry, template, flows.directory, by: actor, in: transaction)
    } saving: {
      let head = try TypedDossier(typed, today: site.clock.now.day)
      let opening = OpenDossier(
        head.facts, notation: head.notation, maker: head.maker, planEntry: entry, template: template,
        records: [record].compactMap(\.self))
      return try await database.write { transaction in
        try SubmissionStore(transaction).once(typed.submissionKey, by: actor.account) {
          let dossier = try opening.perform(by: actor, flows: flows, in: transaction)
          return .init(
            path: DossierPaths.tab(dossier.id, .contents),
            notice: "Đã mở hồ sơ \(dossier.code.text) «\(dossier.facts.title)».")
        }
      }
    }
  }

  @Sendable private func choose(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await database.read { try PlannedDossiersScreen.read(query, by: actor, in: $0) }
    return context.page(Page(title: PlannedDossiersPage.title, room: .dossiers, main: page.html, keys: .list))
  }

  @Sendable private func showChange(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let screen = try await database.read { try DossierFormScreen.changing(id, by: actor, in: $0) }
    return answer(screen, context)
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let typed = context.form
    return try await keeping(typed, context) {
      try DossierFormScreen.changing(id, by: actor, in: $0)
    } saving: {
      let head = try TypedDossier(typed, today: site.clock.now.day)
      let act = ChangeDossier(id, head.facts, notation: head.notation, formVersion: typed.version)
      let dossier = try await database.write { try act.perform(by: actor, in: $0) }
      return .init(path: DossierPaths.show(id), notice: "Đã sửa thông tin hồ sơ \(dossier.code.notation).")
    }
  }

  /// A refused form comes back with everything that was typed.
  private func keeping(
    _ typed: Form, _ context: WebContext, screen: @escaping @Sendable (any Transaction) throws -> DossierFormScreen,
    saving: () async throws -> SubmissionStore.Outcome
  ) async throws -> Response {
    let actor = try context.requireActor()
    do {
      let outcome = try await Secrecy.noting(.dossierSecrecyRefused, in: database, by: actor) { try await saving() }
      return context.redirect(to: outcome.path, notice: outcome.notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      var shown = try await database.read { try screen($0) }
      shown.input = FormInput.refused(refusal, keeping: typed)
      return answer(shown, context, status: refusal.kind.status)
    }
  }

  private func answer(
    _ screen: DossierFormScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let seal = context.seal(version: screen.dossier?.version, isCreating: screen.dossier == nil)
    let page = screen.page(seal: seal)
    return context.page(
      Page(title: page.heading, room: .dossiers, main: page.html, keys: DossierFormPage.keys), status: status)
  }

  private func filing(
    _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let (record, flows) = (try context.requireRecord(), flows)
    var screen = try await database.read {
      try FilingScreen.read(record, flows, by: actor, in: $0)
    }
    if let refusal { screen.input = FormInput.refused(refusal, keeping: context.form) }
    let page = screen.page(seal: context.seal())
    return context.page(
      Page(title: FilingPage.title, room: .dossiers, main: page.html, keys: FilingPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func showFiling(_ request: Request, _ context: WebContext) async throws -> Response {
    try await filing(context)
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (record, flows) = (try context.requireRecord(), flows)
    do {
      guard let dossier = Dossier.ID(context.form[DossierField.dossier]) else {
        throw Refusal(.invalid, "Chọn hồ sơ để đưa văn bản vào.")
      }
      let filed = try await database.write {
        try FileIntoDossier(record, dossier: dossier).perform(by: actor, flows: flows, in: $0)
      }
      let notice =
        "Đã đưa \(filed.name) vào hồ sơ \(filed.dossier.code.notation)"
        + (filed.content.map { "; nhận là «\($0)»." } ?? ".")
      return context.redirect(
        to: DossierPaths.tab(dossier, .contents), notice: notice,
        undo: UndoOffer(notice, filed: [filed.item], into: dossier, by: actor, now: site.clock.now))
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await filing(context, refusal: refusal)
    }
  }
}
