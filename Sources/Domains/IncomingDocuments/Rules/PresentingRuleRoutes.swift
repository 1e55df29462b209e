import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the rules, and of passing a document on by one.
struct PresentingRuleRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/quy-tac", use: list)
    routes.get("van-ban-den/quy-tac/moi") { _, context in try await form(nil, context) }
    routes.post("van-ban-den/quy-tac", use: lay)
    routes.get("van-ban-den/quy-tac/:rule") { _, context in
      let id: PresentingRule.ID = try context.requireID("rule")
      return try await form(id, context)
    }
    routes.post("van-ban-den/quy-tac/:rule", use: change)
    routes.post("van-ban-den/quy-tac/:rule/thu-tu", use: move)
    routes.post("van-ban-den/quy-tac/:rule/bo", use: end)
    routes.post("van-ban-den/:id/theo-quy-tac", use: send)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let isTrial = Form(urlEncoded: request.uri.query ?? "").isOn(PresentingRuleField.trial)
    let seal = context.seal()
    let page = try await site.database.read {
      try PresentingRulesScreen(by: actor, in: $0).list(isTrial: isTrial, seal: seal)
    }
    return context.page(
      Page(title: PresentingRulesPage.title, room: .incoming, main: page.html, keys: PresentingRulesPage.keys))
  }

  @Sendable private func lay(_ request: Request, _ context: WebContext) async throws -> Response {
    let (sent, actor) = (context.form, try context.requireActor())
    let act = LayRule(
      terms: PresentingRule.Terms(sent), leader: PostID(sent[PresentingRuleField.leader]))
    do {
      let outcome = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(sent.submissionKey, by: actor.account) {
          let rule = try act.perform(by: actor, in: transaction)
          return .init(
            path: IncomingDocumentPaths.rules, notice: "Đã đặt quy tắc «\(rule.terms.name)»: \(rule.effect).")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice ?? "Quy tắc này đã được đặt ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await form(nil, context, refusal: refusal)
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let (sent, actor) = (context.form, try context.requireActor())
    let id: PresentingRule.ID = try context.requireID("rule")
    let act = LayRule(
      rule: id, terms: PresentingRule.Terms(sent), leader: PostID(sent[PresentingRuleField.leader]),
      formVersion: sent.version)
    do {
      let rule = try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(
        to: IncomingDocumentPaths.rules, notice: "Đã sửa quy tắc «\(rule.terms.name)»: \(rule.effect).")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await form(id, context, refusal: refusal)
    }
  }

  @Sendable private func move(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let isUp = context.form[PresentingRuleField.direction] == "len"
    let act = MoveRule(rule: try context.requireID("rule"), isUp: isUp, formVersion: context.form.version)
    let rule = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: IncomingDocumentPaths.rules, notice: "«\(rule.terms.name)» được thử \(isUp ? "trước" : "sau") một bậc.")
  }

  @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndRule(rule: try context.requireID("rule"), formVersion: context.form.version)
    let rule = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: IncomingDocumentPaths.rules, notice: "Đã bỏ quy tắc «\(rule.terms.name)»; văn bản loại này lại được trình.")
  }

  /// Pressed on «Trình» of a document that a rule catches.
  @Sendable private func send(_ request: Request, _ context: WebContext) async throws -> Response {
    let (sent, actor) = (context.form, try context.requireActor())
    let id: IncomingDocument.ID = try context.requireID("id")
    guard let rule = PresentingRule.ID(sent[HandlingField.rule]) else {
      throw Refusal(.invalid, "Biểu mẫu không nêu quy tắc nào. Hãy tải lại trang.")
    }
    let (outcome, sending) = try await site.database.write { transaction in
      let outcome = try SubmissionStore(transaction).once(sent.submissionKey, by: actor.account) {
        let given = try SendByRule(id, by: rule, ruleVersion: sent.version).perform(by: actor, in: transaction)
        return .init(path: IncomingDocumentPaths.show(id), notice: "Đã chuyển theo quy tắc: \(given).")
      }
      return (outcome, outcome.notice == nil ? nil : try SendingStore(transaction).last(by: actor.post))
    }
    let notice = outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước."
    return context.redirect(to: outcome.path, notice: notice, undo: sending.map { UndoOffer(notice, of: $0) })
  }

  private func form(
    _ id: PresentingRule.ID?, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: true)
    if refusal != nil {
      seal.version = context.form.version
      if !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    }
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let page = try await site.database.read { [seal] in
      try PresentingRulesScreen(by: actor, in: $0).form(id, input: input, seal: seal)
    }
    return context.page(
      Page(title: page.title, room: .incoming, main: page.html), status: refusal?.kind.status ?? .ok)
  }
}
