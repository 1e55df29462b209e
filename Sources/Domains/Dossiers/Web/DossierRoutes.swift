import Access
import Audit
import Database
import Documents
import FilePlans
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import VietnameseText
import WebApp
import Work

/// HTTP of one dossier: its parts, and the acts on it.
struct DossierRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let flows: DossierFlows
  let log: AccessLog

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id") { try await show(.story, $0, $1) }
    for tab in DossierPaths.Tab.allCases where tab != .story {
      routes.get("ho-so/:id/\(tab.rawValue)") { try await show(tab, $0, $1) }
    }
    routes.post("ho-so/:id/tai-lieu", use: addFiles)
    routes.post("ho-so/:id/muc/:item/dua-ra", use: takeOut)
    routes.post("ho-so/:id/ghi-chu", use: note)
    routes.post("ho-so/:id/ket-thuc", use: close)
    routes.post("ho-so/:id/mo-lai", use: reopen)
    routes.post("ho-so/:id/thanh-phan", use: expect)
    routes.post("ho-so/:id/ho-so-con", use: openPart)
  }

  private func show(_ tab: DossierPaths.Tab, _ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let answer = try await parts.page(tab, context, query: Form(urlEncoded: request.uri.query ?? ""))
    log.note(.dossierViewed, on: .dossier(id), by: actor)
    if tab == .story { try await rememberVisit(id, actor) }
    return answer
  }

  /// For telling what is new at the next visit. A page loaded again soon is the same visit: it still tells, and nothing is
  /// written.
  private func rememberVisit(_ id: Dossier.ID, _ actor: Actor) async throws {
    let last = try await database.read { try DossierParticipantStore($0).lastVisit(id, by: actor.post) }
    if let last, site.clock.now < last + Self.visit { return }
    try await database.write { try DossierParticipantStore($0).visit(id, by: actor.post) }
  }

  private static let visit = Duration.seconds(60)

  private var parts: DossierPartAnswer { DossierPartAnswer(site: site, flows: flows) }

  /// Runs an act and goes to the part that shows what changed; a refused one comes back with what was typed.
  func act(
    _ tab: DossierPaths.Tab, _ context: WebContext, typed: Form? = nil, of form: String = "",
    _ body: (Dossier.ID, Actor) async throws -> String
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    do {
      let notice = try await Secrecy.noting(.dossierSecrecyRefused, in: database, by: actor) {
        try await body(id, actor)
      }
      return context.redirect(to: DossierPaths.tab(id, tab), notice: notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await parts.page(tab, context, refusal: refusal, typed: typed, of: form)
    }
  }

  @Sendable private func addFiles(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    let (form, name) = (uploaded.form, DossierField.self)
    return try await act(.contents, context, typed: form) { id, actor in
      try await desk.releasing(uploaded.files) {
        if let refusal = Refusal(uploaded.refusals.map { .init($0, field: name.file) }) { throw refusal }
        let kept = try await desk.keep(uploaded.files)
        let adding = AddDossierFiles(
          id, zip(kept, uploaded.files).map { .init($0, title: $1.mail?.subject ?? "", datedOn: $1.mail?.sentOn) },
          title: form[name.title],
          datedOn: TypedDay.parse(form[name.startedOn], today: site.clock.now.day),
          isVouchedOpen: form.isOn(name.vouched))
        let dossier = try await database.write { try adding.perform(by: actor, in: $0) }
        let names = adding.files.map { "«\($0.kept.name)»" }.joined(separator: ", ")
        return "Đã thêm \(names) vào hồ sơ \(dossier.code.notation)."
      }
    }
  }

  @Sendable private func takeOut(_ request: Request, _ context: WebContext) async throws -> Response {
    let item: DossierItem.ID = try context.requireID("item", as: DossierItem.ID.self)
    let flows = flows
    return try await act(.contents, context, of: TakeOutForm.name(item)) { id, actor in
      let taking = TakeOutOfDossier(item, of: id, reason: context.form[DossierField.reason])
      let taken = try await database.write { try taking.perform(by: actor, flows: flows, in: $0) }
      for hash in taken.unnamed { try await desk.vault.destroy(hash) }
      return "Đã đưa \(taken.name) ra khỏi hồ sơ; diễn biến còn ghi lý do."
    }
  }

  @Sendable private func note(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, name) = (context.form, DossierField.self)
    return try await act(.story, context) { id, actor in
      let writing = WriteDossierNote(
        id, draft: DossierNote.ID(form[name.item]), text: form[name.text], isFinal: form.isOn(name.final))
      try await database.write { try writing.perform(by: actor, in: $0) }
      return writing.isFinal ? "Đã ghi vào hồ sơ." : "Đã lưu nháp; chỉ anh/chị thấy."
    }
  }

  @Sendable private func close(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, name, flows) = (context.form, DossierField.self, flows)
    return try await act(.closing, context) { id, actor in
      let closing = CloseDossier(
        id, retention: .init(code: form[name.retention]),
        endedOn: TypedDay.parse(form[name.endedOn], today: site.clock.now.day), isReviewed: form.isOn(name.reviewed),
        formVersion: form.version)
      let dossier = try await database.write { try closing.perform(by: actor, flows: flows, in: $0) }
      return
        "Đã kết thúc hồ sơ \(dossier.code.notation): \(dossier.itemCount) văn bản, tài liệu, bảo quản \(dossier.facts.retention.text.lowercased())."
    }
  }

  @Sendable private func reopen(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = context.form
    return try await act(.closing, context) { id, actor in
      let reopening = ReopenDossier(id, reason: form[DossierField.reason], formVersion: form.version)
      let dossier = try await database.write { try reopening.perform(by: actor, in: $0) }
      return "Đã mở lại hồ sơ \(dossier.code.notation)."
    }
  }
}
