import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import Organization
import Registers
import VietnameseText
import WebApp

/// HTTP of «Vào sổ»: the form with and without a waiting paper, the duplicate panel, proposals as one types.
struct RegistrationRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private var database: any Database { site.database }
  private var answer: RegistrationAnswer { RegistrationAnswer(site: site) }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/vao-so", use: showWithoutPaper)
    routes.post("van-ban-den/vao-so", use: registerWithoutPaper)
    routes.get("van-ban-den/cho/:paper/vao-so", use: showPaper)
    routes.post("van-ban-den/cho/:paper/vao-so", use: registerPaper)
    routes.get("van-ban-den/trung", use: duplicates)
    routes.get("van-ban-den/so-tiep-theo", use: nextNumber)
    routes.get("van-ban-den/co-quan-ban-hanh", use: issuers)
    routes.get("van-ban-den/noi-nhan", use: receivers)
  }

  @Sendable func showWithoutPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    try await answer.page(nil, Form(urlEncoded: request.uri.query ?? ""), .opened, context)
  }

  @Sendable func showPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    return try await answer.page(try context.requireID("paper"), query, .opened, context)
  }

  @Sendable func registerPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    return try await register(try context.requireID("paper"), uploaded, context)
  }

  @Sendable func registerWithoutPaper(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    return try await register(nil, uploaded, context)
  }

  @Sendable func duplicates(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let matches = try await database.read { transaction -> [DuplicateCheck.Match] in
      guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
      var facts = IncomingFacts(arrivalDate: transaction.now.day)
      facts.numberText = query[RegistrationField.numberText]
      facts.notation = query[RegistrationField.notation]
      facts.issuerName = query[RegistrationField.issuer]
      facts.documentIdentifier = query[RegistrationField.documentIdentifier]
      let paper = try WaitingPaper.ID(query["cho"]).map {
        try WaitingPaperStore(transaction).find($0, visibleTo: actor)
      }
      return try DuplicateCheck(
        facts: facts, hashes: paper.map { [$0.staged.hash] } ?? [], except: IncomingDocument.ID(query["tru"])
      ).matches(visibleTo: actor, in: transaction)
    }
    return context.html(DuplicatePanel(matches: matches.map(DuplicatePanel.Match.init)).html)
  }

  /// For the chosen book and the typed day; what is no day yet counts as today.
  @Sendable func nextNumber(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    let query = Form(urlEncoded: request.uri.query ?? "")
    let (book, today) = (query[RegistrationField.book], site.clock.now.day)
    let day = TypedDay.parse(query[RegistrationField.arrivalDate], today: today)
    let next = try await database.read {
      try NextNumber.read(bookName: book, arrivalDate: day, by: actor, in: $0)
    }
    return context.html(next?.html ?? NextNumber.none)
  }

  @Sendable func issuers(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try context.requireActor()
    let typed = String(Form(urlEncoded: request.uri.query ?? "")["q"].prefix(200))
    let found = try await database.read { try OutsideAgencyStore($0).suggestions(for: typed) }
    return context.html(
      found.map { "<li data-value=\"\($0.name)\" data-key=\"\($0.id)\">\($0.name)</li>" as HTML }.joined())
  }

  @Sendable func receivers(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let typed = String(Form(urlEncoded: request.uri.query ?? "")["q"].prefix(200))
    let names = try await database.read { try ReceiverNames.proposals(for: typed, of: actor, in: $0) }
    return context.html(names.map { "<li data-value=\"\($0)\">\($0)</li>" as HTML }.joined())
  }

  private func register(
    _ paper: WaitingPaper.ID?, _ uploaded: UploadedForm, _ context: WebContext
  ) async throws -> Response {
    let actor = try context.requireActor()
    let form = uploaded.form
    do {
      return try await desk.releasing(uploaded.files) {
        try Secrecy.refuseMarked(form)
        // The paper of a form sent twice is registered by now: the second press gets the first answer.
        if paper != nil, let first = try await firstAnswer(to: form, by: actor) { return context.redirect(to: first) }
        if let refusal = Refusal(uploaded.refusals.map { Refusal.Reason($0, field: "file") }) { throw refusal }
        let (act, waiting) = try await prepared(paper, uploaded, by: actor)
        let outcome = try await database.write { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let outcome = try act.perform(by: actor, in: transaction)
            return .init(
              path: Self.next(form, after: outcome, paper: paper),
              notice: try Self.notice(outcome, by: actor, in: transaction))
          }
        }
        if let waiting { try? await desk.vault.discard(waiting) }
        return context.redirect(to: outcome.path, notice: outcome.notice)
      }
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.secrecyRefused, on: nil, by: actor, in: $0) }
      throw paper == nil ? Secrecy.refusal : Secrecy.refusalOfPaper
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await answer.page(paper, form, .refused(refusal), context)
    }
  }

  /// The number, and where the document goes by rule.
  private static func notice(
    _ outcome: RegisterIncomingDocument.Outcome, by actor: Actor, in transaction: any Transaction
  ) throws -> String {
    let document = try IncomingDocumentStore(transaction).find(outcome.id, visibleTo: actor)
    let rule = try PresentingRuleStore(transaction).first(for: document)
    let told = rule.map { " Theo quy tắc «\($0.terms.name)»: \($0.effect); bấm «Trình» để chuyển." } ?? ""
    return "Đã vào sổ số đến \(outcome.number.number), \(outcome.number.bookTitle).\(told)"
  }

  private func firstAnswer(to form: Form, by actor: Actor) async throws -> String? {
    try await database.read { try SubmissionStore($0).answer(to: form.submissionKey, by: actor.account) }
  }

  /// Reads the form and brings its files into the vault: rows come after their files, never before.
  private func prepared(
    _ paper: WaitingPaper.ID?, _ uploaded: UploadedForm, by actor: Actor
  ) async throws -> (act: RegisterIncomingDocument, waiting: StagedFile?) {
    let form = uploaded.form
    var act = RegisterIncomingDocument(facts: try IncomingFacts(form, today: site.clock.now.day))
    act.bookName = form[RegistrationField.book]
    act.overrideReason = form[RegistrationField.overrideReason]
    act.isVouchedOpen = form.isOn(RegistrationField.vouchedOpen)
    act.condition.isUnopened = form.isOn(RegistrationField.unopened)
    act.condition.anomaly = form[RegistrationField.anomaly]
    act.paper = paper
    var staged: StagedFile?
    if let paper {
      let waiting = try await database.read { try WaitingPaperStore($0).find(paper, visibleTo: actor) }
      try await desk.vault.keep(waiting.staged)
      staged = waiting.staged
      act.files = [
        KeptFile(
          name: waiting.fileName, kind: waiting.kind, stored: waiting.staged.stored, pageCount: waiting.pageCount)
      ]
    }
    for upload in uploaded.files {
      try await desk.vault.keep(upload.staged)
      act.files.append(
        KeptFile(name: upload.name, kind: upload.kind, stored: upload.staged.stored, pageCount: upload.pageCount))
    }
    if act.facts.pageCount == nil { act.facts.pageCount = act.files.first?.pageCount }
    return (act, staged)
  }

  /// «Lưu» shows the document; «Lưu và chuyển» asks to whom it is presented; «Lưu và tiếp» goes to the next paper, or a fresh form with book, date and sender.
  private static func next(
    _ form: Form, after outcome: RegisterIncomingDocument.Outcome, paper: WaitingPaper.ID?
  ) -> String {
    switch form[RegistrationField.next] {
    case "forward": return IncomingDocumentPaths.presentation(outcome.id)
    case "again": break
    default: return IncomingDocumentPaths.show(outcome.id)
    }
    let next = paper == nil ? IncomingDocumentPaths.registration : IncomingDocumentPaths.waiting + "?tiep=1"
    return RegistrationField.address(next, keeping: form)
  }
}

/// «Vào sổ» as the answer to whatever led there.
struct RegistrationAnswer: Sendable {
  /// What the form comes after.
  enum Occasion: Sendable {
    /// Opened; the fields are those of the address.
    case opened
    /// Everything comes back as sent, with every reason.
    case refused(Refusal)
    /// The pages were arranged, or read further: what was typed comes back, the rest is suggested anew.
    case lookedAgain
  }

  let site: Site

  func page(
    _ paper: WaitingPaper.ID?, _ sent: Form, _ occasion: Occasion, _ context: WebContext
  ) async throws -> Response {
    let actor = try context.requireActor()
    var refusal: Refusal?
    if case .refused(let reason) = occasion { refusal = reason }
    var form = sent
    if case .lookedAgain = occasion { form = ProposedValues.typed(sent) }
    let bookName = form[RegistrationField.book]
    let facts = try? IncomingFacts(form, today: site.clock.now.day)
    let screen = try await site.database.read { transaction in
      try RegistrationScreen.read(paper: paper, facts: facts, bookName: bookName, by: actor, in: transaction)
    }
    var seal = context.seal(version: screen.paper?.version, isCreating: true)
    if !sent.submissionKey.isEmpty { seal.submission = sent.submissionKey }
    var input = refusal.map { FormInput.refused($0, keeping: form) } ?? .keeping(form)
    // The sender kept from the paper before gives way to the one that this paper names.
    if case .opened = occasion, screen.read?.issuingAgency != nil { input.values[RegistrationField.issuer] = nil }
    var page = screen.page(input: input, seal: seal)
    if refusal != nil { page.form.untouched = ProposedValues(sent).untouched(in: sent) }
    if case .opened = occasion { page.isKept = false } else { page.isKept = true }
    return context.page(
      Page(title: page.title, room: .incoming, main: page.html, keys: RegistrationPage.keys),
      status: refusal?.kind.status ?? .ok)
  }
}
