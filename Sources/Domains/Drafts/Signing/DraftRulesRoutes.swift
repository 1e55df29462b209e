import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of who may sign and of the usual ways.
struct DraftRulesRoutes: Sendable {
  let site: Site

  private typealias Make = @Sendable (DraftRulesScreen, FormInput, FormSeal) throws -> DraftRulePage

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/tham-quyen-ky") { _, context in
      let page = try await read(context) { try $0.powers(seal: $1) }
      return context.page(
        Page(
          title: SigningPowersPage.title, room: try context.requireActor().isAdministrator ? .administration : .drafts,
          main: page.html, keys: SigningPowersPage.keys))
    }
    routes.get("quan-tri/tham-quyen-ky/moi") { _, context in
      try await form(context, nil) { try $0.newPower($1, $2) }
    }
    routes.post("quan-tri/tham-quyen-ky", use: layPower)
    routes.post("quan-tri/tham-quyen-ky/:power/cham-dut", use: endPower)
    routes.get("quan-tri/luong-trinh") { _, context in
      let page = try await read(context) { try $0.ways(seal: $1) }
      return context.page(
        Page(
          title: UsualWaysPage.title, room: try context.requireActor().isAdministrator ? .administration : .drafts,
          main: page.html, keys: UsualWaysPage.keys))
    }
    routes.get("quan-tri/luong-trinh/moi") { _, context in try await form(context, nil) { try $0.newWay($1, $2) } }
    routes.post("quan-tri/luong-trinh", use: layWay)
    routes.post("quan-tri/luong-trinh/:way/bo", use: endWay)
  }

  private func read<Page: Sendable>(
    _ context: WebContext, _ make: @escaping @Sendable (DraftRulesScreen, FormSeal) throws -> Page
  ) async throws -> Page {
    let (actor, seal) = (try context.requireActor(), context.seal())
    return try await site.database.read { try make(DraftRulesScreen(actor: actor, transaction: $0), seal) }
  }

  private func form(_ context: WebContext, _ refusal: Refusal?, _ make: @escaping Make) async throws -> Response {
    let actor = try context.requireActor()
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    var seal = context.seal(isCreating: refusal == nil)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let page = try await site.database.read { [seal] in
      try make(DraftRulesScreen(actor: actor, transaction: $0), input, seal)
    }
    return context.page(
      Page(
        title: page.title, room: try context.requireActor().isAdministrator ? .administration : .drafts,
        main: page.html, keys: DraftRulePage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  private func lay(
    _ context: WebContext, to path: String, _ make: @escaping Make,
    _ perform: @escaping @Sendable (Form, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let (sent, actor) = (context.form, try context.requireActor())
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(sent.submissionKey, by: actor.account) {
          .init(path: path, notice: try perform(sent, actor, transaction))
        }
      }
      return context.redirect(to: path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await form(context, refusal, make)
    }
  }

  @Sendable private func layPower(_ request: Request, _ context: WebContext) async throws -> Response {
    try await lay(context, to: DraftPaths.signingPowers, { try $0.newPower($1, $2) }) { form, actor, transaction in
      let power = try LaySigningPower(SigningPower.Terms(form, today: transaction.now.day))
        .perform(by: actor, in: transaction)
      return "Đã thêm thẩm quyền ký: \(power.holderName), \(power.terms.capacity.inSentence)."
    }
  }

  @Sendable private func layWay(_ request: Request, _ context: WebContext) async throws -> Response {
    try await lay(context, to: DraftPaths.usualWays, { try $0.newWay($1, $2) }) { form, actor, transaction in
      let usual = try LayUsualWay(DraftWay(form), for: form[DraftField.type]).perform(by: actor, in: transaction)
      return "Đã đặt luồng trình cho «\(usual.typeName)»."
    }
  }

  @Sendable private func endPower(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndSigningPower(try context.requireID("power"), formVersion: context.form.version)
    let power = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: DraftPaths.signingPowers,
      notice: "Đã chấm dứt thẩm quyền ký \(power.terms.capacity.inSentence) của \(power.holderName).")
  }

  @Sendable private func endWay(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndUsualWay(try context.requireID("way"), formVersion: context.form.version)
    let usual = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(to: DraftPaths.usualWays, notice: "Đã bỏ luồng trình của «\(usual.typeName)».")
  }
}
