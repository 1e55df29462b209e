import Audit
import Database
import Documents
import Dossiers
import FileVault
import HTTPTypes
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import WebApp

/// HTTP of packages of a dossier.
struct DossierPackageRoutes: Sendable {
  let site: Site
  let flows: DossierFlows
  let vault: FileVault

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/:id/goi") { _, context in try await page(context) }
    routes.post("ho-so/:id/goi", use: pack)
    routes.get("ho-so/:id/goi/tien-do", use: progress)
    routes.get("ho-so/:id/goi/:package", use: file)
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let page = try await database.read { transaction in
      let dossier = try DossierStore(transaction).find(id, visibleTo: actor)
      return DossierPackagesPage(
        title: dossier.facts.title, notation: dossier.code.notation, dossierPath: DossierPaths.show(id),
        action: DossierPackagePaths.list(id), progressPath: DossierPackagePaths.progress(id),
        lines: try Self.lines(of: id, by: actor, in: transaction),
        parts: try SubDossierStore(transaction).list(of: id, visibleTo: actor).map(\.code.notation), input: input,
        seal: seal)
    }
    return context.page(
      Page(title: "Lấy cả hồ sơ \(page.notation)", room: .dossiers, main: page.html, keys: DossierPackagesPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  private static func lines(
    of dossier: Dossier.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> [DossierPackagesPage.Line] {
    let jobs = JobStore(transaction)
    return try DossierPackageStore(transaction).list(of: dossier, by: actor).map { package in
      .init(
        package: package, path: DossierPackagePaths.file(dossier, package.id),
        job: package.madeAt == nil ? try jobs.open(of: .dossierPackage(package.id)).last : nil)
    }
  }

  @Sendable private func pack(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, form, flows) = (try context.requireActor(), context.form, flows)
    let id: Dossier.ID = try context.requireID("id")
    do {
      guard let kind = DossierPackage.Kind(rawValue: form[DossierPackagePaths.kind]) else {
        throw Refusal(.invalid, "Chọn dạng của gói.", field: DossierPackagePaths.kind)
      }
      let notice = "Đã nhận việc đóng gói: \(kind.label). Gói hiện ở đây khi làm xong."
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          try PackDossier(id, as: kind).perform(by: actor, flows: flows, in: transaction)
          return .init(path: DossierPackagePaths.list(id), notice: notice)
        }
      }
      return context.redirect(to: outcome.path, notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    return LiveProgress.answer(
      request, database: database,
      look: LiveSession.during(context.visitor) { transaction in
        try Self.lines(of: id, by: actor, in: transaction).map { line in
          LiveProgress.Change(
            key: "goi-\(line.package.id)", value: line.job?.progress.done, max: line.job?.progress.total ?? 1,
            text: line.job?.progress.note ?? "", done: line.package.madeAt != nil || line.job?.state == .failed)
        }
      })
  }

  /// That it was taken along is written down before the bytes go. Whoever sees the dossier no more gets none of it.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    let key: DossierPackage.ID = try context.requireID("package", as: DossierPackage.ID.self)
    let (package, code) = try await database.write { transaction in
      let dossier = try DossierStore(transaction).find(id, visibleTo: actor)
      let package = try DossierPackageStore(transaction).find(key, of: actor)
      guard package.dossier == id, package.file != nil else { throw Refusal(.notFound, "Gói chưa làm xong.") }
      let contents = DossierContents(flows.directory, transaction)
      if try contents.holdsWithheldFiles(in: id) {
        throw Refusal(
          .forbidden, "Hồ sơ có tài liệu đang niêm giữ vì nghi có dấu mật, nên không lấy gói đã làm.")
      }
      if try contents.hidesFiles(in: dossier, from: actor) {
        throw Refusal(
          .forbidden, "Hồ sơ nay có tài liệu giữ riêng mà anh/chị không xem được, nên không lấy gói đã làm nữa.")
      }
      try Audit.record(.dossierPackageTaken(package.kind), on: .dossier(id), by: actor, in: transaction)
      return (package, dossier.code.text)
    }
    guard let file = package.file else { throw Refusal(.notFound, "Gói chưa làm xong.") }
    let reading = try await vault.open(file.hash)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/zip",
        .contentDisposition: FileAnswer.attachment(named: "\(package.kind.word)-\(code).zip"),
        .cacheControl: "private, no-store",
      ], body: context.streamed(reading.pieces(), bytes: reading.bytes))
  }
}
