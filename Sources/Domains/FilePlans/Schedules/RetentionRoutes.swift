import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of tables of retention.
struct RetentionRoutes: Sendable {
  let site: Site

  private static let rowsPerPage = 100

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/thoi-han", use: list)
    routes.get("ho-so/thoi-han/goi-y") { request, context in
      _ = try context.requireActor()
      let typed = Folding.folded(Form(urlEncoded: request.uri.query ?? "")["q"])
      let found = RetentionPeriod.usual.map(\.text).filter { typed.isEmpty || Folding.folded($0).contains(typed) }
      return context.html(found.map { "<li data-value=\"\($0)\">\($0)</li>" as HTML }.joined())
    }
    routes.get("ho-so/thoi-han/:schedule") { request, context in
      try await show(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.post("ho-so/thoi-han/:schedule/ngung-dung", use: end)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { transaction in
      let store = RetentionStore(transaction)
      let inForce = try store.inForce(of: actor.agency)?.id
      let today = transaction.now.day
      return RetentionSchedulesPage(
        lines: try store.list(visibleTo: actor).map { schedule in
          .init(
            path: RetentionPaths.show(schedule.id), name: schedule.facts.name,
            issuer: "\(schedule.facts.issuer), \(schedule.facts.decisionCode)",
            effective: schedule.facts.effectiveOn?.text ?? "", rules: "\(schedule.ruleCount)",
            state: Self.state(of: schedule, inForce: inForce, today: today))
        }, mayKeep: RetentionAccess.isKeeper(actor))
    }
    return context.page(
      Page(
        title: RetentionSchedulesPage.title, room: .dossiers, main: page.html, keys: RetentionSchedulesPage.keys))
  }

  private static func state(
    of schedule: RetentionSchedule, inForce: RetentionSchedule.ID?, today: Day
  ) -> StateMark {
    if schedule.endedAt != nil { return StateMark("Ngừng dùng") }
    if schedule.id == inForce { return StateMark("Đang áp dụng", .done) }
    return (schedule.facts.effectiveOn ?? today) > today ? StateMark("Chưa hiệu lực", .look) : StateMark("Đã thay")
  }

  private func show(_ context: WebContext, _ query: Form, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: RetentionSchedule.ID = try context.requireID("schedule")
    let (search, after, seal) = (query[RetentionField.search], query.integer("sau") ?? 0, context.seal())
    let page = try await site.database.read { transaction in
      let store = RetentionStore(transaction)
      let schedule = try store.find(id, visibleTo: actor)
      let rules = try store.rules(of: id, matching: search, after: after, limit: Self.rowsPerPage + 1)
      let shown = rules.prefix(Self.rowsPerPage)
      let facts = schedule.facts
      var page = RetentionSchedulePage(
        name: facts.name,
        facts:
          "\(facts.issuer), \(facts.decisionCode), hiệu lực từ \(facts.effectiveOn?.text ?? ""), \(schedule.ruleCount) dòng",
        state: Self.state(of: schedule, inForce: try store.inForce(of: actor.agency)?.id, today: transaction.now.day),
        path: RetentionPaths.show(id), search: search,
        lines: shown.map {
          .init(place: "\($0.place)", group: $0.group, title: $0.title, retention: $0.retention.text, note: $0.note)
        })
      if rules.count > Self.rowsPerPage {
        page.next = shown.last.map { RetentionPaths.show(id, search: search, after: $0.place) }
      }
      if RetentionAccess.isKeeper(actor), schedule.endedAt == nil {
        page.act =
          ActForm(
            action: RetentionPaths.end(id), seal: seal.at(version: schedule.version),
            button: Button("Ngừng dùng", style: .grave)
          ).html
      }
      return page
    }
    var shown = page
    if let refusal { shown.refusal = Notice(.refused, refusal.message).html }
    return context.page(
      Page(title: page.name, room: .dossiers, main: shown.html), status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndRetentionSchedule(try context.requireID("schedule"), formVersion: context.form.version)
    do {
      let ended = try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(
        to: RetentionPaths.list,
        notice: "Đã ngừng dùng «\(ended.facts.name)»; thời hạn đã ghi trong danh mục giữ nguyên.")
    } catch let refusal as Refusal where refusal.kind == .conflict {
      return try await show(context, Form(), refusal: refusal)
    }
  }
}
