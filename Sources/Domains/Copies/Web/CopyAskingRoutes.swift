import Database
import Documents
import FileVault
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Papers
import WebApp

/// HTTP of asking for a copy.
struct CopyAskingRoutes: Sendable {
  let site: Site
  let reader: PaperReader

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("ban-sao/de-nghi/:kind/:number", use: show)
    routes.post("ban-sao/de-nghi/:kind/:number", use: ask)
    routes.get("ban-sao/de-nghi/:kind/:number/tep/:file/trang/:page", use: pageImage)
  }

  private func record(_ context: WebContext) throws -> RecordReference {
    guard let kind = context.parameters.get("kind"), let number = context.parameters.get("number", as: Int64.self)
    else {
      throw Refusal(.notFound, "Không tìm thấy văn bản cần sao.")
    }
    return RecordReference(code: kind, number: number)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    return try await page(
      try record(context), file: Int64(query[CopyField.file]), form: CopyForm(rawValue: query[CopyField.form]), context)
  }

  private func page(
    _ record: RecordReference, file: Int64?, form: CopyForm?, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    var screen = try await site.database.read {
      try CopyAskingScreen.read(record, file: file, form: form, by: actor, in: $0)
    }
    if let refusal {
      screen.input = .refused(refusal, keeping: context.form)
      screen.chosen = Set(context.form.all(CopyField.parts))
    }
    if screen.form == .extractCopy, let file = screen.file {
      screen.rows = try await CopyRowsReading(reader: reader).pages(of: file)
    }
    let page = screen.page(seal: context.seal(isCreating: true))
    return context.page(
      Page(title: page.title, room: .outgoing, main: page.html, keys: CopyAskingPage.keys),
      status: refusal?.kind.status ?? .ok)
  }

  @Sendable private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (record, form) = (try record(context), context.form)
    let file = Int64(Form(urlEncoded: request.uri.query ?? "")[CopyField.file])
    let act = try await read(form, of: record, file: file, by: actor)
    do {
      let made = try await CopyMarks.noting(in: site.database, by: actor) {
        try await site.database.write { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let copy = try act.perform(by: actor, in: transaction)
            let next =
              copy.state == .approved ? "đã ký, chuyển văn thư cấp số" : "chuyển \(copy.deciderName) quyết định"
            return .init(
              path: DocumentCopyPaths.show(copy.id),
              notice: "Đã gửi đề nghị \(copy.terms.form.label.lowercased()): \(next).")
          }
        }
      }
      return context.redirect(to: made.path, notice: made.notice)
    } catch let refusal as Refusal
      where refusal != Secrecy.refusal && (refusal.kind == .invalid || refusal.kind == .conflict)
    {
      return try await page(record, file: file, form: act.terms.form, context, refusal: refusal)
    }
  }

  private func read(_ form: Form, of record: RecordReference, file: Int64?, by actor: Actor) async throws -> AskCopy {
    let field = CopyField.self
    let terms = CopyTerms(
      form: CopyForm(rawValue: form[field.form]) ?? .fullCopy,
      way: CopyWay(form[field.way]) ?? CopyWay(from: .paper, to: .paper), source: CopySource(record, file: file ?? 0),
      parts: CopyPart.joined(form.all(field.parts).compactMap { CopyPart($0) }),
      recipients: AskCopy.names(form.paragraphs(field.recipients)), amount: form.integer(field.amount) ?? 0,
      purpose: form[field.purpose], decider: PostID(form[field.decider]) ?? PostID(0))
    return try await AskCopy.prepared(
      terms, isVouchedCopy: form.isOn(field.vouchedCopy), by: actor, in: site.database, reader)
  }

  /// A page of what is copied, for whoever may see the document.
  @Sendable private func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let record = try record(context)
    let key = context.parameters.get("file", as: Int64.self)
    let files = try await site.database.read { try CopiedDocumentStore($0).find(record, visibleTo: actor).1 }
    guard let file = files.first(where: { $0.id == key }) else { throw Refusal(.notFound, "Không tìm thấy tệp.") }
    return try await PageImages(reader: reader).answer(file.hash, kind: file.kind, request, context)
  }
}
