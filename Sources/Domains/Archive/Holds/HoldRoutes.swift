import Database
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of keeping due dossiers, and of the terms of transfer.
struct HoldRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/giu-lai/:id") { _, context in try await form(context) }
    routes.post("luu-tru/giu-lai/:id", use: ask)
    routes.get("luu-tru/de-nghi-giu-lai/:hold") { _, context in try await page(context) }
    routes.post("luu-tru/de-nghi-giu-lai/:hold/dong-y") { _, context in try await decide(true, context) }
    routes.post("luu-tru/de-nghi-giu-lai/:hold/khong-dong-y") { _, context in try await decide(false, context) }
    routes.get("luu-tru/thoi-han") { _, context in try await terms(context) }
    routes.post("luu-tru/thoi-han", use: setTerms)
  }

  private func input(_ refusal: Refusal?, _ context: WebContext) -> FormInput {
    refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
  }

  private func form(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: Dossier.ID = try context.requireID("id")
    var seal = context.seal(isCreating: refusal == nil)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let input = input(refusal, context)
    let page = try await site.database.read { [seal] in
      try HoldScreen(actor: actor, seal: seal, transaction: $0).form(id, input)
    }
    return context.page(
      Page(title: HoldFormPage.title, room: .dossiers, main: page.html, keys: HoldFormPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: Dossier.ID = try context.requireID("id")
    let act = AskHold(
      id, until: TypedDay.parse(form[ArchiveField.until], today: site.clock.now.day), reason: form[ArchiveField.reason])
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let hold = try act.perform(by: actor, in: transaction)
          return .init(
            path: ArchivePaths.holding(id),
            notice: "Đã gửi đề nghị giữ lại hồ sơ đến hết \(hold.untilOn.text); chờ lãnh đạo hoặc chánh văn phòng.")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Đề nghị này đã được gửi ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await self.form(context, refusal: refusal)
    }
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let id: DossierHold.ID = try context.requireID("hold")
    let input = input(refusal, context)
    let page = try await site.database.read {
      try HoldScreen(actor: actor, seal: seal, transaction: $0).page(id, input)
    }
    return context.page(
      Page(title: HoldPage.title, room: ArchiveAccess.mayEnter(actor) ? .archive : .dossiers, main: page.html),
      status: refusal?.kind.status ?? .ok)
  }

  private func decide(_ isGranted: Bool, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = DecideHold(
      try context.requireID("hold"), isGranted: isGranted, words: context.form[ArchiveField.reason],
      formVersion: context.form.version)
    do {
      let (hold, dossier) = try await site.database.write { try act.perform(by: actor, in: $0) }
      let answer = isGranted ? "Đã đồng ý cho giữ" : "Không đồng ý cho giữ"
      return context.redirect(
        to: ArchivePaths.hold(hold.id),
        notice: "\(answer) hồ sơ \(dossier.code.notation) đến hết \(hold.untilOn.text); đã báo \(hold.askedBy).")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  private func terms(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let (actor, seal) = (try context.requireActor(), context.seal())
    let input = input(refusal, context)
    let page = try await site.database.read { try TransferTermsScreen.read(input, seal, by: actor, in: $0) }
    return context.page(
      Page(
        title: TransferTermsPage.title, room: actor.isAdministrator ? .administration : .archive, main: page.html,
        keys: TransferTermsPage.keys), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func setTerms(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = SetTransferTerms(TransferTermsScreen.terms(context.form), formVersion: context.form.version)
    do {
      try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(to: ArchivePaths.terms, notice: "Đã đặt thời hạn nộp lưu: \(act.terms.text).")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await terms(context, refusal: refusal)
    }
  }
}
