import Audit
import Database
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import IncomingDocuments
import Jobs
import Kernel
import Markup
import NIOCore
import Papers
import WebApp

/// HTTP of old books.
struct OldBookRoutes: Sendable {
  let site: Site
  let work: OldBookWork

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/so-cu", use: list)
    routes.post("van-ban-den/so-cu", use: start)
    routes.get("van-ban-den/so-cu/tien-do", use: progress)
    routes.get("van-ban-den/so-cu/:batch", use: show)
    routes.post("van-ban-den/so-cu/:batch/anh-xa", use: change)
    routes.post("van-ban-den/so-cu/:batch/nhap", use: confirm)
    routes.get("van-ban-den/so-cu/:batch/dong-loi", use: problems)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await listPage(context)
  }

  private func listPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let work = work
    let page = try await site.database.read { transaction in
      try OldBookScreen.list(work, input: input, seal: seal, by: actor, in: transaction)
    }
    return context.page(
      Page(title: OldBooksPage.title, room: .incoming, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func start(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard IncomingDocumentAccess.mayRegister(actor) else { throw OldBookAccess.notRegistry }
    let upload = try await OldBookUpload.read(request, context, work)
    var context = context
    context.form = upload.form
    do {
      let act = try Self.act(upload)
      let form = upload.form
      let outcome = try await site.database.write { transaction -> (SubmissionStore.Outcome, [StagedFile]?) in
        var unneeded: [StagedFile]?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let (batch, others) = try act.perform(by: actor, in: transaction)
          unneeded = others
          return .init(path: OldBookPaths.batch(batch.id), notice: "Đã nhận «\(act.name)»; đang kiểm tra từng dòng.")
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

  private static func act(_ upload: OldBookUpload) throws -> StartOldBook {
    let name = OldBookPaths.Name.self
    guard let table = upload.table else { throw Refusal(.invalid, "Chưa chọn tệp sổ.", field: name.table) }
    var settings = OldBookSettings()
    settings.numbering = OldBookSettings.Numbering(rawValue: upload.form[name.numbering]) ?? .own
    if let mapping = upload.mapping {
      settings.mapping = try ColumnMapping.read(Data(mapping), catalogue: .documents)
    }
    return StartOldBook(name: table.name, upload: table.staged, files: upload.files, settings: settings)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await batchPage(context)
  }

  private func batchPage(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let seal = context.seal()
    let page = try await site.database.read { transaction in
      try OldBookScreen.batch(id, input: input, seal: seal, by: actor, in: transaction)
    }
    return context.page(
      Page(title: OldBooksPage.title, room: .incoming, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let form = context.form
    return try await acting(id, context, "Đang kiểm tra lại với các cột đã chọn.") { transaction in
      let batch = try ImportBatchStore(transaction).find(id, of: actor.agency)
      try ChangeOldBook(
        batch: id, formVersion: form.version, mapping: OldBookScreen.mapping(form, of: batch),
        numbering: .init(rawValue: form[OldBookPaths.Name.numbering]) ?? .own
      ).perform(by: actor, in: transaction)
    }
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    let form = context.form
    return try await acting(id, context, "Đang nhập vào sổ.") { transaction in
      try ConfirmOldBook(
        batch: id, formVersion: form.version, skipsProblems: form.isOn(OldBookPaths.Name.skips),
        duplicateReason: form[OldBookPaths.Name.reason]
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
    return context.redirect(to: OldBookPaths.batch(id), notice: notice)
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { transaction -> [LiveProgress.Change] in
        guard IncomingDocumentAccess.mayRegister(actor) else { return [] }
        return try ImportBatchStore(transaction).list(of: actor.agency).map { batch in
          let job = try JobStore(transaction).open(of: .importBatch(batch.id)).last
          let line = try OldBookScreen.line(batch, in: transaction)
          return LiveProgress.Change(
            key: "batch-\(batch.id)", value: job?.progress.total == nil ? nil : job?.progress.done,
            max: job?.progress.total ?? 1, text: line.progressNote,
            done: batch.state != .checking && batch.state != .entering)
        }
      })
  }

  /// The download is written down before the bytes go.
  @Sendable private func problems(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ImportBatch.ID = try context.requireID("batch")
    guard IncomingDocumentAccess.mayRegister(actor) else { throw OldBookAccess.notRegistry }
    let provenance = "\(actor.personName), \(actor.postTitle), \(site.clock.now.text), \(site.systemName)"
    let batch = try await site.database.write { transaction in
      let batch = try ImportBatchStore(transaction).find(id, of: actor.agency)
      try Audit.record(.oldBookProblemsDownloaded(batch), on: .importBatch(id), by: actor, in: transaction)
      return batch
    }
    let bytes = try await sheet(of: batch, provenance: provenance)
    return Response(
      status: .ok,
      headers: [
        .contentType: FileKind.xlsx.mediaType, .contentDisposition: "attachment; filename=\"dong-loi-\(id).xlsx\"",
        .cacheControl: "private, no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func sheet(of batch: ImportBatch, provenance: String) async throws -> [UInt8] {
    let write: (TableFile?) async throws -> [UInt8] = { table in
      try await work.runner.withFolder { folder in
        let target = folder.appending(path: "sheet.xlsx")
        let sheet = ErrorSheet(
          sourceName: batch.sourceName, table: table, catalogue: .documents, provenance: provenance)
        return try await site.database.read { transaction in
          try sheet.write(to: target) { after, limit in
            try ImportBatchStore(transaction).problems(of: batch.id, after: after, limit: limit)
          }
          return [UInt8](try Data(contentsOf: target))
        }
      }
    }
    guard let upload = batch.upload else { return try await write(nil) }
    return try await work.withTable(work.vault.url(of: upload), named: batch.sourceName, write)
  }
}
