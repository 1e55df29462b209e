import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp
import Work

/// HTTP of handling: present, direct, accept, assign, return, complete, recall. Each form once, however often it is sent.
struct HandlingRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  /// Finds replies that are named by their number.
  var replies: (any ReplyBook)?

  typealias Screen = @Sendable (HandlingScreen) throws -> HandlingPage
  typealias PerformWithFiles = @Sendable (Form, HandlingFiles, Actor, any Transaction) throws -> String
  typealias Perform = @Sendable (Form, Actor, any Transaction) throws -> String

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/:id/trinh") { _, context in try await show(context) { try $0.presentation() } }
    routes.post("van-ban-den/:id/trinh", use: present)
    routes.get("van-ban-den/:id/but-phe") { _, context in try await show(context) { try $0.directive() } }
    routes.post("van-ban-den/:id/but-phe", use: direct)
    routes.get("van-ban-den/:id/but-phe/noi-nhan", use: namedPlaces)
    DayOffRoutes(site: site).add(to: routes)
    routes.post("van-ban-den/:id/viec/:item/nhan", use: accept)
    routes.get("van-ban-den/:id/viec/:item/phan-cong") { _, context in
      let item: WorkItem.ID = try context.requireID("item")
      return try await show(context) { try $0.assignment(item) }
    }
    routes.post("van-ban-den/:id/viec/:item/phan-cong", use: assign)
    for act in [IncomingDocumentPaths.WorkAct.giveBack, .recall, .reopen] {
      routes.get("van-ban-den/:id/viec/:item/\(act.rawValue)") { _, context in
        let item: WorkItem.ID = try context.requireID("item")
        return try await show(context) { try $0.reasoned(act, item) }
      }
    }
    routes.post("van-ban-den/:id/viec/:item/tra-lai", use: giveBack)
    routes.post("van-ban-den/:id/viec/:item/thu-hoi", use: recall)
    routes.post("van-ban-den/:id/viec/:item/mo-lai", use: reopen)
    addFollowUp(to: routes)
    addNotices(to: routes)
    routes.post("van-ban-den/:id/hoan-tac/:sending", use: undo)
  }

  @Sendable private func present(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    return try await act(context, { try $0.presentation() }, isSending: true) { form, actor, transaction in
      let names = try PresentIncomingDocument(id, to: HandlingForm.posts(form), proposal: form[HandlingField.text])
        .perform(by: actor, in: transaction)
      return "Đã trình \(names.joined(separator: "; "))."
    }
  }

  @Sendable private func namedPlaces(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let text = Form(urlEncoded: request.uri.query ?? "")[HandlingField.text]
    let seal = context.seal()
    let places = try await site.database.read { transaction in
      try HandlingScreen(id, input: FormInput(), seal: seal, by: actor, in: transaction)
        .named(in: String(text.prefix(HandlingAccess.textLengthMax)))
    }
    return context.html(HandlingPage.named(places))
  }

  @Sendable private func direct(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    return try await desk.releasing(uploaded.files) { try await direct(uploaded, context) }
  }

  private func direct(_ uploaded: UploadedForm, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    if let typed = try await prepared(context) {
      let text = typed[HandlingField.text]
      return try await answer(
        context, { try $0.directive(readingPlacesIn: text) }, .keeping(typed), sealAgain(context), .ok)
    }
    // The vault keeps the file before a row names it; one that no row names is swept.
    for file in uploaded.files { try await desk.vault.keep(file.staged) }
    return try await act(context, { try $0.directive() }, isSending: true) { form, actor, transaction in
      let refused = uploaded.refusals + (uploaded.files.count > 1 ? ["Mỗi bút phê kèm một bản chụp bút tích."] : [])
      if let refusal = Refusal(refused.map { .init($0, field: HandlingField.handwriting) }) { throw refusal }
      var act = GiveDirective(
        id, text: form[HandlingField.text], places: try HandlingForm.places(form, today: transaction.now.day),
        keyedFor: actor.isLeader ? nil : PostID(form[HandlingField.leader]),
        needsReply: form.isOn(HandlingField.needsReply))
      act.writtenOn = try HandlingForm.day(form, HandlingField.writtenOn, today: transaction.now.day)
      act.handwriting = uploaded.files.first.map {
        KeptFile(name: $0.name, kind: $0.kind, stored: $0.staged.stored, pageCount: $0.pageCount)
      }
      act.isVouchedOpen = form.isOn(RegistrationField.vouchedOpen)
      let given = try act.perform(by: actor, in: transaction)
      let warning = try DayOffWarning(form, of: actor.agency, in: transaction).sentence
      return (given.isEmpty ? "Đã ghi ý kiến chỉ đạo." : "Đã ghi ý kiến chỉ đạo và giao \(given).") + warning
    }
  }

  /// What the form comes back with when a button of it only prepares what is to be sent: names to read, a ready phrase
  /// put in or thrown away. Nil when it is sent.
  private func prepared(_ context: WebContext) async throws -> Form? {
    let (typed, actor) = (context.form, try context.requireActor())
    let (added, removed) = (typed[HandlingField.addedPhrase], typed[HandlingField.removedPhrase])
    if !removed.isEmpty {
      try await site.database.write { try ReadyPhraseStore($0).remove(ReadyPhrase(removed), of: actor.post) }
    }
    guard added.isEmpty else {
      let text = typed.paragraphs(HandlingField.text).adding(phrase: added)
      return Form(typed.without([HandlingField.text]).fields + [(HandlingField.text, text)])
    }
    return typed.isOn(HandlingField.reads) || !removed.isEmpty ? typed : nil
  }

  @Sendable private func accept(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let item: WorkItem.ID = try context.requireID("item")
    try await site.database.write { try AcceptWork(item, on: id).perform(by: actor, in: $0) }
    return context.redirect(to: IncomingDocumentPaths.show(id), notice: "Đã nhận việc; người giao thấy ngay.")
  }

  @Sendable private func assign(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let item: WorkItem.ID = try context.requireID("item")
    return try await act(context, { try $0.assignment(item) }, isSending: true) { form, actor, transaction in
      let given = try AssignWork(
        item, on: id, instruction: form[HandlingField.text],
        places: HandlingForm.places(form, today: transaction.now.day)
      ).perform(by: actor, in: transaction)
      return try "Đã phân công \(given)." + DayOffWarning(form, of: actor.agency, in: transaction).sentence
    }
  }

  @Sendable private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let item: WorkItem.ID = try context.requireID("item")
    return try await act(context, { try $0.reasoned(.giveBack, item) }, isSending: true) { form, actor, transaction in
      try ReturnWork(item, on: id, reason: form[HandlingField.reason]).perform(by: actor, in: transaction)
      return "Đã trả lại người giao, kèm lý do."
    }
  }

  @Sendable private func recall(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let item: WorkItem.ID = try context.requireID("item")
    return try await act(context, { try $0.reasoned(.recall, item) }) { form, actor, transaction in
      let readers = try RecallWork(item, on: id, reason: form[HandlingField.reason])
        .perform(by: actor, in: transaction)
      return readers.isEmpty
        ? "Đã thu hồi; chưa ai mở." : "Đã thu hồi. Đã mở trước đó: \(readers.joined(separator: ", "))."
    }
  }

  @Sendable private func reopen(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    let item: WorkItem.ID = try context.requireID("item")
    return try await act(context, { try $0.reasoned(.reopen, item) }) { form, actor, transaction in
      try ReopenWork(item, on: id, reason: form[HandlingField.reason]).perform(by: actor, in: transaction)
      return "Đã mở lại việc; nơi đã hoàn thành thấy ngay."
    }
  }

  func show(_ context: WebContext, _ screen: @escaping Screen) async throws -> Response {
    try await answer(context, screen, FormInput(), context.seal(isCreating: true), .ok)
  }

  /// A form that may bring files: they are judged first, kept, and named by the act.
  func act(
    _ request: Request, _ context: WebContext, _ screen: @escaping Screen, isSending: Bool = false,
    _ perform: @escaping PerformWithFiles
  ) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    let kept = uploaded.files.map {
      KeptFile(name: $0.name, kind: $0.kind, stored: $0.staged.stored, pageCount: $0.pageCount)
    }
    let files = HandlingFiles(kept: kept, isVouchedOpen: context.form.isOn(RegistrationField.vouchedOpen))
    return try await desk.releasing(uploaded.files) {
      let reasons = uploaded.refusals.map { Refusal.Reason($0, field: HandlingField.files) } + files.obstacles
      if let refusal = Refusal(reasons) {
        return try await answer(
          context, screen, .refused(refusal, keeping: context.form), sealAgain(context), refusal.kind.status)
      }
      for upload in uploaded.files { try await desk.vault.keep(upload.staged) }
      return try await act(context, screen, isSending: isSending) { try perform($0, files, $1, $2) }
    }
  }

  /// - Parameter isSending: What it gives may be taken back for a few seconds.
  func act(
    _ context: WebContext, _ screen: @escaping Screen, isSending: Bool = false, _ perform: @escaping Perform
  ) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: IncomingDocument.ID = try context.requireID("id")
    let path = IncomingDocumentPaths.show(id)
    do {
      let (outcome, sending) = try await site.database.write { transaction in
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          .init(path: path, notice: try perform(form, actor, transaction))
        }
        let isSent = isSending && outcome.notice != nil
        return (outcome, isSent ? try SendingStore(transaction).last(by: actor.post) : nil)
      }
      let notice = outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước."
      let way = try await shown(id, to: actor)
      return context.redirect(
        to: IncomingDocumentPaths.back(context) ?? way, notice: notice, undo: sending.map { UndoOffer(notice, of: $0) })
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await answer(
        context, screen, .refused(refusal, keeping: form), sealAgain(context), refusal.kind.status)
    }
  }

  /// The seal of a form that comes back: its one-time key stays the one it was opened with.
  private func sealAgain(_ context: WebContext) -> FormSeal {
    var seal = context.seal()
    seal.submission = context.form.submissionKey.isEmpty ? nil : context.form.submissionKey
    return seal
  }

  private func answer(
    _ context: WebContext, _ screen: @escaping Screen, _ input: FormInput, _ seal: FormSeal,
    _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    var page = try await site.database.read { transaction in
      try screen(HandlingScreen(id, input: input, seal: seal, by: actor, in: transaction))
    }
    page.back = IncomingDocumentPaths.back(context)
    return context.page(
      Page(title: page.title, room: .incoming, main: page.html, keys: HandlingPage.keys), status: status)
  }
}
