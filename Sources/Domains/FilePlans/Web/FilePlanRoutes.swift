import Audit
import Database
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of the page of a plan and of what is done with one press.
struct FilePlanRoutes: Sendable {
  let site: Site

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/danh-muc") { _, context in
      context.redirect(to: FilePlanPaths.show(site.clock.now.day.year))
    }
    routes.get("ho-so/danh-muc/:year", use: show)
    routes.post("ho-so/danh-muc/:year/lap", use: make)
    routes.post("ho-so/danh-muc/:year/trinh-duyet") { _, context in
      try await act(context) { plan, version, actor, transaction in
        let done = try ProposeFilePlan(plan.id, formVersion: version).perform(by: actor, in: transaction)
        return "Đã trình lãnh đạo duyệt: \(done.roundTitle)."
      }
    }
    routes.post("ho-so/danh-muc/:year/lay-lai") { _, context in
      try await act(context) { plan, version, actor, transaction in
        let done = try TakeBackFilePlan(plan.id, formVersion: version).perform(by: actor, in: transaction)
        return "Đã lấy lại để sửa: \(done.roundTitle)."
      }
    }
    routes.post("ho-so/danh-muc/:year/duyet") { _, context in
      try await act(context) { plan, version, actor, transaction in
        let done = try ApproveFilePlan(plan.id, formVersion: version).perform(by: actor, in: transaction)
        return "Đã duyệt: \(done.roundTitle). Văn thư được báo để ban hành."
      }
    }
    routes.post("ho-so/danh-muc/:year/sap-xep", use: move)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(context, Form(urlEncoded: request.uri.query ?? ""))
  }

  /// The plan; while there is none, how to begin it.
  private func page(
    _ context: WebContext, _ query: Form = Form(), refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let year = try context.requireYear()
    let found = try await database.read { transaction in
      (
        try FilePlanScreen.read(year, query, by: actor, in: transaction),
        try FilePlanStore(transaction).years(visibleTo: actor)
      )
    }
    let status = refusal?.kind.status ?? .ok
    guard var screen = found.0 else {
      let today = site.clock.now.day
      let isKeeper = FilePlanAccess.isKeeper(actor)
      let main = NewFilePlanPage(
        year: year, years: FilePlanScreen.chips(found.1, shown: year, today: today, isKeeper: isKeeper),
        mayMake: isKeeper && FilePlanAccess.mayMake(year: year, today: today),
        input: refusal.map { .refused($0, keeping: context.form) } ?? FormInput(), seal: context.seal(isCreating: true))
      return context.page(
        Page(title: FilePlanPage.title(year), room: .dossiers, main: main.html), status: status)
    }
    screen.refusal = refusal
    let main = screen.page(seal: context.seal(version: screen.plan.version))
    return context.page(
      Page(title: FilePlanPage.title(year), room: .dossiers, main: main.html, keys: FilePlanPage.keys), status: status)
  }

  @Sendable private func make(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (year, form) = (try context.requireYear(), context.form)
    do {
      let made = try await database.write { transaction in
        try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
          let numbering = FilePlan.Numbering(rawValue: form[FilePlanField.numbering]) ?? .plan
          let plan = try MakeFilePlan(year: year, numbering: numbering).perform(by: actor, in: transaction)
          return .init(
            path: FilePlanPaths.show(year), notice: "Đã lập \(plan.titleInSentence); các đơn vị được mời đăng ký hồ sơ."
          )
        }
      }
      return context.redirect(to: made.path, notice: made.notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  private func act(
    _ context: WebContext, _ body: @escaping @Sendable (FilePlan, Int, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let actor = try context.requireActor()
    let (year, version) = (try context.requireYear(), context.form.version)
    do {
      let notice = try await database.write { transaction in
        guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
          throw FilePlanStore.missing
        }
        return try body(plan, version, actor, transaction)
      }
      return context.redirect(to: FilePlanPaths.show(year), notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, refusal: refusal)
    }
  }

  /// «len:hs:123:4»: which line goes where, and the version it was shown in.
  @Sendable private func move(_ request: Request, _ context: WebContext) async throws -> Response {
    let parts = context.form[FilePlanField.move].split(separator: ":").map(String.init)
    guard parts.count == 4, let number = Int64(parts[2]), let version = Int(parts[3]) else {
      throw Refusal(.invalid, "Chưa chọn dòng cần chuyển.")
    }
    let subject: MoveInFilePlan.Subject = parts[1] == "dm" ? .heading(.init(number)) : .entry(.init(number))
    let actor = try context.requireActor()
    let year = try context.requireYear()
    do {
      let what = try await database.write { transaction in
        guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
          throw FilePlanStore.missing
        }
        return try MoveInFilePlan(plan.id, subject, up: parts[0] == "len", formVersion: version).perform(
          by: actor, in: transaction)
      }
      return context.redirect(
        to: FilePlanPaths.show(year, isArranging: true) + "#\(parts[1])-\(number)",
        notice: "Đã chuyển \(what) \(parts[0] == "len" ? "lên" : "xuống").")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(context, Form([(FilePlanField.arranging, "1")]), refusal: refusal)
    }
  }
}

extension WebContext {
  /// The year in the address.
  func requireYear() throws(Refusal) -> Int {
    guard let year = parameters.get("year").flatMap({ Int($0) }), (1900...2200).contains(year) else {
      throw Refusal(.notFound, "Không tìm thấy trang này.")
    }
    return year
  }
}
