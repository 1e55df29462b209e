import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// The shared lists: outside agencies and kinds of documents.
struct DocumentsRoutes: Sendable {
  let site: Site

  private static let linesMax = 50

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("co-quan-ngoai", use: agencies)
    routes.post("co-quan-ngoai", use: addAgency)
    routes.get("co-quan-ngoai/goi-y", use: proposals)
    routes.get("noi-nhan/goi-y", use: places)
    routes.get("loai-van-ban", use: types)
    routes.post("loai-van-ban", use: addType)
  }

  @Sendable private func proposals(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try context.requireActor()
    let typed = Form(urlEncoded: request.uri.query ?? "")["q"]
    let agencies = try await site.database.read { try OutsideAgencyStore($0).suggestions(for: typed) }
    return context.html(OutsideAgencyProposals(agencies: agencies).html)
  }

  @Sendable private func places(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let typed = String(Form(urlEncoded: request.uri.query ?? "")["q"].prefix(200))
    return context.html(try await site.database.read { try PlaceProposals(for: typed, of: actor, in: $0) }.html)
  }

  @Sendable private func agencies(_ request: Request, _ context: WebContext) async throws -> Response {
    try await agenciesPage(context, typed: Form(urlEncoded: request.uri.query ?? "")["q"])
  }

  private func agenciesPage(
    _ context: WebContext, typed: String, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let found = try await site.database.read {
      try OutsideAgencyStore($0).suggestions(for: typed, limit: Self.linesMax)
    }
    let page = OutsideAgenciesPage(
      typed: typed, agencies: found, mayEdit: DocumentsAccess.mayEditLists(actor),
      input: refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput(),
      seal: context.seal(isCreating: true))
    return context.page(
      Page(
        title: OutsideAgenciesPage.title, room: .incoming, main: page.html,
        keys: [KeyHint("ctrl+enter", "thêm cơ quan")]),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func addAgency(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    let act = AddOutsideAgency(
      name: form["ten"], code: form["ma"], legacyCode: form["ma-cu"], parentHint: form["truc-thuoc"])
    do {
      let (agency, isNew) = try await site.database.write { transaction in
        let known = try OutsideAgencyStore(transaction).recognise(act.name)
        let id = try act.perform(by: actor, in: transaction)
        return (try OutsideAgencyStore(transaction).find(id), known == nil)
      }
      let name = agency?.name ?? act.name
      return context.redirect(
        to: DocumentsPaths.outsideAgencies,
        notice: isNew ? "Đã thêm cơ quan ngoài «\(name)»." : "«\(name)» đã có sẵn trong danh mục; không thêm dòng mới.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await agenciesPage(context, typed: "", refusal: refusal)
    }
  }

  @Sendable private func types(_ request: Request, _ context: WebContext) async throws -> Response {
    try await typesPage(context)
  }

  private func typesPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let page = DocumentTypesPage(
      types: try await site.database.read { try DocumentTypeStore($0).all() },
      mayEdit: DocumentsAccess.mayEditLists(actor),
      input: refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput(),
      seal: context.seal(isCreating: true))
    return context.page(
      Page(
        title: DocumentTypesPage.title, room: .incoming, main: page.html, keys: [KeyHint("ctrl+enter", "thêm loại")]),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func addType(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = AddDocumentType(name: context.form["ten-loai"], abbreviation: context.form["viet-tat"])
    do {
      let type = try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(to: DocumentsPaths.types, notice: "Đã thêm tên loại «\(type.name)».")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await typesPage(context, refusal: refusal)
    }
  }
}
