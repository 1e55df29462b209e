import Access
import Audit
import Database
import Documents
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Markup
import Organization
import Papers
import WebApp
import Work

/// HTTP of handing everything over, and of what became of it.
struct HandoverRoutes: Sendable {
  let site: Site
  let owned: OwnedByPosts
  let directory: RecordDirectory
  let runner: ToolRunner

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ban-giao") { request, context in
      try await form(request, context, of: context.requireActor().person)
    }
    routes.post("ban-giao") { _, context in try await begin(context, of: context.requireActor().person) }
    routes.get("ban-giao/cua/:person") { request, context in
      try await form(request, context, of: context.requireID("person"))
    }
    routes.post("ban-giao/cua/:person") { _, context in try await begin(context, of: context.requireID("person")) }
    routes.get("ban-giao/lan/:id", use: show)
    routes.get("ban-giao/lan/:id/tien-do", use: progress)
    routes.get("ban-giao/lan/:id/bien-ban/:post/:format", use: minutes)
  }

  private func form(_ request: Request, _ context: WebContext, of person: PersonID) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    return try await answer(context, person, query, FormInput(), context.seal(isCreating: true), .ok)
  }

  private func begin(_ context: WebContext, of person: PersonID) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let act = BeginHandover(
      person, to: PostID(form[HandoverField.receiver]), reason: Handover.Reason(rawValue: form[HandoverField.reason]),
      note: form[HandoverField.note], choices: Self.choices(form), owned: owned)
    do {
      let (outcome, begun) = try await site.database.write { transaction -> (SubmissionStore.Outcome, Handover?) in
        var begun: Handover?
        let outcome = try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let handover = try act.perform(by: actor, in: transaction)
          begun = handover
          return .init(path: HandoverPaths.show(handover.id), notice: nil)
        }
        return (outcome, begun)
      }
      if let begun, try await isSmall(begun) {
        try await RunHandover(begun, owned: owned).perform(over: site.database)
      }
      return context.redirect(to: outcome.path)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var seal = context.seal()
      seal.submission = form.submissionKey.isEmpty ? nil : form.submissionKey
      return try await answer(context, person, Form(), .refused(refusal, keeping: form), seal, refusal.kind.status)
    }
  }

  /// Few are done before the answer.
  private func isSmall(_ handover: Handover) async throws -> Bool {
    let counts = try await site.database.read { try HandoverStore($0).counts(of: handover.id) }
    return counts.values.reduce(0, +) <= BeginHandover.atOnceMax
  }

  /// What was chosen for single groups: `nguoi-nhan-1009-work.incoming`.
  private static func choices(_ form: Form) -> [BeginHandover.Group: BeginHandover.Choice] {
    form.fields.reduce(into: [:]) { choices, field in
      let parts = field.name.split(separator: "-", maxSplits: 3).map(String.init)
      guard field.name.hasPrefix("\(HandoverField.receiver)-"), parts.count == 4, let post = PostID(parts[2]) else {
        return
      }
      let group = BeginHandover.Group(post, parts[3])
      if field.value == HandoverField.nobody { choices[group] = .nobody }
      if let receiver = PostID(field.value) { choices[group] = .to(receiver) }
    }
  }

  private func answer(
    _ context: WebContext, _ person: PersonID, _ query: Form, _ input: FormInput, _ seal: FormSeal,
    _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { [owned, directory] transaction in
      try LeavingScreen(
        person: person, owned: owned, directory: directory, actor: actor, transaction: transaction
      ).page(query, input: input, seal: seal)
    }
    return context.page(
      Page(title: LeavingPage.title, room: .myWork, main: page.html, keys: LeavingPage.keys), status: status)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Handover.ID = try context.requireID("id")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await site.database.read { [directory] in
      try HandoverScreen(directory: directory, actor: actor, transaction: $0).page(id, query)
    }
    return context.page(Page(title: page.title, room: .myWork, main: page.html))
  }

  @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Handover.ID = try context.requireID("id")
    let directory = directory
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) {
        [try HandoverScreen(directory: directory, actor: actor, transaction: $0).change(id)]
      })
  }

  /// Taking them along is written down before the bytes go.
  @Sendable private func minutes(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (id, post): (Handover.ID, PostID) = (try context.requireID("id"), try context.requireID("post"))
    guard let ending = context.parameters.get("format").map({ String($0) }), ["pdf", "docx"].contains(ending) else {
      throw Refusal(.notFound, "Biên bản chỉ có dạng PDF và Word.")
    }
    let systemName = site.systemName
    let form = try await site.database.write { [directory] transaction in
      let form = try HandoverScreen(directory: directory, actor: actor, transaction: transaction).minutes(
        id, to: post, provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(systemName)")
      try Audit.record(.minutesTaken(form.toName), on: .handover(id), by: actor, in: transaction)
      return form
    }
    return try await PrintedFile(named: "bien-ban-ban-giao-\(id)", runner).answer(form.printedForm, as: ending)
  }
}
