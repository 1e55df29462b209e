import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import OutgoingDocuments
import Papers
import VietnameseText
import WebApp

/// HTTP of making a collection and of changing its form.
struct CollectionFormRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private typealias Act = CollectionFormPage.Act

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("thu-bao-cao/lap/:document", use: showNew)
    routes.post("thu-bao-cao/lap/:document", use: make)
    routes.get("thu-bao-cao/:id/sua", use: showChange)
    routes.post("thu-bao-cao/:id/sua", use: change)
  }

  @Sendable private func showNew(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("document", as: OutgoingDocument.ID.self)
    let pattern = ReportCollection.ID(Form(urlEncoded: request.uri.query ?? "")[SheetFormField.earlier])
    let screen = try await site.database.read {
      try CollectionFormScreen.making(id, pattern: pattern, by: actor, in: $0)
    }
    return answer(screen, context)
  }

  @Sendable private func showChange(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ReportCollection.ID = try context.requireID("id")
    let screen = try await site.database.read { try CollectionFormScreen.changing(id, by: actor, in: $0) }
    return answer(screen, context)
  }

  private func answer(
    _ screen: CollectionFormScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let seal = context.seal(version: screen.collection?.version, isCreating: screen.collection == nil)
    return context.page(
      Page(
        title: CollectionFormPage.title, room: .outgoing, main: screen.page(seal: seal).html,
        keys: CollectionFormPage.keys), status: status)
  }

  @Sendable private func make(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: OutgoingDocument.ID = try context.requireID("document", as: OutgoingDocument.ID.self)
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    return try await respond(uploaded, context) { transaction in
      try CollectionFormScreen.making(id, pattern: nil, by: actor, in: transaction)
    } saving: { form, typed in
      let due = TypedDay.parse(typed[SheetFormField.dueOn], today: site.clock.now.day)
      let made = try await site.database.write { transaction in
        try SubmissionStore(transaction).once(typed.submissionKey, by: actor.account) {
          let made = try MakeReportCollection(id, form, dueOn: due).perform(by: actor, in: transaction)
          return .init(
            path: ReportCollectionPaths.show(made.id),
            notice: "Đã lập biểu «\(made.form.title)», \(made.form.columns.count) cột, hạn \(made.dueOn.text).")
        }
      }
      return context.redirect(to: made.path, notice: made.notice)
    }
  }

  @Sendable private func change(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: ReportCollection.ID = try context.requireID("id")
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    return try await respond(uploaded, context) { transaction in
      try CollectionFormScreen.changing(id, by: actor, in: transaction)
    } saving: { form, typed in
      let act = ChangeReportCollection(id, form, formVersion: typed.version)
      let changed = try await site.database.write { try act.perform(by: actor, in: $0) }
      return context.redirect(
        to: ReportCollectionPaths.show(id), notice: "Đã sửa biểu «\(changed.form.title)».")
    }
  }

  /// What the pressed button asks for: more columns, a look, columns of a file, or to save.
  private func respond(
    _ uploaded: UploadedForm, _ context: WebContext,
    screen: @escaping @Sendable (any Transaction) throws -> CollectionFormScreen,
    saving: (SheetForm, Form) async throws -> Response
  ) async throws -> Response {
    let typed = uploaded.form
    var form = SheetFormTyped.form(typed)
    let act = Act(rawValue: typed[SheetFormField.act]) ?? .save
    return try await desk.releasing(uploaded.files) {
      var refusal: Refusal?
      do {
        switch act {
        case .save:
          let actor = try context.requireActor()
          return try await Secrecy.noting(.sheetSecrecyRefused, in: site.database, by: actor) {
            try await saving(form, typed)
          }
        case .readFile:
          form = SheetForm(headsOf: try uploaded.sheet(desk), title: form.title, rowsMax: form.rowsMax)
        case .preview: refusal = Refusal(form.obstacles())
        case .addColumns: break
        }
      } catch let found as Refusal where found.keepsTyping {
        refusal = found
      }
      var shown = try await site.database.read { try screen($0) }
      var input = SheetFormTyped.input(of: form)
      input.values[SheetFormField.dueOn] = typed[SheetFormField.dueOn]
      if let refusal {
        let reasons = FormInput.refused(refusal)
        (input.reasons, input.generalReasons) = (reasons.reasons, reasons.generalReasons)
      }
      shown.input = input
      let more = act == .addColumns ? CollectionFormScreen.columnsAtFirst : 1
      shown.columnCount = min(SheetForm.columnsMax, form.columns.count + more)
      if act == .preview, refusal == nil { shown.preview = form.settled() }
      return answer(shown, context, status: refusal?.kind.status ?? .ok)
    }
  }
}

extension UploadedForm {
  /// The one sheet that came with the form, or why it cannot be read.
  func sheet(_ desk: UploadDesk) throws -> ReadSheet {
    if let refusal = Refusal(refusals.map { .init($0, field: SheetFormField.file) }) { throw refusal }
    guard let file = files.first else {
      throw Refusal(.invalid, "Chưa chọn tệp Excel nào.", field: SheetFormField.file)
    }
    return try SheetFileReading.sheet(desk.vault.url(of: file.staged), kind: file.kind, named: file.name)
  }
}
