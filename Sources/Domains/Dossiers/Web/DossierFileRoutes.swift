import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Organization
import Papers
import WebApp

/// HTTP of a dossier's own files and of its prints.
struct DossierFileRoutes: Sendable {
  let site: Site
  let reader: PaperReader
  let flows: DossierFlows

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/muc/:item", use: download)
    routes.get("ho-so/:id/muc/:item/:place", use: download)
    routes.get("ho-so/:id/in/:form", use: printed)
  }

  /// That it was taken along is written down before the bytes go.
  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let item: DossierItem.ID = try context.requireID("item", as: DossierItem.ID.self)
    let place = context.parameters.get("place").map { Int($0) ?? -1 } ?? 0
    let file = try await database.write { transaction in
      let own = try OwnDossierFile.find(item, in: id, visibleTo: actor, transaction)
      guard let taken = own.file.at(place) else { throw OwnDossierFile.missing }
      try Audit.record(.dossierFileTaken(own.nameOnRecord), on: .dossier(id), by: actor, in: transaction)
      return taken
    }
    return try await FileDownload.answer(
      file.stored.hash, kind: file.kind, name: file.name, from: reader.vault, context)
  }

  /// Mục lục, bìa, chứng từ kết thúc, as .pdf or .docx.
  @Sendable private func printed(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let parts = (context.parameters.get("form") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 2, let wanted = DossierPaths.Form(rawValue: parts[0]),
      let format = OfficeConversion.Format(rawValue: parts[1])
    else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let (directory, system) = (flows.directory, site.systemName)
    let forms = try await database.write { transaction in
      let dossier = try DossierStore(transaction).find(id, visibleTo: actor)
      if wanted == .closing, dossier.state == .open {
        throw Refusal(.conflict, "Chứng từ kết thúc chỉ có khi hồ sơ đã kết thúc.")
      }
      let agency = try OrganizationStore(transaction).agency(dossier.agency)
      try Audit.record(.dossierPrinted(wanted.label), on: .dossier(id), by: actor, in: transaction)
      return DossierForms(
        agencyName: agency.name, dossier: dossier,
        lines: wanted == .contents
          ? try DossierContents(directory, transaction).all(of: dossier, visibleTo: actor) : [],
        parts: wanted == .contents ? try SubDossierStore(transaction).list(of: id, visibleTo: actor) : [],
        placeName: agency.placeName, today: transaction.now.day,
        provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(system)")
    }
    return try await PrintedFile(named: "\(wanted.rawValue)-\(forms.dossier.code.notation)", reader.runner)
      .answer(forms.form(wanted), as: format.rawValue)
  }
}
