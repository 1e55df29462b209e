import Access
import Audit
import Database
import Documents
import Exchange
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
import Registers
import WebApp

/// HTTP of registered documents: their page, correction, files, stamped print.
struct IncomingDocumentRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let reader: PaperReader
  let log: AccessLog
  var replies = IncomingReplies()

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/:id", use: show)
    routes.get("van-ban-den/:id/xem-truoc", use: preview)
    routes.get("van-ban-den/:id/tien-do", use: progress)
    routes.get("van-ban-den/:id/sua", use: showCorrection)
    routes.post("van-ban-den/:id/sua", use: correct)
    routes.post("van-ban-den/:id/tep", use: addFiles)
    routes.post("van-ban-den/:id/huy-so", use: cancelNumber)
    routes.get("van-ban-den/:id/ban-in", use: stampedPrint)
    routes.get("tep-den/:file", use: download)
    routes.get("tep-den/:file/trang/:page", use: pageImage)
  }

  @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let sought = SoughtWords(query["tim"])
    let replies = replies
    var screen = try await database.read { transaction in
      var screen = try IncomingDocumentScreen.read(
        id, shown: IncomingFile.ID(query["tep"]), sought: sought, by: actor, in: transaction)
      screen.related = try replies.related(to: id, screen.work.items, visibleTo: actor, in: transaction)
      screen.sheets = try replies.sheets.sheets(of: .incomingDocument(id), visibleTo: actor, in: transaction)
      return screen
    }
    if let pages = screen.sought, let shown = screen.shown {
      screen.lit = await pages.boxes(of: screen.files[shown].hash, in: reader.vault)
    }
    log.note(.incomingViewed, on: .incomingDocument(id), by: actor)
    if screen.document.state == .quarantined,
      let page = try await QuarantineRoutes<WithheldIncoming>(site: site, vault: reader.vault).page(context)
    {
      return page
    }
    if screen.work.isUnopened { try await database.write { try OpenHeldWork(document: id).perform(by: actor, in: $0) } }
    return answer(screen, context)
  }

  private func answer(
    _ screen: IncomingDocumentScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let page = screen.page(seal: context.seal(version: screen.document.version))
    return context.page(
      Page(
        title: "Số đến \(page.arrivalNumber): \(page.subject)", room: .incoming, main: page.html,
        keys: page.keys), status: status)
  }

  /// The page that the act stands on, with its dialog open.
  private func refused(
    _ act: RefusedAct.Act, _ refusal: Refusal, of id: IncomingDocument.ID, _ context: WebContext
  ) async throws -> Response {
    let actor = try context.requireActor()
    var screen = try await database.read { try IncomingDocumentScreen.read(id, shown: nil, by: actor, in: $0) }
    guard screen.document.state != .quarantined else { throw refusal }
    screen.refused = RefusedAct(act: act, input: .refused(refusal, keeping: context.form))
    return answer(screen, context, status: refusal.kind.status)
  }

  @Sendable func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let screen = try await database.read { transaction in
      try IncomingDocumentScreen.read(id, shown: nil, by: actor, in: transaction)
    }
    log.note(.incomingPreviewed, on: .incomingDocument(id), by: actor)
    return context.html(screen.preview.html)
  }

  @Sendable func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    return LiveProgress.answer(
      request, database: database,
      look: LiveSession.during(context.visitor) { transaction in
        _ = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
        let job = try JobStore(transaction).open(of: .incomingDocument(id)).first
        return [
          LiveProgress.Change(
            key: "document-\(id)", value: job?.progress.done, max: job?.progress.total ?? 1,
            text: job?.readingLine ?? "", done: job == nil)
        ]
      })
  }

  @Sendable func showCorrection(_ request: Request, _ context: WebContext) async throws -> Response {
    try await correction(nil, refusal: nil, context)
  }

  @Sendable func correct(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let form = context.form
    do {
      try Secrecy.refuseMarked(form)
      let act = CorrectIncomingDocument(
        id, facts: try IncomingFacts(form, today: site.clock.now.day),
        reason: form[RegistrationField.correctionReason], formVersion: form.version)
      try await database.write { try act.perform(by: actor, in: $0) }
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await correction(form, refusal: refusal, context)
    }
    return context.redirect(
      to: IncomingDocumentPaths.show(id), notice: "Đã lưu bản sửa; nội dung cũ còn trong diễn biến.")
  }

  private func correction(_ form: Form?, refusal: Refusal?, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let (screen, document) = try await database.read { transaction in
      let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
      guard IncomingDocumentAccess.mayCorrect(document, actor) else {
        throw Refusal(.forbidden, "Chỉ văn thư của cơ quan đã vào sổ được sửa, và khi số chưa hủy.")
      }
      var screen = try RegistrationScreen.read(by: actor, in: transaction)
      screen.corrected = document
      screen.correctedFile = try IncomingFileStore(transaction).list(of: id).first { $0.kind.isShown }
      return (screen, document)
    }
    var seal = context.seal(version: document.version)
    if let form, refusal?.kind != .conflict { seal.version = form.version }
    let input =
      refusal.map { FormInput.refused($0, keeping: form ?? Form()) } ?? FormInput(values: document.facts.formValues)
    let page = screen.page(input: input, seal: seal)
    return context.page(
      Page(title: page.title, room: .incoming, main: page.html, keys: RegistrationPage.correctionKeys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable func addFiles(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    let files = uploaded.files.map {
      KeptFile(name: $0.name, kind: $0.kind, stored: $0.staged.stored, pageCount: $0.pageCount)
    }
    let act = AddIncomingFiles(
      to: id, files: files, isVouchedOpen: context.form.isOn(RegistrationField.vouchedOpen))
    do {
      try await desk.releasing(uploaded.files) {
        let reasons = uploaded.refusals + (uploaded.isWithoutFiles ? ["Chưa chọn tệp nào."] : [])
        if let refusal = Refusal(reasons.map { .init($0, field: "file") } + act.obstacles) { throw refusal }
        for upload in uploaded.files { try await desk.vault.keep(upload.staged) }
        try await database.write { try act.perform(by: actor, in: $0) }
      }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await refused(.addFiles, refusal, of: id, context)
    }
    return context.redirect(
      to: IncomingDocumentPaths.show(id), notice: "Đã thêm \(files.map { "«\($0.name)»" }.joined(separator: ", ")).")
  }

  @Sendable func cancelNumber(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let reason = context.form[RefusedAct.reason]
    do {
      let number = try await database.write { transaction in
        let document = try IncomingDocumentStore(transaction).find(id, visibleTo: actor)
        try CancelNumber(document.book, number: document.arrivalNumber, reason: reason)
          .perform(by: actor, telling: IncomingRegisterContents(), in: transaction)
        return document.arrivalNumber
      }
      return context.redirect(
        to: IncomingDocumentPaths.show(id), notice: "Đã hủy số đến \(number); dòng vẫn giữ trong sổ với lý do.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await refused(.cancelNumber, refusal, of: id, context)
    }
  }

  @Sendable func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingFile.ID = try context.requireID("file")
    let file = try await database.read { try IncomingFileStore($0).find(id, visibleTo: actor) }
    return try await PageImages(reader: reader).answer(file.hash, kind: file.kind, request, context)
  }

  /// The file exactly as received. The download is written down before the bytes go.
  @Sendable func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingFile.ID = try context.requireID("file")
    let file = try await database.read { try IncomingFileStore($0).find(id, visibleTo: actor) }
    try await database.write {
      try Audit.record(.incomingDownloaded(file.name), on: .incomingDocument(file.document), by: actor, in: $0)
    }
    return try await FileDownload.answer(file.hash, kind: file.kind, name: file.name, from: reader.vault, context)
  }

  @Sendable func stampedPrint(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let screen = try await database.read { transaction in
      try IncomingDocumentScreen.read(id, shown: nil, by: actor, in: transaction)
    }
    let bytes = try await IncomingDocumentPrint(reader: reader, systemName: site.systemName)
      .make(screen, by: actor, at: site.clock.now)
    try await database.write {
      try Audit.record(.incomingPrinted, on: .incomingDocument(id), by: actor, in: $0)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf", .cacheControl: "no-store",
        .contentDisposition: "inline; filename=\"so-den-\(screen.document.arrivalNumber).pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
