import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of «Dãy số».
struct SeriesRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-di/day-so", use: show)
    routes.post("van-ban-di/day-so", use: lay)
    routes.post("van-ban-di/day-so/:id/thoi", use: end)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context)
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    var input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    if refusal != nil { input.values[SeriesField.types] = context.form.all(SeriesField.types).joined(separator: ",") }
    let seal = context.seal(isCreating: true)
    let page = try await site.database.read { [input] in
      try SeriesScreen.read(input: input, seal: seal, by: actor, in: $0)
    }
    return context.page(
      Page(title: SeriesPage.title, room: .outgoing, main: page.html, keys: SeriesPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func lay(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (form, field) = (context.form, SeriesField.self)
    var act = LaySeries()
    (act.bodyName, act.bodyAbbreviation) = (form[field.body], form[field.abbreviation])
    (act.typeKeys, act.name, act.basis) = (form.all(field.types), form[field.name], form[field.basis])
    do {
      let laid = try await site.database.write { [act] transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let series = try act.perform(by: actor, in: transaction)
          return .init(
            path: OutgoingDocumentPaths.series,
            notice: "Đã lập «\(series.name)», dãy số riêng từ năm \(series.fromYear).")
        }
      }
      return context.redirect(to: laid.path, notice: laid.notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = EndSeries(try context.requireID("id"))
    let series = try await site.database.write { try act.perform(by: actor, in: $0) }
    let until = series.untilYear.map { $0 < series.fromYear } ?? false
    return context.redirect(
      to: OutgoingDocumentPaths.series,
      notice: until
        ? "Đã bỏ «\(series.name)» trước khi dùng."
        : "«\(series.name)» thôi dùng sau ngày 31/12/\(series.untilYear ?? series.fromYear).")
  }
}
