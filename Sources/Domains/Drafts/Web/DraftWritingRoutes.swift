import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Kernel
import Markup
import WebApp
import Work

/// The forms that write: a new draft, what is said of it, a new version.
extension DraftRoutes {
  @Sendable func showNew(_ request: Request, _ context: WebContext) async throws -> Response {
    try await newPage(Form(urlEncoded: request.uri.query ?? ""), nil, context)
  }

  @Sendable func create(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    do {
      let outcome = try await refusingMarked(by: actor) {
        let sent = try DraftForm(form, today: site.clock.now.day)
        try Secrecy.refuseMarked(sent.texts + [form[DraftField.instruction]])
        let due = try DraftForm.day(form, DraftField.due, today: site.clock.now.day)
        return try await site.database.write { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let act = CreateDraft(
              try sent.resolved(by: actor, in: transaction), drafter: PostID(form[DraftField.drafter]),
              from: DraftOrigin(form), instruction: form[DraftField.instruction], due: due)
            let id = try act.perform(by: actor, in: transaction)
            return .init(path: DraftPaths.show(id), notice: "Đã tạo dự thảo. Đưa tệp Word lên rồi trình.")
          }
        }
      }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await newPage(form, refusal, context)
    }
  }

  private func newPage(_ form: Form, _ refusal: Refusal?, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let directory = directory
    let input = refusal.map { FormInput.refused($0, keeping: form) } ?? FormInput()
    let seal = refusal == nil ? context.seal(isCreating: true) : sealAgain(context)
    let origin = DraftOrigin(form)
    let page = try await site.database.read { transaction in
      let summary = try origin.flatMap {
        try directory.summaries(of: [$0.record], visibleTo: actor, in: transaction)[$0.record]
      }
      guard origin == nil || summary != nil else { throw Refusal(.notFound, "Không tìm thấy văn bản cần trả lời.") }
      return try DraftFactsScreen(actor: actor, transaction: transaction, input: input, seal: seal)
        .new(origin, summary)
    }
    return context.page(
      Page(title: page.title, room: .drafts, main: page.html, keys: DraftActPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: Draft.ID = try context.requireID("id")
    do {
      try await refusingMarked(by: actor) {
        let sent = try DraftForm(form, today: site.clock.now.day)
        try Secrecy.refuseMarked(sent.texts)
        try await site.database.write { transaction in
          let facts = try sent.resolved(by: actor, in: transaction)
          try ChangeDraft(id, facts: facts, formVersion: form.version).perform(by: actor, in: transaction)
        }
      }
      return context.redirect(to: DraftPaths.show(id), notice: "Đã lưu thông tin dự thảo.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await showChange(context, refusal)
    }
  }

  func showChange(_ context: WebContext, _ refusal: Refusal?) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    var seal = context.seal()
    if refusal != nil { seal.version = context.form.version }
    let page = try await site.database.read { [seal] transaction in
      let screen = try DraftActScreen(id, input: input, seal: seal, by: actor, in: transaction)
      if let obstacle = screen.standing.changing, refusal == nil { throw obstacle }
      return try DraftFactsScreen(actor: actor, transaction: transaction, input: input, seal: seal)
        .change(screen.draft)
    }
    return context.page(
      Page(title: page.title, room: .drafts, main: page.html, keys: DraftActPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable func addVersion(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    return try await desk.releasing(uploaded.files) {
      do {
        var refused = uploaded.refusals.map { Refusal.Reason($0, field: DraftField.file) }
        let files = try await refusingMarked(by: actor) {
          var files: [(field: String, file: DraftFileToAdd)] = []
          for upload in uploaded.files {
            do {
              files.append((upload.field, try await DraftFileReading(reader: reader).read(upload)))
            } catch let refusal as Refusal where refusal.kind == .invalid {
              refused += refusal.reasons.map { .init($0.message, field: upload.field) }
            }
          }
          return files
        }
        if let refusal = Refusal(refused) { throw refusal }
        for upload in uploaded.files { try await desk.vault.keep(upload.staged) }
        return try await act(context, { try $0.version() }) { id, form, actor, transaction in
          let number = try AddDraftVersion(id, files, form).perform(by: actor, in: transaction)
          return number == 1 ? "Đã đưa bản 1; xong thì bấm «Trình»." : "Đã đưa bản \(number); bản trước giữ nguyên."
        }
      } catch let refusal as Refusal where refusal.kind == .invalid {
        return try await answer(
          context, { try $0.version() }, .refused(refusal, keeping: context.form), sealAgain(context),
          refusal.kind.status)
      }
    }
  }

  /// A mark that was found leaves a line without words, and nothing else.
  private func refusingMarked<Answer: Sendable>(
    by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch is SecrecyFound {
      try await site.database.write { try Audit.record(.draftSecrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    }
  }
}

extension DraftOrigin {
  /// `incomingDocument:8` and the key of a piece of its work; nil for none.
  init?(_ form: Form) {
    let parts = form[DraftField.origin].split(separator: ":").map(String.init)
    guard parts.count == 2, let number = Int64(parts[1]) else { return nil }
    self.init(RecordReference(code: parts[0], number: number), item: WorkItem.ID(form[DraftField.originItem]))
  }
}

extension AddDraftVersion {
  /// As sent: files by the name of their field, kept annexes by their boxes.
  init(_ id: Draft.ID, _ files: [(field: String, file: DraftFileToAdd)], _ form: Form) {
    let prefix = "\(DraftField.keptAnnexes)-"
    self.init(
      id, main: files.first { $0.field == DraftField.file }?.file,
      annexes: files.filter { $0.field == DraftField.annexes }.map(\.file),
      keeping: form.fields.compactMap { name, value in
        name.hasPrefix(prefix) && value == "1" ? DraftFile.ID(String(name.dropFirst(prefix.count))) : nil
      }, purpose: form[DraftField.note], isVouchedOpen: form.isOn(DraftField.vouched),
      seen: form.integer(DraftField.seen) ?? 0)
  }
}
