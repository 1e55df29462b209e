import Audit
import Database
import Documents
import Dossiers
import FilePlans
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp

/// HTTP of reviews of dossiers whose retention is over.
struct DisposalRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/xet-huy") { request, context in
      try await list(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.post("luu-tru/xet-huy", use: begin)
    routes.get("luu-tru/xet-huy/:id") { request, context in
      try await show(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.get("luu-tru/xet-huy/:id/chon") { request, context in
      try await choosing(context, Form(urlEncoded: request.uri.query ?? ""))
    }
    routes.get("luu-tru/xet-huy/:id/ho-so/:dossier") { _, context in try await line(context) }
    routes.post("luu-tru/xet-huy/:id/chon") { _, context in try await fill(context) }
    routes.post("luu-tru/xet-huy/:id/chon-het") { _, context in try await fill(context, all: true) }
    routes.post("luu-tru/xet-huy/:id/quyet-dinh", use: decide)
    for act in [DisposalPaths.Act.appoint, .submit, .agree, .withdraw, .cancel, .destroy] {
      routes.post("luu-tru/xet-huy/:id/\(act.rawValue)") { _, context in try await self.act(act, context) }
    }
    for act in DisposalPaths.LineAct.allCases {
      routes.post("luu-tru/xet-huy/:id/ho-so/:dossier/\(act.rawValue)") { _, context in
        try await lineAct(act, context)
      }
    }
  }

  private func list(_ context: WebContext, _ query: Form, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let input = refusal.map { FormInput.refused($0, keeping: context.form) } ?? FormInput()
    var seal = context.seal(isCreating: true)
    if refusal != nil, !context.form.submissionKey.isEmpty { seal.submission = context.form.submissionKey }
    let sealed = seal
    let page = try await database.read {
      try ReviewListScreen(actor: actor, transaction: $0).list(
        before: Int64(query[DisposalField.after]), input: input, seal: sealed)
    }
    return context.page(
      Page(title: ReviewListPage.title, room: .archive, main: page.html, keys: .list),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    do {
      let outcome = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let review = try BeginReview(name: form[DisposalField.name]).perform(by: actor, in: transaction)
          return .init(
            path: DisposalPaths.choosing(review.id),
            notice: "Đã lập đợt xét hủy \(review.codeText). Chọn hồ sơ đưa vào danh mục.")
        }
      }
      return context.redirect(to: outcome.path, notice: outcome.notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await list(context, Form(), refusal: refusal)
    }
  }

  private func show(
    _ context: WebContext, _ query: Form, refused: RefusedReviewAct? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: DisposalReview.ID = try context.requireID("id")
    let seal = context.seal()
    let page = try await database.read { transaction in
      let screen = try ReviewScreen.read(id, by: actor, in: transaction)
      return try screen.page(query, refused: refused, seal: seal.at(version: screen.review.version))
    }
    return context.page(
      Page(title: page.name, room: .archive, main: page.html, keys: .list),
      status: refused?.refusal.kind.status ?? .ok)
  }

  private func choosing(_ context: WebContext, _ query: Form, refusal: Refusal? = nil) async throws -> Response {
    let actor = try context.requireActor()
    let id: DisposalReview.ID = try context.requireID("id")
    let seal = context.seal()
    let page = try await database.read {
      try ReviewListScreen(actor: actor, transaction: $0).choosing(
        id, after: query[DisposalField.after], refusal: refusal, seal: seal)
    }
    return context.page(
      Page(title: ChooseExpiredPage.title, room: .archive, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  private func fill(_ context: WebContext, all: Bool = false) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: DisposalReview.ID = try context.requireID("id")
    let chosen = form.all(DisposalField.dossier).compactMap { Dossier.ID($0) }
    do {
      let count = try await database.write {
        try FillReview(id, all ? .all : .some(chosen), formVersion: form.version).perform(by: actor, in: $0)
      }
      return context.redirect(to: DisposalPaths.show(id), notice: "Đã đưa \(count) hồ sơ vào danh mục xét hủy.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await choosing(context, Form(), refusal: refusal)
    }
  }

  private func act(_ act: DisposalPaths.Act, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: DisposalReview.ID = try context.requireID("id")
    do {
      let notice = try await database.write { try Self.perform(act, id, form, by: actor, in: $0) }
      return context.redirect(to: DisposalPaths.show(id), notice: notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await show(context, Form(), refused: .init(act: act, refusal: refusal, typed: form))
    }
  }

  private static func perform(
    _ act: DisposalPaths.Act, _ id: DisposalReview.ID, _ form: Form, by actor: Actor, in transaction: any Transaction
  ) throws -> String {
    let reason = form[DisposalField.reason]
    switch act {
    case .appoint:
      let council = try AppointCouncil(id, seats(form), formVersion: form.version).perform(by: actor, in: transaction)
      return "Đã ghi hội đồng xét hủy \(council.count) người."
    case .submit:
      try SubmitReview(id, formVersion: form.version).perform(by: actor, in: transaction)
      return "Đã trình hội đồng; từng thành viên được báo."
    case .agree:
      try SpeakInCouncil(id, .agree).perform(by: actor, in: transaction)
      return "Đã ghi ý kiến: đồng ý hủy các hồ sơ còn lại."
    case .withdraw:
      try EndReview(id, .withdraw, reason: reason, formVersion: form.version).perform(by: actor, in: transaction)
      return "Đã rút danh mục về lập lại; ý kiến hội đồng đã ghi bị bỏ."
    case .cancel:
      try EndReview(id, .cancel, reason: reason, formVersion: form.version).perform(by: actor, in: transaction)
      return "Đã bỏ đợt xét hủy; các hồ sơ trở lại danh sách hết thời hạn."
    case .destroy:
      try BeginDestruction(id, formVersion: form.version).perform(by: actor, in: transaction)
      return "Đang hủy; hệ thống làm lần lượt và báo khi xong."
    case .fill, .fillAll, .decide: preconditionFailure("has a route of its own")
    }
  }

  private static func seats(_ form: Form) -> [(post: PostID, role: CouncilMember.Role)] {
    let named: [(String, CouncilMember.Role)] =
      [(DisposalField.chair, .chair), (DisposalField.secretary, .secretary)]
      + (1...ReviewScreen.seatsMax).map { (DisposalField.member($0), .member) }
    return named.compactMap { name, role in PostID(form[name]).map { ($0, role) } }
  }

  @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    let (form, actor) = (uploaded.form, try context.requireActor())
    let id: DisposalReview.ID = try context.requireID("id")
    do {
      let decided = try await desk.releasing(uploaded.files) {
        if let refusal = Refusal(uploaded.refusals.map { .init($0, field: DisposalField.file) }) { throw refusal }
        let kept = try await desk.keep(uploaded.files)
        let act = DecideReview(
          id, code: form[DisposalField.decisionCode],
          on: TypedDay.parse(form[DisposalField.decisionOn], today: site.clock.now.day), file: kept.first,
          formVersion: form.version)
        return try await database.write { try act.perform(by: actor, in: $0) }
      }
      return context.redirect(
        to: DisposalPaths.show(id),
        notice: "Đã ghi \(decided.decision?.text ?? ""); danh mục chốt, chờ lưu trữ tiến hành hủy.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await show(context, Form(), refused: .init(act: .decide, refusal: refusal, typed: form))
    }
  }

  private func line(
    _ context: WebContext, refusal: Refusal? = nil, of form: String = ""
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: DisposalReview.ID = try context.requireID("id")
    let dossier: Dossier.ID = try context.requireID("dossier", as: Dossier.ID.self)
    let input = refusal.map { FormInput.refused($0, keeping: context.form).typed(into: form) } ?? FormInput()
    let seal = context.seal()
    let page = try await database.read {
      try ReviewListScreen(actor: actor, transaction: $0).line(
        dossier.number, of: id, input: input, refusal: refusal, seal: seal)
    }
    return context.page(Page(title: page.title, room: .archive, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  private func lineAct(_ act: DisposalPaths.LineAct, _ context: WebContext) async throws -> Response {
    let (form, actor) = (context.form, try context.requireActor())
    let id: DisposalReview.ID = try context.requireID("id")
    let dossier: Dossier.ID = try context.requireID("dossier", as: Dossier.ID.self)
    let reason = form[DisposalField.reason]
    do {
      let notice = try await database.write { transaction in
        switch act {
        case .keep:
          try SpeakInCouncil(id, .keep(dossier, reason: reason)).perform(by: actor, in: transaction)
          return "Đã ghi đề nghị giữ lại hồ sơ này."
        case .keepNoMore:
          try SpeakInCouncil(id, .keepNoMore(dossier)).perform(by: actor, in: transaction)
          return "Đã rút đề nghị giữ lại hồ sơ này."
        case .takeOut:
          let retention = RetentionPeriod(code: form[DisposalField.retention])
          let line = try TakeOutOfReview(
            dossier, of: id, reason: reason, retention: retention, formVersion: form.version
          ).perform(by: actor, in: transaction)
          return retention.map { "Đã giữ thêm hồ sơ \(line.code): \($0.text.lowercased())." }
            ?? "Đã đưa hồ sơ \(line.code) ra khỏi danh mục."
        }
      }
      return context.redirect(to: DisposalPaths.show(id), notice: notice)
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await line(context, refusal: refusal, of: act.rawValue)
    }
  }
}
