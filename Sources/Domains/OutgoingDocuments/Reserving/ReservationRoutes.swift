import Database
import Hummingbird
import Kernel
import Markup
import Registers
import VietnameseText
import WebApp

/// HTTP of «Giữ số».
struct ReservationRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-di/giu-so", use: show)
    routes.post("van-ban-di/giu-so", use: reserve)
    routes.post("van-ban-di/giu-so/:id/huy", use: release)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context)
  }

  private func page(_ context: WebContext, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    let input = refusal.map { FormInput.refused($0, keeping: form) } ?? FormInput()
    let seal = context.seal(isCreating: true)
    let page = try await site.database.read {
      try ReservationScreen.read(form, input: input, seal: seal, by: actor, in: $0)
    }
    return context.page(
      Page(title: ReservationsPage.title, room: .outgoing, main: page.html, keys: ReservationsPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func reserve(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let form = context.form
    do {
      let act = try Self.act(form, today: site.clock.now.day)
      let kept = try await NumberOutgoingDocument.noting(in: site.database, by: actor) {
        try await site.database.write { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let kept = try act.perform(by: actor, in: transaction)
            return .init(
              path: OutgoingDocumentPaths.reservations,
              notice: "Đã giữ số \(kept.codeText) cho \(kept.owner) đến hết \(kept.expiresOn.text).")
          }
        }
      }
      return context.redirect(to: kept.path, notice: kept.notice)
    } catch let refusal as Refusal
      where refusal != NumberOutgoingDocument.marked && (refusal.kind == .invalid || refusal.kind == .conflict)
    {
      return try await page(context, refusal: refusal)
    }
  }

  private static func act(_ form: Form, today: Day) throws -> ReserveOutgoingNumber {
    let typed = form[ReservationField.expiresOn]
    guard let day = TypedDay.parse(typed, today: today) else {
      throw Refusal(
        .invalid, typed.isEmpty ? "Chưa nhập ngày cuối giữ số." : "«\(typed)» không phải một ngày. Gõ như 05/07/2026.",
        field: ReservationField.expiresOn)
    }
    var act = ReserveOutgoingNumber(expiresOn: day)
    (act.typeKey, act.bodyName) = (form[NumberingField.type], form[NumberingField.body])
    (act.notation, act.unit) = (form[NumberingField.notation], UnitID(form[NumberingField.unit]))
    (act.owner, act.reason) = (form[ReservationField.owner], form[ReservationField.reason])
    return act
  }

  @Sendable private func release(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: NumberReservation.ID = try context.requireID("id")
    let reason = context.form[ReservationField.reason]
    do {
      let code = try await site.database.write {
        try ReleaseReservation(id, reason: reason).perform(by: actor, in: $0)
      }
      return context.redirect(
        to: OutgoingDocumentPaths.reservations, notice: "Đã hủy số giữ \(code); dòng vẫn trong sổ với lý do.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: Refusal(refusal.kind, refusal.message))
    }
  }
}
