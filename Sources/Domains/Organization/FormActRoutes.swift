import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// One act as two routes of one address: GET shows its form, POST performs it and shows the result, or the form again
/// with everything typed and every reason.
struct FormAct: Sendable {
  /// Makes the form; refuses whoever may not act.
  var page: @Sendable (OrganizationStore, Actor, FormState) throws -> OrganizationFormPage
  /// Performs the act; gives where its result is and what it did.
  var perform: @Sendable (Form, Actor, any Transaction) throws -> FormResult
}

/// Where an act's result is seen, and the sentence that says what changed.
struct FormResult: Sendable {
  var path: String
  var notice: String
}

/// What the form is filled and sealed with.
struct FormState: Sendable {
  var input = FormInput()
  fileprivate var base: FormSeal
  /// The version the refused form was shown with: a second press must not slip past what changed meanwhile.
  fileprivate var refusedVersion: Int?

  /// The seal of a form about a record at this version.
  func seal(_ version: Int) -> FormSeal { base.at(version: refusedVersion ?? version) }

  /// The seal of a form that creates.
  var creating: FormSeal { base }
}

/// Adds acts to a router.
struct FormActRoutes: Sendable {
  let site: Site

  func add(
    _ path: RouterPath, to routes: RouterGroup<WebContext>, _ act: @escaping @Sendable (WebContext) throws -> FormAct
  ) {
    routes.get(path) { _, context in
      let state = FormState(base: context.seal(isCreating: true))
      return try await show(try act(context), state, context, status: .ok)
    }
    routes.post(path) { _, context in try await post(try act(context), context) }
  }

  /// A POST-only act whose form stands on another page.
  func post(_ act: FormAct, _ context: WebContext) async throws -> Response {
    let form = context.form
    let actor = try context.requireActor()
    do {
      let result = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let result = try act.perform(form, actor, transaction)
          return .init(path: result.path, notice: result.notice)
        }
      }
      return context.redirect(
        to: result.path, notice: result.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      var base = context.seal()
      base.submission = form.submissionKey.isEmpty ? nil : form.submissionKey
      let state = FormState(
        input: .refused(refusal, keeping: form), base: base, refusedVersion: form.integer(FormSeal.Name.version))
      return try await show(act, state, context, status: refusal.kind.status)
    }
  }

  private func show(
    _ act: FormAct, _ state: FormState, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { try act.page(OrganizationStore($0), actor, state) }
    return context.page(Page(title: page.title, room: .administration, main: page.html), status: status)
  }
}

/// A day as typed in a form, with the reason when it is none.
struct TypedDayField {
  let value: Day
  let reasons: [Refusal.Reason]

  init(_ form: Form, _ name: String = "tu-ngay", today: Day) {
    let day = TypedDay.parse(form[name], today: today)
    value = day ?? today
    reasons = day == nil ? [Refusal.Reason("Hãy nhập ngày, ví dụ 5/7/2026 hoặc 0507.", field: name)] : []
  }

  /// Runs the act, so that its reasons are shown beside the one about the day; nothing is kept when there is one.
  func merging<Answer>(_ body: () throws -> Answer) throws -> Answer {
    guard !reasons.isEmpty else { return try body() }
    do { _ = try body() } catch let refusal as Refusal where refusal.kind == .invalid {
      throw Refusal(refusal.reasons + reasons, kind: .invalid) ?? refusal
    }
    throw Refusal(reasons, kind: .invalid) ?? Refusal(.invalid, "Ngày chưa đúng.")
  }
}
