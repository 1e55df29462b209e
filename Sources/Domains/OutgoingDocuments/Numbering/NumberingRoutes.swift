import Database
import Documents
import Drafts
import FileVault
import Hummingbird
import IncomingDocuments
import Kernel
import Markup
import Organization
import Registers
import WebApp

/// HTTP of «Cấp số» and of correcting what was entered.
struct NumberingRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-di/cap-so", use: show)
    routes.post("van-ban-di/cap-so", use: number)
    routes.get("van-ban-di/so-tiep-theo", use: next)
    routes.get("van-ban-di/tham-quyen", use: power)
    routes.get("van-ban-di/:id/sua", use: showCorrection)
    routes.post("van-ban-di/:id/sua", use: correct)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(Form(urlEncoded: request.uri.query ?? ""), refusal: nil, context)
  }

  @Sendable private func next(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    return context.html(try await database.read { try NumberingScreen.next(query, by: actor, in: $0) })
  }

  @Sendable private func power(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (query, now) = (Form(urlEncoded: request.uri.query ?? ""), site.clock.now)
    return context.html(try await database.read { try NumberingScreen.power(query, now: now, by: actor, in: $0) })
  }

  private func page(_ form: Form, refusal: Refusal?, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let now = site.clock.now
    let (screen, next, power) = try await database.read { transaction in
      let screen = try NumberingScreen.read(
        draft: Draft.ID(form[NumberingField.draft]), by: actor, in: transaction)
      let shown = refusal == nil ? Form(screen.proposed.map { ($0.key, $0.value) } + form.fields) : form
      return (
        screen, try NumberingScreen.next(shown, by: actor, in: transaction),
        try NumberingScreen.power(shown, now: now, by: actor, in: transaction)
      )
    }
    var seal = context.seal(isCreating: true)
    if !form.submissionKey.isEmpty { seal.submission = form.submissionKey }
    let values = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let input =
      refusal.map { FormInput.refused($0, keeping: form) }
      ?? FormInput(values: screen.proposed.merging(values) { proposed, _ in proposed })
    var page = screen.page(input: input, next: next, seal: seal)
    page.power = power
    return context.page(
      Page(title: page.title, room: .outgoing, main: page.html, keys: NumberingPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func number(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (uploaded, context) = try await desk.form(request, context)
    let form = uploaded.form
    do {
      return try await desk.releasing(uploaded.files) {
        if let refusal = Refusal(uploaded.refusals.map { .init($0, field: "file") }) { throw refusal }
        let act = try await prepared(uploaded)
        let outcome = try await noting(actor) { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let outcome = try act.perform(by: actor, in: transaction)
            let warned = act.draft == nil ? try SignerPower(act.facts, by: actor, in: transaction).warning : nil
            return .init(
              path: form["next"] == "again"
                ? OutgoingDocumentPaths.numbering : OutgoingDocumentPaths.show(outcome.id),
              notice: "Đã cấp số \(outcome.codeText), \(outcome.bookTitle).\(warned.map { " \($0)" } ?? "")")
          }
        }
        return context.redirect(to: outcome.path, notice: outcome.notice)
      }
    } catch let refusal as Refusal
      where refusal != NumberOutgoingDocument.marked && (refusal.kind == .invalid || refusal.kind == .conflict)
    {
      return try await page(form, refusal: refusal, context)
    }
  }

  private func noting<Answer: Sendable>(
    _ actor: Actor, _ act: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await NumberOutgoingDocument.noting(in: database, by: actor) { try await database.write(act) }
  }

  /// Reads the form and brings its files into the vault: rows come after their files, never before.
  private func prepared(_ uploaded: UploadedForm) async throws -> NumberOutgoingDocument {
    let form = uploaded.form
    var act = NumberOutgoingDocument(facts: try OutgoingFacts(form, now: site.clock.now))
    act.recipients = PlaceFields.asked(form)
    act.informed = PlaceFields.informed(form)
    act.way = SendingWay(rawValue: form[NumberingField.way]) ?? .post
    act.draft = Draft.ID(form[NumberingField.draft])
    act.reservation = NumberReservation.ID(form[ReservationField.chosen])
    act.isVouchedOpen = form.isOn(NumberingField.vouchedOpen)
    act.files = try await desk.keep(uploaded.files)
    act.facts.pageCount = act.files.first?.pageCount
    return act
  }

  @Sendable private func showCorrection(_ request: Request, _ context: WebContext) async throws -> Response {
    try await correctionPage(nil, refusal: nil, context)
  }

  @Sendable private func correct(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let form = context.form
    do {
      let act = CorrectOutgoingDocument(
        id, facts: try OutgoingFacts(form, now: site.clock.now),
        recipients: PlaceFields.asked(form),
        informed: PlaceFields.informed(form),
        way: SendingWay(rawValue: form[NumberingField.way]) ?? .post, reason: form[NumberingField.correctionReason],
        formVersion: form.version)
      try await noting(actor) { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal
      where refusal != NumberOutgoingDocument.marked && (refusal.kind == .invalid || refusal.kind == .conflict)
    {
      return try await correctionPage(form, refusal: refusal, context)
    }
    return context.redirect(
      to: OutgoingDocumentPaths.show(id), notice: "Đã lưu bản sửa; nội dung cũ còn trong diễn biến.")
  }

  private func correctionPage(_ form: Form?, refusal: Refusal?, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let (screen, document, recipients, shown) = try await database.read { transaction in
      let document = try OutgoingDocumentStore(transaction).find(id, visibleTo: actor)
      guard OutgoingDocumentAccess.may(.correct, document, actor) else { throw OutgoingDocumentAccess.notRegistry }
      if let obstacle = document.obstacle(to: .correct) { throw obstacle }
      return (
        try NumberingScreen.read(by: actor, in: transaction), document,
        try OutgoingRecipientStore(transaction).list(of: id),
        try OutgoingFileStore(transaction).list(of: id).first { $0.kind.isShown }
      )
    }
    var seal = context.seal(version: document.version)
    if let form, refusal?.kind != .conflict { seal.version = form.version }
    let input =
      refusal.map { FormInput.refused($0, keeping: form ?? Form()) }
      ?? FormInput(values: document.facts.formValues(recipients))
    var page = screen.page(input: input, next: .empty, seal: seal)
    page.correctedCode = document.codeText
    page.viewer = shown?.viewer(named: document.codeText)
    if document.draft != nil { page.draft = .init(document, recipients) }
    (page.action, page.cancelPath) = (OutgoingDocumentPaths.correction(id), OutgoingDocumentPaths.show(id))
    return context.page(
      Page(title: page.title, room: .outgoing, main: page.html, keys: NumberingPage.correctionKeys),
      status: refusal?.kind.status ?? .ok)
  }
}
