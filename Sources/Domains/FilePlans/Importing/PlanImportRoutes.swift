import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import VietnameseText
import WebApp

/// HTTP of bringing a plan or a table of retention in from an Excel file: upload, look, confirm.
struct PlanImportRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ho-so/danh-muc/:year/tu-tep") { _, context in try await upload(context, isPlan: true) }
    routes.post("ho-so/danh-muc/:year/tu-tep") { request, context in try await take(request, context, isPlan: true) }
    routes.get("ho-so/danh-muc/:year/tu-tep/:import") { _, context in try await show(context, isPlan: true) }
    routes.post("ho-so/danh-muc/:year/tu-tep/:import") { _, context in try await map(context, isPlan: true) }
    routes.post("ho-so/danh-muc/:year/tu-tep/:import/xac-nhan", use: confirmPlan)
    routes.get("ho-so/thoi-han/moi") { _, context in try await upload(context, isPlan: false) }
    routes.post("ho-so/thoi-han/moi") { request, context in try await take(request, context, isPlan: false) }
    routes.get("ho-so/thoi-han/moi/:import") { _, context in try await show(context, isPlan: false) }
    routes.post("ho-so/thoi-han/moi/:import") { _, context in try await map(context, isPlan: false) }
    routes.post("ho-so/thoi-han/moi/:import/xac-nhan", use: confirmRetention)
  }

  /// The plan of the address, once it is known that the actor may bring something in.
  private func plan(_ context: WebContext, isPlan: Bool) async throws -> FilePlan? {
    let actor = try context.requireActor()
    guard isPlan else {
      guard RetentionAccess.isKeeper(actor) else { throw RetentionAccess.notKeeper }
      return nil
    }
    let year = try context.requireYear()
    return try await database.read { transaction in
      guard let plan = try FilePlanStore(transaction).find(year: year, visibleTo: actor) else {
        throw FilePlanStore.missing
      }
      if let refusal = FilePlanAccess.refusal(of: .addHeading, actor) { throw refusal }
      if let obstacle = plan.obstacle(to: .addHeading) { throw obstacle }
      return plan
    }
  }

  // MARK: the file

  private func upload(
    _ context: WebContext, isPlan: Bool, refusal: Refusal? = nil
  ) async throws -> Response {
    let plan = try await plan(context, isPlan: isPlan)
    let file = Field(
      "Tệp Excel", name: FilePlanField.file, kind: .file(accept: ".xlsx", multiple: false),
      hint: plan == nil
        ? "Cần cột loại hồ sơ và cột thời hạn; dòng không có thời hạn là tên nhóm."
        : "Theo mẫu danh mục của Nghị định 30: đề mục «I. TÊN (VIẾT TẮT)», «1. Tên», rồi các hồ sơ.")
    let name = RetentionField.self
    let facts = [
      Field("Tên bảng", name: name.name, required: true, lengthMax: RetentionSchedule.Facts.lengthMax),
      Field(
        "Cơ quan ban hành", name: name.issuer, required: true, lengthMax: RetentionSchedule.Facts.lengthMax,
        width: .half),
      Field(
        "Số, ký hiệu văn bản", name: name.decisionCode, required: true, lengthMax: RetentionSchedule.Facts.lengthMax,
        width: .half),
      Field("Có hiệu lực từ ngày", name: name.effectiveOn, kind: .day, required: true, width: .third),
    ]
    let page = FilePlanFormPage(
      title: plan == nil ? "Nhập bảng thời hạn lưu trữ" : "Nhập danh mục từ tệp Excel",
      explanation: "Tệp được đọc thử trước; chưa ghi gì cho đến khi xác nhận.",
      action: plan.map { FilePlanPaths.act($0.year, .importing) } ?? RetentionPaths.new,
      backPath: plan.map { FilePlanPaths.show($0.year) } ?? RetentionPaths.list,
      fields: plan == nil ? facts + [file] : [file], label: "Đọc tệp",
      input: refusal.map { .refused($0, keeping: context.form) } ?? FormInput(), seal: context.seal(),
      tab: plan == nil ? .retention : .plan, carriesFiles: true)
    return context.page(
      Page(title: page.title, room: .dossiers, main: page.html, keys: FilePlanFormPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  private func take(_ request: Request, _ context: WebContext, isPlan: Bool) async throws -> Response {
    let (uploaded, context) = try await desk.form(request, context)
    return try await desk.releasing(uploaded.files) {
      let plan = try await plan(context, isPlan: isPlan)
      let actor = try context.requireActor()
      let form = uploaded.form
      do {
        let facts = isPlan ? nil : try Self.facts(form, today: site.clock.now.day)
        let sheet = PlanSheet(try sheet(of: uploaded))
        let name = uploaded.files.first?.name ?? ""
        let id = try await database.write { transaction in
          let kept = PlanImport(
            id: try transaction.nextID(of: "plan_imports"), post: actor.post, plan: plan?.id, fileName: name,
            facts: facts, sheet: sheet, at: transaction.now)
          try PlanImportStore(transaction).add(kept, agency: actor.agency)
          return kept.id
        }
        return context.redirect(
          to: plan.map { PlanImportPaths.show($0.year, id) } ?? PlanImportPaths.showRetention(id))
      } catch let refusal as Refusal where refusal.kind == .invalid {
        return try await upload(context, isPlan: isPlan, refusal: refusal)
      }
    }
  }

  private static func facts(_ form: Form, today: Day) throws -> RetentionSchedule.Facts {
    let name = RetentionField.self
    let facts = RetentionSchedule.Facts(
      name: form[name.name], issuer: form[name.issuer], decisionCode: form[name.decisionCode],
      effectiveOn: TypedDay.parse(form[name.effectiveOn], today: today))
    if let refusal = Refusal(facts.obstacles()) { throw refusal }
    return facts
  }

  private func sheet(of uploaded: UploadedForm) throws -> ReadSheet {
    if let refusal = Refusal(uploaded.refusals.map { .init($0, field: FilePlanField.file) }) { throw refusal }
    guard let file = uploaded.files.first else {
      throw Refusal(.invalid, "Chưa chọn tệp Excel nào.", field: FilePlanField.file)
    }
    do {
      guard file.kind == .xlsx else { throw SheetFault.notExcel(file.kind) }
      return try ReadSheet(desk.vault.url(of: file.staged))
    } catch let fault as SheetFault {
      throw Refusal(.invalid, fault.refusal(named: file.name).message, field: FilePlanField.file)
    }
  }

  // MARK: the look

  private func show(_ context: WebContext, isPlan: Bool, refusal: Refusal? = nil) async throws -> Response {
    let plan = try await plan(context, isPlan: isPlan)
    let actor = try context.requireActor()
    let id: PlanImport.ID = try context.requireID("import")
    let seal = context.seal(isCreating: true)
    var page = try await database.read { transaction in
      try plan.map { try PlanImportScreen.plan($0.year, id, by: actor, seal: seal, in: transaction) }
        ?? PlanImportScreen.retention(id, by: actor, seal: seal, in: transaction)
    }
    if let refusal { page.refusal = Notice(.refused, refusal.message).html }
    return context.page(
      Page(title: page.title, room: .dossiers, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  /// Where the columns are, said by a person.
  private func map(_ context: WebContext, isPlan: Bool) async throws -> Response {
    let plan = try await plan(context, isPlan: isPlan)
    let actor = try context.requireActor()
    let id: PlanImport.ID = try context.requireID("import")
    let form = context.form
    try await database.write { transaction in
      let store = PlanImportStore(transaction)
      var sheet = try store.find(id, of: actor, isHeld: true).sheet
      for column in PlanSheet.Column.allCases {
        sheet.columns[column] = form.integer(PlanImportPage.columnPrefix + column.rawValue)
      }
      try store.save(sheet, of: id)
    }
    return context.redirect(
      to: plan.map { PlanImportPaths.show($0.year, id) } ?? PlanImportPaths.showRetention(id),
      notice: "Đã đọc lại tệp theo các cột vừa chọn.")
  }

  // MARK: the confirmation

  @Sendable private func confirmPlan(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let plan = try await plan(context, isPlan: true) else { throw FilePlanStore.missing }
    let actor = try context.requireActor()
    let form = context.form
    let act = ConfirmPlanImport(
      plan: plan.id, kept: try context.requireID("import"), skipsFaults: form.isOn(PlanImportPage.skipField))
    return try await confirm(context, isPlan: true) { transaction in
      try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
        let done = try act.perform(by: actor, in: transaction)
        let skipped = done.skipped > 0 ? " Bỏ qua \(done.skipped) dòng sai hoặc đã có." : ""
        return .init(
          path: FilePlanPaths.show(plan.year),
          notice: "Đã nhập \(done.headings) đề mục mới, \(done.entries) hồ sơ vào \(plan.titleInSentence).\(skipped)")
      }
    }
  }

  @Sendable private func confirmRetention(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try await plan(context, isPlan: false)
    let actor = try context.requireActor()
    let id: PlanImport.ID = try context.requireID("import")
    let form = context.form
    return try await confirm(context, isPlan: false) { transaction in
      try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
        let store = PlanImportStore(transaction)
        let kept = try store.find(id, of: actor, isHeld: true)
        guard let facts = kept.facts else { throw RetentionStore.missing }
        let reading = RetentionReading(kept.sheet)
        if !reading.faults.isEmpty, !form.isOn(PlanImportPage.skipField) || reading.rules.isEmpty {
          throw Refusal(
            .conflict,
            "Còn \(reading.faults.count) dòng sai. Hãy sửa tệp rồi tải lên lại, hoặc tích «Bỏ qua các dòng sai».")
        }
        let added = try AddRetentionSchedule(facts, reading.rules).perform(by: actor, in: transaction)
        try store.remove(id)
        return .init(
          path: RetentionPaths.show(added.id), notice: "Đã nhập «\(facts.name)», \(added.ruleCount) dòng.")
      }
    }
  }

  private func confirm(
    _ context: WebContext, isPlan: Bool,
    _ act: @escaping @Sendable (any Transaction) throws -> SubmissionStore.Outcome
  ) async throws -> Response {
    let actor = try context.requireActor()
    do {
      let outcome = try await PlanMarks.noting(in: database, by: actor) { try await database.write(act) }
      return context.redirect(
        to: outcome.path, notice: outcome.notice ?? "Biểu mẫu này đã được ghi nhận ở lần bấm trước.")
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await show(context, isPlan: isPlan, refusal: refusal)
    }
  }
}
