import Audit
import Database
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import NIOCore
import Papers
import WebApp

/// HTTP of bringing sources of one kind in.
struct ImportRoutes: Sendable {
  let site: Site
  let work: ImportWork
  let kind: ImportBatch.Kind

  func add(to routes: RouterGroup<WebContext>) {
    let path = ImportPaths.list(kind)
    routes.get(RouterPath(path), use: list)
    routes.post(RouterPath(path), use: start)
    routes.get(RouterPath("\(path)/tien-do"), use: progress)
    routes.get(RouterPath("\(path)/:batch"), use: show)
    routes.post(RouterPath("\(path)/:batch/anh-xa"), use: change)
    routes.post(RouterPath("\(path)/:batch/nhap"), use: confirm)
    routes.get(RouterPath("\(path)/:batch/dong-loi"), use: problems)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await listPage(context)
  }

  private func listPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let (work, kind) = (work, kind)
    let page = try await site.database.read { transaction in
      try ImportScreen.list(kind, work, input: input, seal: seal, by: actor, in: transaction)
    }
    return context.page(
      Page(title: kind.title, room: kind.room, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func start(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    try kind.require(actor)
    let upload = try await ImportUpload.read(request, context, work)
    var context = context
    context.form = upload.form
    do {
      let act = try act(upload)
      let form = upload.form
      let outcome = try await site.database.write { transaction -> (SubmissionStore.Outcome, [StagedFile]?) in
        var unneeded: [StagedFile]?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let (batch, others) = try act.perform(by: actor, in: transaction)
          unneeded = others
          return .init(
            path: ImportPaths.batch(batch.id, batch.kind), notice: "Đã nhận «\(act.name)»; đang kiểm tra từng dòng.")
        }
        return (outcome, unneeded)
      }
      // A second press of the button gets the first answer, and its upload is one too many.
      for staged in outcome.1 ?? upload.staged { try? await work.vault.discard(staged) }
      return context.redirect(to: outcome.0.path, notice: outcome.0.notice)
    } catch let refusal as Refusal {
      await upload.discard(work)
      guard refusal.kind == .invalid || refusal.kind == .conflict || refusal.kind == .tooLarge else { throw refusal }
      return try await listPage(context, refusal: refusal)
    } catch {
      await upload.discard(work)
      throw error
    }
  }

  private func act(_ upload: ImportUpload) throws -> StartImport {
    let name = ImportPaths.Name.self
    guard let table = upload.table else { throw Refusal(.invalid, "Chưa chọn tệp.", field: name.table) }
    var settings = ImportSettings()
    switch kind {
    case .documents: settings.numbering = .init(rawValue: upload.form[name.numbering]) ?? .own
    case .organization: settings.keepsKnown = upload.form.isOn(name.keepsKnown)
    }
    if let mapping = upload.mapping {
      settings.mapping = try ColumnMapping.read(Data(mapping), catalogue: kind.catalogue)
    }
    return StartImport(
      kind: kind, name: table.name, upload: table.staged, files: upload.files, settings: settings)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await batchPage(context)
  }

  private func batchPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let (seal, kind) = (context.seal(), kind)
    let page = try await site.database.read { transaction in
      try ImportScreen.batch(id, kind, input: input, seal: seal, by: actor, in: transaction)
    }
    return context.page(
      Page(title: kind.title, room: kind.room, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let (form, kind) = (context.form, kind)
    return try await acting(id, context, "Đang kiểm tra lại với các cột đã chọn.") { transaction in
      try kind.require(actor)
      let batch = try ImportBatchStore(transaction).find(id, kind, of: actor.agency)
      try ChangeImport(
        batch: id, kind: kind, formVersion: form.version, mapping: ImportScreen.mapping(form, of: batch),
        numbering: .init(rawValue: form[ImportPaths.Name.numbering]) ?? .own,
        keepsKnown: kind == .organization ? form.isOn(ImportPaths.Name.keepsKnown) : nil
      ).perform(by: actor, in: transaction)
    }
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let (form, kind) = (context.form, kind)
    return try await acting(id, context, "Đã cho nhập.") { transaction in
      try ConfirmImport(
        batch: id, kind: kind, formVersion: form.version, skipsProblems: form.isOn(ImportPaths.Name.skips),
        duplicateReason: form[ImportPaths.Name.reason]
      ).perform(by: actor, in: transaction)
    }
  }

  private func acting(
    _ id: ImportBatch.ID, _ context: WebContext, _ notice: String,
    _ act: @escaping @Sendable (any Transaction) throws -> Void
  ) async throws -> Response {
    do { try await site.database.write(act) } catch let refusal as Refusal
      where refusal.kind == .invalid || refusal.kind == .conflict
    {
      return try await batchPage(context, refusal: refusal)
    }
    return context.redirect(to: ImportPaths.batch(id, kind), notice: notice)
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let kind = kind
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { transaction -> [LiveProgress.Change] in
        guard kind.mayBring(actor) else { return [] }
        return try ImportBatchStore(transaction).list(kind, of: actor.agency).map { batch in
          let job = try JobStore(transaction).open(of: .importBatch(batch.id)).last
          let line = try ImportScreen.line(batch, in: transaction)
          return LiveProgress.Change(
            key: "batch-\(batch.id)", value: job?.progress.total == nil ? nil : job?.progress.done,
            max: job?.progress.total ?? 1, text: line.progressNote,
            done: !batch.isWorking)
        }
      })
  }

  /// The download is written down before the bytes go.
  @Sendable private func problems(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    try kind.require(actor)
    let kind = kind
    let provenance = "\(actor.personName), \(actor.postTitle), \(site.clock.now.text), \(site.systemName)"
    let batch = try await site.database.write { transaction in
      let batch = try ImportBatchStore(transaction).find(id, kind, of: actor.agency)
      try Audit.record(.importProblemsDownloaded(batch), on: .importBatch(id), by: actor, in: transaction)
      return batch
    }
    let bytes = try await sheet(of: batch, provenance: provenance)
    return .spreadsheet(bytes, named: "dong-loi-\(id)")
  }

  private func sheet(of batch: ImportBatch, provenance: String) async throws -> [UInt8] {
    let write: (TableFile?) async throws -> [UInt8] = { table in
      try await work.runner.withFolder { folder in
        let target = folder.appending(path: "sheet.xlsx")
        let sheet = ErrorSheet(
          sourceName: batch.sourceName, table: table, catalogue: batch.kind.catalogue, provenance: provenance)
        return try await site.database.read { transaction in
          try sheet.write(to: target) { after, limit in
            try ImportBatchStore(transaction).problems(of: batch.id, after: after, limit: limit)
          }
          return [UInt8](try Data(contentsOf: target))
        }
      }
    }
    guard let upload = batch.upload else { return try await write(nil) }
    return try await work.withTable(
      work.vault.url(of: upload), named: batch.sourceName, catalogue: batch.kind.catalogue, write)
  }
}
