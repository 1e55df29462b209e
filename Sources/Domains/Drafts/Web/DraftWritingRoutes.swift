import Access
import Audit
import Database
import Documents
import FileVault
import Hummingbird
import Identity
import Kernel
import Markup
import WebApp
import Work

/// The forms that write: a new draft, what is said of it, a new version.
extension DraftRoutes {
  @Sendable func showNew(_ request: Request, _ context: WebContext) async throws -> Response {
    try await newPage(Form(urlEncoded: request.uri.query ?? ""), nil, context)
  }

  /// - Parameter fromTemplate: its first version is made at once, for whoever writes it themselves.
  func create(_ context: WebContext, fromTemplate: Bool) async throws -> Response {
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
            let remark = try DraftDayOff.remark(due, of: actor.agency, in: transaction)
            return .init(path: DraftPaths.show(id), notice: "Đã tạo dự thảo. Đưa tệp Word lên rồi trình.\(remark)")
          }
        }
      }
      guard let notice = outcome.notice else {
        return context.redirect(to: outcome.path, notice: "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
      }
      let made = fromTemplate ? try await begun(outcome.path, by: actor) : nil
      return context.redirect(to: outcome.path, notice: made ?? notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await newPage(form, refusal, context)
    }
  }

  /// The first version of a draft that was just made, from its template; why not, when a tool is missing or another
  /// writes it: the draft stands all the same.
  private func begun(_ path: String, by actor: Actor) async throws -> String? {
    guard let id = path.split(separator: "/").last.flatMap({ Draft.ID(String($0)) }) else { return nil }
    let made = WriteDraftFromTemplate(desk: templates, reader: reader, draft: id, directory: directory)
    do {
      let version = try await site.database.read { try DraftStore($0).find(id, visibleTo: actor).version }
      let template = try await made.perform(by: actor, formVersion: version).template
      return "Đã tạo dự thảo, bản 1 soạn từ \(template). Tải về soạn tiếp, rồi đưa lên làm bản 2."
    } catch let refusal as Refusal {
      return "Đã tạo dự thảo, chưa soạn được từ mẫu: \(refusal.message)"
    }
  }

  @Sendable func writeFromTemplate(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    do {
      let made = try await WriteDraftFromTemplate(desk: templates, reader: reader, draft: id, directory: directory)
        .perform(by: actor, formVersion: context.form.version)
      return context.redirect(
        to: DraftPaths.show(id),
        notice: "Đã soạn bản \(made.number) từ \(made.template). Tải về soạn tiếp, rồi đưa lên làm bản sau.")
    } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
      return try await answer(
        context, { try $0.template() }, .refused(refusal, keeping: context.form), context.seal(),
        refusal.kind.status)
    }
  }

  /// Has a version looked at that nobody had looked at.
  @Sendable func checkForm(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    try await site.database.write { transaction in
      try CheckDraftFormJob.ask(for: DraftStore(transaction).lock(id, visibleTo: actor), in: transaction)
    }
    return context.redirect(to: DraftPaths.show(id), notice: "Đang kiểm tra thể thức; kết quả hiện ở trang này.")
  }

  @Sendable func formProgress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    return LiveProgress.answer(
      request, database: site.database,
      look: LiveSession.during(context.visitor) { transaction -> [LiveProgress.Change] in
        _ = try DraftStore(transaction).find(id, visibleTo: actor)
        guard let file = try DraftVersionStore(transaction).list(of: id).last?.main else { return [] }
        let isDone = try DraftFormCheckStore(transaction).find(file.id)?.isPending != true
        return [LiveProgress.Change(key: "the-thuc-\(file.id)", value: nil, max: 1, text: "", done: isDone)]
      })
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
      guard origin == nil || summary != nil else {
        throw Refusal(.notFound, "Không tìm thấy văn bản, hồ sơ mà dự thảo bắt nguồn.")
      }
      return try DraftFactsScreen(actor: actor, transaction: transaction, input: input, seal: seal)
        .new(origin, summary)
    }
    return context.page(
      Page(title: page.title, room: .drafts, main: page.html, keys: page.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: Draft.ID = try context.requireID("id")
    do {
      let outdated = try await refusingMarked(by: actor) {
        let sent = try DraftForm(form, today: site.clock.now.day)
        try Secrecy.refuseMarked(sent.texts)
        return try await site.database.write { transaction in
          let before = try DraftStore(transaction).find(id, visibleTo: actor)
          let facts = try sent.resolved(by: actor, keeping: before.facts.recipients, in: transaction)
          try ChangeDraft(id, facts: facts, formVersion: form.version).perform(by: actor, in: transaction)
          let isBlank = try DraftVersionStore(transaction).isBlank(before)
          return Self.outdated(before, facts, isBlank: isBlank)
        }
      }
      return context.redirect(to: DraftPaths.show(id), notice: "Đã lưu thông tin dự thảo.\(outdated)")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await showChange(context, refusal)
    }
  }

  /// What the file still says of before; empty when it says nothing of what was changed.
  private static func outdated(_ before: Draft, _ facts: DraftFacts, isBlank: Bool) -> String {
    var same = facts
    (same.replyDue, same.signerName) = (before.facts.replyDue, before.facts.signerName)
    guard before.latestVersion > 0, same != before.facts else { return "" }
    return isBlank
      ? " Bản \(before.latestVersion) từ mẫu còn thông tin cũ: bấm «Soạn lại từ mẫu» để điền lại."
      : " Tệp bản \(before.latestVersion) còn thông tin cũ: hãy sửa trong tệp rồi «Đưa bản mới»."
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
      Page(title: page.title, room: .drafts, main: page.html, keys: page.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable func addVersion(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    let refused = uploaded.refusals.map { Refusal.Reason($0, field: DraftField.file) }
    do {
      return try await refusingMarked(by: actor) {
        try await DraftIntake(reader: reader).take(uploaded.files, refused: refused) { files in
          try await act(context, { try $0.version() }) { id, form, actor, transaction in
            let number = try AddDraftVersion(id, files, form).perform(by: actor, in: transaction)
            let next = number == 1 ? "; xong thì bấm «Trình»." : "; bản trước giữ nguyên."
            return (["Đã đưa bản \(number)\(next)"] + files.map(\.file.remark)).filter { !$0.isEmpty }
              .joined(separator: " ")
          }
        }
      }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await answer(
        context, { try $0.version() }, .refused(refusal, keeping: context.form), sealAgain(context),
        refusal.kind.status)
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
