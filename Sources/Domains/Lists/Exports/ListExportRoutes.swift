import Audit
import Database
import FileVault
import HTTPTypes
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of exported lists.
struct ListExportRoutes: Sendable {
  let site: Site
  let catalogue: ListCatalogue
  let vault: FileVault

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ket-xuat", use: list)
    routes.post("ket-xuat", use: export)
    routes.get("ket-xuat/tien-do", use: progress)
    routes.get("ket-xuat/:id", use: file)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = Form(urlEncoded: request.uri.query ?? "")
    let seal = context.seal(isCreating: true)
    let today = site.clock.now.day
    let catalogue = catalogue
    let page = try await site.database.read { transaction in
      try ListExportsScreen.read(form, catalogue, seal: seal, today: today, by: actor, in: transaction)
    }
    return context.page(Page(title: ListExportsPage.title, main: page.html, keys: ListExportsPage.keys))
  }

  @Sendable private func export(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    let list = try catalogue.find(form[ListsPaths.Name.list])
    guard let format = ListExport.Format(rawValue: form[ListsPaths.Name.format]) else {
      throw Refusal(.invalid, "Hãy chọn dạng tệp: Excel, Word hoặc PDF.")
    }
    let act = ExportList(
      Form(urlEncoded: form.raw(ListsPaths.Name.address)), as: format, systemName: site.systemName)
    let notice = "Đã nhận việc kết xuất «\(list.title)». Tệp hiện ở đây khi làm xong."
    let outcome = try await site.database.write { transaction in
      try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
        try act.perform(list, by: actor, in: transaction)
        return .init(path: ListsPaths.exports, notice: notice)
      }
    }
    return context.redirect(to: outcome.path, notice: notice)
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { transaction in
        try ListExportsScreen.lines(by: actor, in: transaction).map { line in
          LiveProgress.Change(
            key: "export-\(line.export.id)", value: nil, max: 1, text: line.job?.progress.note ?? "",
            done: line.export.madeAt != nil || line.job?.state == .failed)
        }
      })
  }

  /// The download is written down before the bytes go.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ListExport.ID = try context.requireID("id")
    let export = try await site.database.write { transaction in
      let export = try ListExportStore(transaction).find(id, of: actor)
      try Audit.record(.listExportDownloaded(export), on: .listExport(id), by: actor, in: transaction)
      return export
    }
    guard let file = export.file else { throw Refusal(.notFound, "Tệp kết xuất chưa làm xong.") }
    let reading = try await vault.open(file.hash)
    let name = "\(export.list)-\(export.askedAt.day.isoText).\(export.format.rawValue)"
    return Response(
      status: .ok,
      headers: [
        .contentType: export.format.contentType, .contentDisposition: "attachment; filename=\"\(name)\"",
        .cacheControl: "private, no-store",
      ], body: context.streamed(reading.pieces(), bytes: reading.bytes))
  }
}
