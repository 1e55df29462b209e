import Audit
import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Organization
import VietnameseText
import WebApp

/// HTTP of lending a post, ending that, and seeing what was done meanwhile.
struct DelegationRoutes: Sendable {
  let site: Site
  let recordLines: RecordLines
  let documentKinds: DocumentKinds

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("uy-quyen", use: list)
    routes.post("uy-quyen", use: lend)
    routes.get("uy-quyen/:id", use: show)
    routes.post("uy-quyen/:id/ket-thuc", use: end)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context)
  }

  @Sendable private func lend(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    do {
      let act = try Self.act(form, today: site.clock.now.day)
      let outcome = try await site.database.write { [documentKinds] transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          var act = act
          act.kinds = try documentKinds(transaction).filter { form.isOn(DelegationField.kind($0.key)) }
          let made = try act.perform(by: actor, in: transaction)
          return .init(
            path: IdentityPaths.delegations,
            notice:
              "\(made.standInName) làm thay \(made.absentName) từ \(made.firstDay.text) đến hết \(made.lastDay.text).")
        }
      }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Ủy quyền này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndDelegation(try context.requireID("id"))
    let ended = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: IdentityPaths.delegations,
      notice: "\(ended.standInName) không còn làm thay \(ended.absentName), từ lần bấm tiếp theo.")
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: Delegation.ID = try context.requireID("id")
    let recordLines = recordLines
    let page = try await site.database.read { transaction in
      let delegation = try DelegationStore(transaction).find(id, visibleTo: actor)
      let account = try AccountStore(transaction).account(of: delegation.standInPerson)
      let entries =
        try account.map {
          try AuditStore(transaction).actsOnBehalf(
            as: delegation.absentPost, by: $0.id, from: delegation.madeAt,
            through: delegation.endedAt ?? Instant(delegation.lastDay + 1))
        } ?? []
      let records = try recordLines(entries.compactMap(\.record), actor, transaction)
      return DelegatedActsPage(
        delegation: delegation, state: delegation.stateText(on: transaction.now.day),
        lines: entries.map { entry in
          let record = entry.record.flatMap { records[$0] }
          return .init(
            at: entry.at, sentence: entry.record == nil || record?.isWithheld == false ? entry.sentence : nil,
            record: record?.label ?? "", path: record?.path)
        })
    }
    return context.page(Page(title: page.title, main: page.html))
  }

  private static func act(_ form: Form, today: Day) throws -> LendPost {
    var reasons: [Refusal.Reason] = []
    func day(_ name: String, _ label: String) -> Day {
      if let day = TypedDay.parse(form[name], today: today) { return day }
      reasons.append(.init("\(label): gõ như 30/11/2026 hoặc 3011.", field: name))
      return today
    }
    let (first, last) = (day(DelegationField.firstDay, "Từ ngày"), day(DelegationField.lastDay, "Đến hết ngày"))
    guard let post = PostID(form[DelegationField.post]), let standIn = PostID(form[DelegationField.standIn]) else {
      throw Refusal([.init("Hãy chọn người làm thay.", field: DelegationField.standIn)] + reasons) ?? notChosen
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return LendPost(
      post, to: standIn, from: first, through: last,
      scope: Delegation.Scope(rawValue: form[DelegationField.scope]) ?? .all, reason: form[DelegationField.reason])
  }

  private static let notChosen = Refusal(.invalid, "Hãy chọn người làm thay.", field: DelegationField.standIn)

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    var seal = context.seal(isCreating: true)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    let page = try await site.database.read { [seal, documentKinds] in
      try DelegationsScreen(actor: actor, transaction: $0, documentKinds: documentKinds).page(input: input, seal: seal)
    }
    return context.page(Page(title: DelegationsPage.title, main: page.html), status: refusal?.kind.status ?? .ok)
  }
}
