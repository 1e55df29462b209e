import Access
import Database
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the archive's room, of handing dossiers over and of deciding on them.
struct ArchiveRoutes: Sendable {
  let site: Site
  let flows: DossierFlows

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru") { request, context in try await room(request, context) }
    routes.post("luu-tru/nhan", use: acceptMany)
    routes.get("luu-tru/nop") { request, context in
      try await submission(Form(urlEncoded: request.uri.query ?? ""), context)
    }
    routes.post("luu-tru/nop", use: submit)
    routes.get("luu-tru/ho-so/:id") { _, context in try await review(context) }
    routes.post("luu-tru/ho-so/:id/nhan", use: accept)
    routes.post("luu-tru/ho-so/:id/tra-lai", use: giveBack)
    routes.post("luu-tru/ho-so/:id/rut-lai", use: withdraw)
  }

  private func room(
    _ request: Request, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let query = refusal == nil ? Form(urlEncoded: request.uri.query ?? "") : Form()
    let ticked = Set(context.form.all(ArchiveField.dossier))
    let notice = refusal.map { Notice(.refused, $0.message).html } ?? .empty
    let page = try await database.read {
      try ArchiveRoomScreen(query: query, actor: actor, seal: seal, transaction: $0)
        .page(refusal: notice, ticked: ticked)
    }
    return context.page(
      Page(title: ArchiveRoomPage.title, room: .archive, main: page.html, keys: .list),
      status: refusal?.kind.status ?? .ok)
  }

  /// Each by itself: what differs, or was decided meanwhile, stays and says why.
  @Sendable private func acceptMany(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, flows) = (try context.requireActor(), flows)
    let chosen = context.form.all(ArchiveField.dossier).prefix(SubmitToArchive.dossiersMax).compactMap(
      ChosenDossier.init)
    var accepted: [String] = []
    var refused: [Refusal] = []
    for choice in chosen {
      do {
        let act = DecideSubmission(choice.dossier, .accept(note: ""), formVersion: choice.version)
        let decided = try await database.write { try act.perform(by: actor, flows: flows, in: $0) }
        accepted += decided.map(\.code.notation)
      } catch let refusal as Refusal {
        refused.append(refusal)
      }
    }
    if accepted.isEmpty {
      if let forbidden = refused.first(where: { $0.kind == .forbidden || $0.kind == .notFound }) { throw forbidden }
      let reasons = refused.flatMap(\.reasons).map { Refusal.Reason($0.message) }
      let none = Refusal(.invalid, "Chọn ít nhất một hồ sơ để nhận.")
      return try await room(request, context, refusal: Refusal(reasons, kind: .conflict) ?? none)
    }
    let left = refused.isEmpty ? "" : " Chưa nhận \(refused.count): \(refused.map(\.message).joined(separator: " "))"
    return context.redirect(
      to: ArchivePaths.room,
      notice: "Đã nhận \(accepted.count) hồ sơ vào lưu trữ: \(accepted.joined(separator: ", ")).\(left)")
  }

  private func submission(
    _ query: Form, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: refusal == nil)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let ticked = Set(context.form.all(ArchiveField.dossier))
    var page = try await database.read { [seal] in
      try SubmissionScreen.read(query, ticked: ticked, seal: seal, by: actor, in: $0)
    }
    if let refusal { page.refusal = Notice(.refused, "Chưa nộp.", reasons: refusal.reasons.map(\.message)).html }
    return context.page(
      Page(title: SubmissionPage.title, room: .dossiers, main: page.html, keys: SubmissionPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func submit(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor, flows) = (context.form, try context.requireActor(), flows)
    let act = SubmitToArchive(form.all(ArchiveField.dossier).compactMap(ChosenDossier.init))
    do {
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let done = try act.perform(by: actor, flows: flows, in: transaction)
          let path =
            form.isOn(ArchiveField.fromDossier)
            ? DossierPaths.closing(done.taken[0].id)
            : ArchivePaths.transfer(done.transfer.id)
          return .init(path: path, notice: Self.notice(done))
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Các hồ sơ này đã được nộp ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await submission(Form(), context, refusal: refusal)
    }
  }

  private static func notice(_ done: SubmitToArchive.Outcome) -> String {
    let taken = done.taken.map(\.code.notation).joined(separator: ", ")
    let left =
      done.refusals.isEmpty
      ? "" : " Chưa nộp \(done.refusals.count): \(done.refusals.map(\.message).joined(separator: " "))"
    return "Đã nộp \(done.taken.count) hồ sơ (\(done.transfer.name)): \(taken); chờ lưu trữ nhận.\(left)"
  }
}

// MARK: one dossier

extension ArchiveRoutes {
  private func review(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let id: Dossier.ID = try context.requireID("id")
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let directory = flows.directory
    let page = try await database.read {
      try ArchiveReviewScreen.read(id, directory, input, seal, by: actor, in: $0)
    }
    return context.page(
      Page(title: page.head.title, room: .archive, main: page.html, keys: ArchiveReviewPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  private func decide(
    _ decision: DecideSubmission.Decision, _ context: WebContext, _ answer: @Sendable (Dossier) -> String
  ) async throws -> Response {
    let (actor, flows) = (try context.requireActor(), flows)
    let act = DecideSubmission(try context.requireID("id"), decision, formVersion: context.form.version)
    do {
      let decided = try await database.write { try act.perform(by: actor, flows: flows, in: $0) }
      return context.redirect(to: ArchivePaths.room, notice: answer(decided[0]))
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await review(context, refusal: refusal)
    }
  }

  @Sendable private func accept(_ request: Request, _ context: WebContext) async throws -> Response {
    try await decide(.accept(note: context.form.paragraphs(ArchiveField.note)), context) { dossier in
      "Đã nhận hồ sơ \(dossier.code.notation) vào lưu trữ; từ nay chỉ còn xem."
    }
  }

  @Sendable private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
    try await decide(.giveBack(reason: context.form[ArchiveField.reason]), context) { dossier in
      "Đã trả hồ sơ \(dossier.code.notation) cho \(dossier.makerName); lý do ghi trên hồ sơ."
    }
  }

  /// Pressed on the dossier's own page: whoever withdraws need not enter the archive's room.
  @Sendable private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, flows) = (try context.requireActor(), flows)
    let id: Dossier.ID = try context.requireID("id")
    let act = DecideSubmission(
      id, .withdraw(reason: context.form[ArchiveField.reason]), formVersion: context.form.version)
    do {
      let taken = try await database.write { try act.perform(by: actor, flows: flows, in: $0) }
      let parts = taken.count > 1 ? " cùng \(taken.count - 1) hồ sơ con" : ""
      return context.redirect(
        to: DossierPaths.closing(id),
        notice: "Đã rút lại hồ sơ \(taken[0].code.notation)\(parts); sửa xong thì nộp lại.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await DossierPartAnswer(site: site, flows: flows).closing(context, refusal: refusal)
    }
  }
}
