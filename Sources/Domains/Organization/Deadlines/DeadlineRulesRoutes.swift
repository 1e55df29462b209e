import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the rules by which an agency is reminded and urged.
struct DeadlineRulesRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/co-quan/:id/nhac-han", use: show)
    routes.post("quan-tri/co-quan/:id/nhac-han", use: set)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(FormInput(), context, status: .ok)
  }

  @Sendable private func set(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let agency: AgencyID = try context.requireID("id")
    let form = context.form
    do {
      let rules = try DeadlineRules(typed: form)
      try await site.database.write {
        try SetDeadlineRules(agency: agency, rules: rules, formVersion: form.version).perform(by: actor, in: $0)
      }
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(.refused(refusal, keeping: form), context, status: refusal.kind.status)
    }
    return context.redirect(
      to: OrganizationPaths.deadlineRules(agency), notice: "Đã đặt quy tắc nhắc hạn, đôn đốc; áp dụng ngay.")
  }

  private func page(
    _ input: FormInput, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: AgencyID = try context.requireID("id")
    let seal = context.seal()
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      let (rules, setBy, version) = try DeadlineRulesStore(transaction).entered(for: id)
      return DeadlineRulesPage(
        agency: id, agencyName: agency.name, rules: rules,
        superiorName: setBy == id ? nil : try setBy.map { try store.agencyName($0) }, isOwn: setBy == id, input: input,
        seal: seal.at(version: version))
    }
    return context.page(Page(title: DeadlineRulesPage.title, room: .administration, main: page.html), status: status)
  }
}

extension DeadlineRules {
  /// From the form; refuses each field that holds no number.
  fileprivate init(typed form: Form) throws {
    var reasons: [Refusal.Reason] = []
    func number(_ name: String) -> Int? {
      guard !form[name].isEmpty else { return nil }
      guard let number = Int(form[name]) else {
        reasons.append(.init("«\(form[name])» không phải số.", field: name))
        return nil
      }
      return number
    }
    let rules = DeadlineRules(
      remindDays: number(DeadlineRulesField.remindDays) ?? -1,
      alarmMinutes: number(DeadlineRulesField.alarmMinutes) ?? 0, remindAfter: number(DeadlineRulesField.remindAfter),
      criticizeAfter: number(DeadlineRulesField.criticizeAfter), reviewAfter: number(DeadlineRulesField.reviewAfter))
    if let refusal = Refusal(reasons) { throw refusal }
    self = rules
  }
}
