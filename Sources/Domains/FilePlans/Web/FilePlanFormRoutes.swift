import Audit
import Database
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of the acts on a plan that have a form: GET shows it, POST does it, or shows it again with everything typed.
struct FilePlanFormRoutes: Sendable {
  let site: Site

  typealias Make = @Sendable (FilePlanFormScreen) throws -> FilePlanFormPage
  typealias Perform = @Sendable (FilePlan, Form, Actor, any Transaction) throws -> FilePlanDone

  func add(to routes: RouterGroup<WebContext>) {
    addDecisions(to: routes)
    act(
      "de-muc/moi", to: routes, { _ in { try $0.newHeading() } },
      { _ in
        { plan, form, actor, transaction in
          let added = try AddFilePlanHeading(
            plan.id, under: FilePlanHeading.ID(form[FilePlanField.parent]), title: form[FilePlanField.title],
            abbreviation: form[FilePlanField.abbreviation]
          ).perform(by: actor, in: transaction)
          return .init("Đã thêm đề mục «\(added.title)».", at: "dm-\(added.id)")
        }
      })
    act(
      "de-muc/:heading", to: routes,
      { context in
        let id: FilePlanHeading.ID = try context.requireID("heading")
        return { try $0.heading(id) }
      },
      { context in
        let id: FilePlanHeading.ID = try context.requireID("heading")
        return { plan, form, actor, transaction in
          let changed = try ChangeFilePlanHeading(
            plan.id, id, title: form[FilePlanField.title], abbreviation: form[FilePlanField.abbreviation],
            formVersion: form.version
          ).perform(by: actor, in: transaction)
          return .init("Đã sửa đề mục «\(changed.title)».", at: "dm-\(id)")
        }
      })
    addEntries(to: routes)
    routes.post("ho-so/danh-muc/:year/de-muc/:heading/bo") { _, context in
      let id: FilePlanHeading.ID = try context.requireID("heading")
      return try await post(context, { try $0.heading(id) }) { plan, form, actor, transaction in
        let removed = try RemoveFilePlanHeading(plan.id, id, formVersion: form.version).perform(
          by: actor, in: transaction)
        return .init("Đã bỏ đề mục «\(removed.title)».")
      }
    }
    routes.post("ho-so/danh-muc/:year/ho-so/:entry/bo") { _, context in
      let id: FilePlanEntry.ID = try context.requireID("entry")
      return try await post(context, { try $0.entry(id) }) { plan, form, actor, transaction in
        let removed = try RemoveFilePlanEntry(plan.id, id, formVersion: form.version).perform(
          by: actor, in: transaction)
        return .init("Đã bỏ hồ sơ «\(removed.facts.title)» khỏi danh mục.")
      }
    }
  }

  private func addDecisions(to routes: RouterGroup<WebContext>) {
    act(
      "cach-danh-so", to: routes, { _ in { try $0.numbering() } },
      { _ in
        { plan, form, actor, transaction in
          let numbering = FilePlan.Numbering(rawValue: form[FilePlanField.numbering]) ?? plan.numbering
          _ = try SetFilePlanNumbering(plan.id, numbering, formVersion: form.version).perform(
            by: actor, in: transaction)
          return .init("Số hồ sơ nay \(numbering.label.lowercased()).")
        }
      })
    act(
      "tra-lai", to: routes, { _ in { try $0.giveBack() } },
      { _ in
        { plan, form, actor, transaction in
          let done = try GiveBackFilePlan(
            plan.id, reason: form.paragraphs(FilePlanField.reason), formVersion: form.version
          ).perform(by: actor, in: transaction)
          return .init("Đã trả lại để sửa: \(done.roundTitle).")
        }
      })
    act(
      "ban-hanh", to: routes, { _ in { try $0.issue() } },
      { _ in
        { plan, form, actor, transaction in
          let day = TypedDay.parse(form[FilePlanField.decisionOn], today: transaction.now.day)
          let done = try IssueFilePlan(
            plan.id, decisionCode: form[FilePlanField.decisionCode], on: day, formVersion: form.version
          ).perform(by: actor, in: transaction)
          return .init("Đã ban hành \(done.roundTitleInSentence) theo \(done.round.decisionText).")
        }
      })
  }

  private func addEntries(to routes: RouterGroup<WebContext>) {
    act(
      "ho-so/moi", to: routes,
      { context in
        let query = Form(urlEncoded: context.path.split(separator: "?").dropFirst().first ?? "")
        let heading = FilePlanHeading.ID(query[FilePlanField.heading])
        return { try $0.newEntry(under: heading) }
      },
      { _ in
        { plan, form, actor, transaction in
          let (heading, facts) = try TypedEntry.read(form, now: nil, of: plan, in: transaction)
          let added = try AddFilePlanEntry(plan.id, under: heading, facts).perform(by: actor, in: transaction)
          return .init("Đã thêm hồ sơ «\(added.facts.title)».", at: "hs-\(added.id)")
        }
      })
    act(
      "ho-so/:entry", to: routes,
      { context in
        let id: FilePlanEntry.ID = try context.requireID("entry")
        return { try $0.entry(id) }
      },
      { context in
        let id: FilePlanEntry.ID = try context.requireID("entry")
        return { plan, form, actor, transaction in
          let now = try FilePlanContentStore(transaction).entries(of: plan.id).first { $0.id == id }
          let (heading, facts) = try TypedEntry.read(form, now: now?.facts.maker, of: plan, in: transaction)
          let changed = try ChangeFilePlanEntry(plan.id, id, under: heading, facts, formVersion: form.version)
            .perform(by: actor, in: transaction)
          return .init("Đã sửa hồ sơ «\(changed.facts.title)».", at: "hs-\(id)")
        }
      })
  }

  /// An act at one address below the plan's.
  private func act(
    _ path: String, to routes: RouterGroup<WebContext>,
    _ make: @escaping @Sendable (WebContext) throws -> Make,
    _ perform: @escaping @Sendable (WebContext) throws -> Perform
  ) {
    let whole = RouterPath("ho-so/danh-muc/:year/\(path)")
    routes.get(whole) { _, context in
      try await show(context, FilePlanFormState(base: context.seal(isCreating: true)), try make(context), .ok)
    }
    routes.post(whole) { _, context in
      if context.form[FilePlanField.act] == FilePlanFormState.proposing || context.form.isOn(RetentionField.chosen) {
        return try await propose(context, try make(context))
      }
      return try await post(context, try make(context), try perform(context))
    }
  }

  private func state(_ context: WebContext, _ input: FormInput) -> FilePlanFormState {
    var base = context.seal()
    base.submission = context.form.submissionKey.isEmpty ? nil : context.form.submissionKey
    return FilePlanFormState(
      input: input, base: base, refusedVersion: context.form.integer(FormSeal.Name.version))
  }

  private func show(
    _ context: WebContext, _ state: FilePlanFormState, _ make: @escaping Make, _ status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let year = try context.requireYear()
    let page = try await site.database.read { transaction in
      guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
        throw FilePlanStore.missing
      }
      return try make(FilePlanFormScreen(plan: plan, actor: actor, transaction: transaction, state: state))
    }
    return context.page(
      Page(title: page.title, room: .dossiers, main: page.html, keys: FilePlanFormPage.keys), status: status)
  }

  /// The form with terms that the schedule in force has for such titles.
  private func propose(_ context: WebContext, _ make: @escaping Make) async throws -> Response {
    let actor = try context.requireActor()
    let title = context.form.paragraphs(FilePlanField.title)
    var state = state(context, .keeping(context.form))
    if let chosen = RetentionPeriod(code: context.form[RetentionField.chosen]) {
      state.input.values[FilePlanField.retention] = chosen.text
    }
    let found = try await site.database.read { transaction in
      try RetentionStore(transaction).proposals(for: title, of: actor.agency)
    }
    state.proposals = RetentionProposals(title: title, lines: found).html
    return try await show(context, state, make, .ok)
  }

  private func post(
    _ context: WebContext, _ make: @escaping Make, _ perform: @escaping Perform
  ) async throws -> Response {
    let (form, actor, year) = (context.form, try context.requireActor(), try context.requireYear())
    do {
      let outcome = try await PlanMarks.noting(in: site.database, by: actor) {
        try await site.database.write { transaction in
          guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
            throw FilePlanStore.missing
          }
          return try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let done = try perform(plan, form, actor, transaction)
            let place = done.place.isEmpty ? "" : "#\(done.place)"
            return .init(path: FilePlanPaths.show(year) + place, notice: done.notice)
          }
        }
      }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      let kept = refusal == Secrecy.refusal ? Form() : form
      return try await show(context, state(context, .refused(refusal, keeping: kept)), make, refusal.kind.status)
    }
  }
}

/// What an act changed, and where it is seen on the plan.
struct FilePlanDone {
  var notice: String
  var place: String

  init(_ notice: String, at place: String = "") {
    self.notice = notice
    self.place = place
  }
}

/// What was typed of a dossier.
enum TypedEntry {
  /// - Parameter now: who is named now, who may stay although no longer here.
  static func read(
    _ form: Form, now: FilePlanMaker?, of plan: FilePlan, in transaction: any Transaction
  ) throws -> (FilePlanHeading.ID, FilePlanEntry.Facts) {
    var reasons: [Refusal.Reason] = []
    let chosen = form[FilePlanField.maker]
    var maker = try FilePlanMakers(of: plan.agency, in: transaction).maker(chosen: chosen)
    if maker == nil, let now, FilePlanMakers.value(now) == chosen { maker = now }
    if maker == nil { reasons.append(.init("Chọn người lập.", field: FilePlanField.maker)) }
    let retention = RetentionPeriod(typed: form[FilePlanField.retention])
    if retention == nil {
      reasons.append(
        .init(
          "Ghi «Vĩnh viễn» hoặc số năm từ 1 đến \(RetentionPeriod.yearsMax), ví dụ 20 năm.",
          field: FilePlanField.retention))
    }
    let heading = FilePlanHeading.ID(form[FilePlanField.heading])
    if heading == nil { reasons.append(.init("Chọn đề mục.", field: FilePlanField.heading)) }
    let title = form[FilePlanField.title]
    if title.isEmpty { reasons.append(.init("Nhập tiêu đề hồ sơ.", field: FilePlanField.title)) }
    guard reasons.isEmpty, let maker, let retention, let heading else {
      try Secrecy.refuseMarked([title, form[FilePlanField.note]])
      throw Refusal(reasons) ?? FilePlanStore.missing
    }
    return (
      heading,
      FilePlanEntry.Facts(title: title, retention: retention, maker: maker, note: form[FilePlanField.note])
    )
  }
}

/// What is done when a secrecy mark stands in what was typed: that it happened leaves its line, and nothing of it is kept
/// or shown again (MAT-05).
enum PlanMarks {
  static func noting<Answer>(
    in database: any Database, by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.filePlanSecrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    }
  }
}
