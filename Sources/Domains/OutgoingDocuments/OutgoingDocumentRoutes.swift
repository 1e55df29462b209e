import Audit
import Database
import Documents
import Exchange
import FileVault
import HTTPTypes
import Hummingbird
import Identity
import IncomingDocuments
import Jobs
import Kernel
import Markup
import Notifications
import Papers
import Registers
import WebApp

/// HTTP of outgoing documents: their page, files, and the acts on them.
struct OutgoingDocumentRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let reader: PaperReader
  let log: AccessLog
  let sheets: any CollectedSheets

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-di/:id", use: show)
    routes.get("van-ban-di/:id/xem-truoc", use: preview)
    routes.get("van-ban-di/:id/tien-do", use: progress)
    routes.post("van-ban-di/:id/phat-hanh", use: issue)
    routes.post("van-ban-di/:id/phat-hanh/hoan-tac", use: undoIssue)
    routes.post("van-ban-di/:id/gui", use: send)
    routes.post("van-ban-di/:id/gui-them", use: sendFurther)
    routes.post("van-ban-di/:id/phan-hoi", use: answer)
    routes.post("van-ban-di/:id/thu-hoi", use: recall)
    routes.post("van-ban-di/:id/tep", use: addFiles)
    routes.post("van-ban-di/:id/tep/bo", use: removeFile)
    routes.post("van-ban-di/:id/huy-so", use: cancel)
    addStamping(to: routes)
    routes.get("tep-di/:file", use: download)
    routes.get("tep-di/:file/trang/:page", use: pageImage)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let file = OutgoingFile.ID(Form(urlEncoded: request.uri.query ?? "")["tep"])
    let screen = try await read(id, shown: file, by: actor)
    log.note(.outgoingViewed, on: .outgoingDocument(id), by: actor)
    if screen.document.isWithheld,
      let page = try await QuarantineRoutes<WithheldOutgoing>(site: site, vault: reader.vault).page(context)
    {
      return page
    }
    if NoteReadInside.isAwaited(screen.recipients, screen.unitWork.items, actor) {
      try await database.write { try NoteReadInside(id).perform(by: actor, in: $0) }
    }
    return answer(screen, context)
  }

  private func read(
    _ id: OutgoingDocument.ID, shown file: OutgoingFile.ID? = nil, by actor: Actor
  ) async throws -> OutgoingDocumentScreen {
    let sheets = sheets
    return try await database.read { transaction in
      var screen = try OutgoingDocumentScreen.read(id, shown: file, by: actor, in: transaction)
      screen.sheets = try sheets.sheets(of: .outgoingDocument(id), visibleTo: actor, in: transaction)
      if screen.mayBeAskedBy {
        screen.askingPath = try sheets.askingPath(for: .outgoingDocument(id), visibleTo: actor, in: transaction)
      }
      return screen
    }
  }

  private func answer(
    _ screen: OutgoingDocumentScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let page = screen.page(seal: context.seal(version: screen.document.version))
    return context.page(
      Page(title: "\(page.codeText): \(page.subject)", room: .outgoing, main: page.html, keys: page.keys),
      status: status)
  }

  @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let screen = try await database.read { try OutgoingDocumentScreen.read(id, by: actor, in: $0) }
    log.note(.outgoingPreviewed, on: .outgoingDocument(id), by: actor)
    return context.html(screen.preview.html)
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let since = OutgoingMirror(address: Form(urlEncoded: request.uri.query ?? "")["tu"])
    return LiveProgress.answer(
      request, database: database,
      look: LiveSession.during(context.visitor) { transaction in
        _ = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
        let job = try JobStore(transaction).open(of: .outgoingDocument(id)).first
        return [
          LiveProgress.Change(
            key: "outgoing-\(id)", value: job?.progress.done, max: job?.progress.total ?? 1,
            text: job == nil ? "" : "Đang đọc tệp", done: job == nil),
          try OutgoingMirror.change(of: id, since: since, in: transaction),
        ]
      })
  }

  /// Runs an act of the page; refused, the page comes back with its dialog open.
  func act(
    _ act: OutgoingDocumentPaths.Act, on id: OutgoingDocument.ID, _ context: WebContext,
    _ body: () async throws -> Response
  ) async throws -> Response {
    let actor = try context.requireActor()
    do {
      return try await NumberOutgoingDocument.noting(in: database, by: actor, body)
    } catch let refusal as Refusal
      where refusal != NumberOutgoingDocument.marked && (refusal.kind == .invalid || refusal.kind == .conflict)
    {
      var screen = try await read(id, by: actor)
      guard !screen.document.isWithheld else { throw refusal }
      screen.refused = RefusedOutgoingAct(act: act, input: .refused(refusal, keeping: context.form))
      return answer(screen, context, status: refusal.kind.status)
    }
  }

  @Sendable private func issue(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    return try await act(.issue, on: id, context) {
      let issue = IssueOutgoingDocument(id, formVersion: context.form.version)
      let (issued, outside) = try await database.write { transaction in
        (
          try issue.perform(by: actor, in: transaction),
          try OutgoingRecipientStore(transaction).list(of: id).count { $0.state == .waiting }
        )
      }
      let rest = outside > 0 ? " Ghi chứng từ gửi cho \(outside) nơi ở ngoài." : ""
      let notice = "Đã phát hành văn bản \(issued.codeText); nơi trong hệ thống đã nhận.\(rest)"
      let undo = UndoOffer(
        notice, path: OutgoingDocumentPaths.act(id, .undoIssue), post: actor.post,
        until: (issued.issuedAt ?? site.clock.now) + Notifications.undoShown)
      return context.redirect(to: OutgoingDocumentPaths.show(id), notice: notice, undo: undo)
    }
  }

  @Sendable private func undoIssue(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    return try await act(.undoIssue, on: id, context) {
      let document = try await database.write { try UndoIssue(id).perform(by: actor, in: $0) }
      var response = context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đã hoàn tác phát hành văn bản \(document.codeText); số vẫn giữ.")
      response.forgetUndo()
      return response
    }
  }

  @Sendable private func send(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let form = context.form
    return try await act(.send, on: id, context) {
      let field = SendingField.self
      let sending = RecordSending(
        id, to: form.all(field.recipients).compactMap { OutgoingRecipient.ID($0) },
        by: SendingWay(rawValue: form[field.way]) ?? .post, proof: form[field.proof],
        envelopes: form[field.envelopes].isEmpty ? nil : form.integer(field.envelopes) ?? 0)
      let names = try await database.write { try sending.perform(by: actor, in: $0) }
      var response = context.redirect(
        to: OutgoingDocumentPaths.show(id),
        notice: "Đã ghi gửi \(names.count) nơi nhận bằng \(sending.way.label.lowercased()): \(sending.proof).")
      response.forgetUndo()
      return response
    }
  }

  @Sendable private func sendFurther(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let form = context.form
    return try await act(.sendFurther, on: id, context) {
      let further = SendFurther(
        id, to: PlaceFields.names(form.paragraphs(SendingField.names)),
        by: SendingWay(rawValue: form[SendingField.way]) ?? .post)
      let places = try await database.write { try further.perform(by: actor, in: $0) }
      let names = places.map(\.name).joined(separator: "; ")
      return context.redirect(to: OutgoingDocumentPaths.show(id), notice: "Đã gửi thêm: \(names).")
    }
  }

  @Sendable private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let form = context.form
    return try await act(.answer, on: id, context) {
      let field = SendingField.self
      guard let recipient = OutgoingRecipient.ID(form[field.recipient]),
        let state = OutgoingRecipient.State(rawValue: form[field.state])
      else { throw Refusal(.invalid, "Chưa chọn nơi nhận và phản hồi.", field: field.recipient) }
      let name = try await database.write {
        try RecordAnswer(id, of: recipient, state, answer: form[field.answer]).perform(by: actor, in: $0)
      }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đã ghi \(name): \(state.label.lowercased()).")
    }
  }

  @Sendable private func recall(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    return try await act(.recall, on: id, context) {
      let recall = RecallOutgoingDocument(
        id, reason: context.form[SendingField.reason], formVersion: context.form.version)
      let document = try await database.write { try recall.perform(by: actor, in: $0) }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id),
        notice:
          "Đã thu hồi văn bản \(document.codeText). Nơi trong hệ thống đã được báo; báo các nơi ngoài rồi ghi phản hồi."
      )
    }
  }

  @Sendable private func addFiles(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: OutgoingDocument.ID = try context.requireID("id")
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    return try await act(.addFiles, on: id, context) {
      try await desk.releasing(uploaded.files) {
        if let refusal = Refusal(uploaded.refusals.map { .init($0, field: "file") }) { throw refusal }
        let adding = AddOutgoingFiles(
          id, files: try await desk.keep(uploaded.files),
          isVouchedOpen: uploaded.form.isOn(NumberingField.vouchedOpen))
        try await database.write { try adding.perform(by: actor, in: $0) }
        let names = adding.files.map { "«\($0.name)»" }.joined(separator: ", ")
        return context.redirect(to: OutgoingDocumentPaths.show(id), notice: "Đã thêm \(names).")
      }
    }
  }

  @Sendable private func removeFile(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let (form, field) = (context.form, RemovalField.self)
    return try await act(.removeFile, on: id, context) {
      let removing = RemoveOutgoingFile(id, OutgoingFile.ID(form[field.file]), reason: form[field.reason])
      let removed = try await database.write { try removing.perform(by: actor, in: $0) }
      for hash in removed.freed { try await reader.vault.destroy(hash) }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đã bỏ «\(removed.name)»; diễn biến còn ghi tên tệp và lý do.")
    }
  }

  @Sendable private func cancel(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let reason = context.form[SendingField.reason]
    return try await act(.cancel, on: id, context) {
      let code = try await database.write { transaction in
        let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
        try CancelNumber(document.book, number: document.number, reason: reason)
          .perform(by: actor, telling: OutgoingRegisterContents(), in: transaction)
        return document.codeText
      }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đã hủy số \(code); dòng vẫn giữ trong sổ với lý do.")
    }
  }

  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingFile.ID = try context.requireID("file")
    let file = try await database.read { try OutgoingFileStore($0).find(id, visibleTo: actor) }
    return try await PageImages(reader: reader).answer(file.hash, kind: file.kind, request, context)
  }

  @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingFile.ID = try context.requireID("file")
    return try await OutgoingFileAnswer.answer(id, from: reader.vault, by: actor, in: database, context)
  }
}
