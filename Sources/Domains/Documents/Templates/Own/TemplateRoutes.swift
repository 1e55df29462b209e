import Audit
import Database
import FileVault
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Organization
import Papers
import WebApp

/// HTTP of the templates of documents.
struct TemplateRoutes: Sendable {
  let site: Site
  let desk: TemplateDesk

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/mau-van-ban", use: list)
    routes.get("quan-tri/mau-van-ban/:type", use: show)
    routes.post("quan-tri/mau-van-ban/:type", use: replace)
    routes.post("quan-tri/mau-van-ban/:type/mau-he-thong", use: returnToUsual)
    routes.get("quan-tri/mau-van-ban/:type/tep", use: file)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let own = try await site.database.read { try AgencyTemplateStore($0).current(of: actor) }
    let page = TemplatesPage(
      agencyName: actor.agencyName,
      lines: DocumentType.administrative.map { type in .init(type: type, own: own.first { $0.typeKey == type.key }) },
      isAdministrator: actor.isAdministrator)
    return context.page(Page(title: TemplatesPage.title, room: .administration, main: page.html))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    try await page(try Self.type(context), FormInput(), context, status: .ok)
  }

  private func page(
    _ type: DocumentType, _ input: FormInput, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let history = try await site.database.read { try AgencyTemplateStore($0).history(type.key, of: actor) }
    let page = TemplatePage(
      type: type, history: history,
      obstacles: TemplateAccess.mayReplace(actor) ? [] : TemplateAccess.notAllowed.reasons.map(\.message),
      isAdministrator: actor.isAdministrator, input: input,
      seal: context.seal(version: history.version))
    return context.page(
      Page(
        title: TemplatePage.title(type), room: .administration, main: page.html,
        keys: [KeyHint("ctrl+enter", "dùng mẫu này")]), status: status)
  }

  @Sendable private func replace(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let type = try Self.type(context)
    var context = context
    do {
      guard TemplateAccess.mayReplace(actor) else { throw TemplateAccess.notAllowed }
      let template = try await read(request, &context, for: type)
      let form = context.form
      try await site.database.write {
        try ReplaceTemplate(template: template, formVersion: form.version).perform(by: actor, in: $0)
      }
      return context.redirect(to: TemplatePaths.show(type), notice: Self.notice(template))
    } catch let refusal as Refusal where [.invalid, .conflict, .tooLarge].contains(refusal.kind) {
      return try await page(type, .refused(refusal, keeping: context.form), context, status: refusal.kind.status)
    }
  }

  private static func notice(_ template: NewAgencyTemplate) -> String {
    let lacking = TemplateField.lacking(in: template.fieldNames, for: template.type)
    let rest = lacking.isEmpty ? "" : " Mẫu còn thiếu: \(lacking.map(\.label).joined(separator: ", "))."
    return "Dự thảo \(template.type.name.lowercased()) từ nay bắt đầu bằng mẫu «\(template.fileName)».\(rest)"
  }

  /// Reads the form and its one file.
  private func read(
    _ request: Request, _ context: inout WebContext, for type: DocumentType
  ) async throws -> NewAgencyTemplate {
    guard let reader = MultipartReader(request) else {
      throw Refusal(.invalid, "Yêu cầu không mang tệp theo cách hệ thống nhận được.", field: TemplatePaths.fileField)
    }
    var fields: [(name: String, value: String)] = []
    var template: NewAgencyTemplate?
    while let part = try await reader.next() {
      switch part {
      case .field(let name, let value): fields.append((name, value))
      case .file(_, let fileName):
        context.form = Form(fields)
        try FormMiddleware.requireToken(context.form.raw(FormMiddleware.field), orHeaderOf: request, context)
        guard !fileName.isEmpty, template == nil else { continue }
        let staged = try await desk.vault.receive(reader.body, bytesMax: TemplateDesk.fileBytesMax)
        template = try await desk.take(staged, named: fileName, for: type)
      }
    }
    context.form = Form(fields)
    try FormMiddleware.requireToken(context.form.raw(FormMiddleware.field), orHeaderOf: request, context)
    guard let template else {
      throw Refusal(.invalid, "Chưa chọn tệp mẫu.", field: TemplatePaths.fileField)
    }
    return template
  }

  @Sendable private func returnToUsual(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let type = try Self.type(context)
    let act = ReturnToUsualTemplate(type: type, formVersion: context.form.version)
    do {
      try await site.database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .conflict {
      return try await page(type, .refused(refusal, keeping: context.form), context, status: refusal.kind.status)
    }
    return context.redirect(
      to: TemplatePaths.show(type), notice: "\(type.name) dùng lại mẫu của hệ thống; mẫu cũ của cơ quan vẫn được giữ.")
  }

  /// The agency's own file as it was uploaded, or the system's with the agency's names filled in.
  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let type = try Self.type(context)
    let headers: HTTPFields = [
      .contentType: FileKind.docx.mediaType, .cacheControl: "private, no-store",
      .contentDisposition: "attachment; filename=\"mau-\(type.key).docx\"",
    ]
    let (own, fields) = try await site.database.write { transaction in
      try Audit.record(.templateDownloaded(type), on: .templates(of: actor.agency), by: actor, in: transaction)
      return (
        try AgencyTemplateStore(transaction).current(type.key, of: actor),
        try LetterFields.sample(type, for: actor, in: transaction)
      )
    }
    if let own {
      let reading = try await desk.vault.open(own.file.hash)
      return Response(status: .ok, headers: headers, body: context.streamed(reading.pieces(), bytes: reading.bytes))
    }
    let bytes = try await desk.runner.withFolder { folder in
      let target = folder.appending(path: "template.docx")
      try LetterTemplate(fields).sheet.write(to: target)
      return try Data(contentsOf: target)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func type(_ context: WebContext) throws -> DocumentType {
    guard let key = context.parameters.get("type"),
      let type = DocumentType.administrative.first(where: { $0.key == key })
    else { throw Refusal(.notFound, "Không có loại văn bản này trong 29 loại văn bản hành chính.") }
    return type
  }
}

extension AuditEvent {
  fileprivate static func templateDownloaded(_ type: DocumentType) -> AuditEvent {
    AuditEvent(code: "templates.downloaded", sentence: "tải mẫu \(type.name.lowercased())")
  }
}
