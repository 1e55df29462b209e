import Database
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import OutgoingDocuments
import Papers
import WebApp

/// HTTP of filling in a form at one place, and of giving it back.
struct SheetAnswerRoutes: Sendable {
  let site: Site
  let desk: UploadDesk

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("thu-bao-cao/noi/:place", use: show)
    routes.post("thu-bao-cao/noi/:place", use: fill)
    routes.post("thu-bao-cao/noi/:place/tep", use: readFile)
    routes.post("thu-bao-cao/noi/:place/tra-lai", use: giveBack)
    routes.get("thu-bao-cao/noi/:place/mau.xlsx", use: template)
  }

  private func recipient(_ context: WebContext) throws -> OutgoingRecipient.ID {
    try context.requireID("place", as: OutgoingRecipient.ID.self)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id = try recipient(context)
    let query = Form(urlEncoded: request.uri.query ?? "")
    let screen = try await database.read {
      try SheetAnswerScreen.read(
        id, rows: query.integer(SheetFormField.rowCountShown), sending: query.integer("lan"), by: actor, in: $0)
    }
    return answer(screen, context)
  }

  private func answer(
    _ screen: SheetAnswerScreen, _ context: WebContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let seal = context.seal(version: screen.found.place.answer?.version ?? 0, isCreating: true)
    let page = screen.page(seal: seal)
    let room: Room = screen.found.side == .asker || screen.found.place.unit != nil ? .outgoing : .incoming
    return context.page(Page(title: page.title, room: room, main: page.html, keys: page.keys), status: status)
  }

  /// Shows the form again with what was typed and why it was refused.
  private func refused(
    _ id: OutgoingRecipient.ID, _ refusal: Refusal, typed: [[String]]?, _ context: WebContext
  ) async throws -> Response {
    let actor = try context.requireActor()
    var screen = try await database.read { try SheetAnswerScreen.read(id, by: actor, in: $0) }
    screen.refusedTyping = typed
    screen.input = .refused(refusal, keeping: context.form)
    if let typed { screen.rowCount = min(max(screen.rowCount, typed.count), screen.found.collection.form.rowsMax) }
    return answer(screen, context, status: refusal.kind.status)
  }

  @Sendable private func fill(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id = try recipient(context)
    let form = context.form
    let typed = Self.typed(form)
    let path = ReportCollectionPaths.place(id)
    do {
      switch SheetAnswerPage.Act(rawValue: form[SheetFormField.act]) ?? .save {
      case .send:
        let act = SendSheet(
          id, typed, isNothing: form.isOn(SheetFormField.nothing), formVersion: form.version)
        let made = try await noting(actor) { transaction in
          try SubmissionStore(transaction).once(form.submissionKey, by: actor.account) {
            let sent = try act.perform(by: actor, in: transaction)
            let again = sent.number > 1 ? "Đã gửi lại số liệu (lần \(sent.number))" : "Đã gửi số liệu"
            return .init(path: path, notice: "\(again): \(sent.rows) dòng của \(sent.place.name).")
          }
        }
        return context.redirect(to: made.path, notice: made.notice)
      case .save, .more:
        let isMore = form[SheetFormField.act] == SheetAnswerPage.Act.more.rawValue
        let act = SaveSheet(id, typed, formVersion: form.version)
        let place = try await noting(actor) { try act.perform(by: actor, in: $0) }
        let rows = isMore ? typed.count + SheetAnswerScreen.moreRows : nil
        return context.redirect(
          to: ReportCollectionPaths.place(id, rows: rows),
          notice: "Đã lưu nháp số liệu của \(place.name); chưa gửi.")
      }
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await refused(id, refusal, typed: typed, context)
    }
  }

  private func noting<Answer: Sendable>(
    _ actor: Actor, _ act: @escaping @Sendable (any Transaction) throws -> Answer
  ) async throws -> Answer {
    try await Secrecy.noting(.sheetSecrecyRefused, in: database, by: actor) { try await database.write(act) }
  }

  /// Every cell as it was typed, row by row.
  private static func typed(_ form: Form) -> [[String]] {
    let rows = min(max(form.integer(SheetFormField.rowCount) ?? 0, 0), SheetForm.mostRows + 1)
    var values: [String: String] = [:]
    for field in form.fields where values[field.name] == nil { values[field.name] = field.value.normalizedLine }
    return (0..<rows).map { row in
      (0..<SheetForm.columnsMax).map { values[SheetFormField.cell(row: row, column: $0)] ?? "" }
    }
  }

  @Sendable private func readFile(_ request: Request, _ context: WebContext) async throws -> Response {
    let id = try recipient(context)
    let (uploaded, context) = try await desk.form(request, context)
    let actor = try context.requireActor()
    return try await desk.releasing(uploaded.files) {
      do {
        let form = try await database.read { try FoundPlace.find(id, by: actor, in: $0).collection.form }
        let reading = SheetFileReading(try uploaded.sheet(desk), for: form)
        let act = TakeSheetFile(id, reading, formVersion: uploaded.form.version)
        _ = try await noting(actor) { try act.perform(by: actor, in: $0) }
        let name = uploaded.files.first?.name ?? ""
        return context.redirect(
          to: ReportCollectionPaths.place(id),
          notice: "Đã đọc \(reading.typed.count) dòng từ «\(name)». Xem lại rồi bấm Gửi số liệu.")
      } catch let refusal as Refusal where refusal.keepsTyping {
        return try await refused(id, refusal, typed: nil, context)
      }
    }
  }

  @Sendable private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id = try recipient(context)
    let act = GiveSheetBack(
      id, reason: context.form.paragraphs(SheetFormField.reason), formVersion: context.form.version)
    do {
      let place = try await noting(actor) { try act.perform(by: actor, in: $0) }
      return context.redirect(
        to: ReportCollectionPaths.place(id), notice: "Đã trả lại số liệu của \(place.name) để sửa.")
    } catch let refusal as Refusal where refusal.keepsTyping {
      return try await refused(id, refusal, typed: nil, context)
    }
  }

  /// The file to fill in, with what is filled in already.
  @Sendable private func template(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id = try recipient(context)
    let found = try await database.read { try FoundPlace.find(id, by: actor, in: $0) }
    guard found.side != .asker else { throw ReportCollectionStore.missing }
    let form = found.collection.form
    let rows = SheetRows.read(found.place.answer?.draft ?? [], for: form).rows.values
    return try await desk.runner.withFolder { folder in
      let target = folder.appending(path: "sheet.xlsx")
      try SheetWriting.writeTemplate(form, rows: rows, to: target)
      return Response.sheet([UInt8](try Data(contentsOf: target)), named: "bieu-\(found.collection.id)")
    }
  }
}

extension Response {
  /// An Excel file to keep; `name` without its ending.
  static func sheet(_ bytes: [UInt8], named name: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: FileKind.xlsx.mediaType, .contentDisposition: "attachment; filename=\"\(name).xlsx\"",
        .cacheControl: "private, no-store",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
