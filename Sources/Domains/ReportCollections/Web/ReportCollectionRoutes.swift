import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import OutgoingDocuments
import Papers
import WebApp

/// HTTP of a collection as the asking side sees it.
struct ReportCollectionRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("thu-bao-cao", use: list)
    routes.get("thu-bao-cao/:id", use: show)
    routes.get("thu-bao-cao/:id/tong-hop.xlsx", use: merged)
    routes.get("thu-bao-cao/:id/tong-hop.pdf", use: mergedPrint)
    routes.post("thu-bao-cao/:id/khoa-so", use: close)
    routes.post("thu-bao-cao/:id/mo-lai", use: reopen)
    routes.post("thu-bao-cao/:id/don-doc", use: urge)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await database.read { try CollectionListScreen.read(query, by: actor, in: $0) }
    return context.page(Page(title: CollectionListPage.title, room: .outgoing, main: page.html, keys: .list))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let standing = AskedPlace.Standing(rawValue: Form(urlEncoded: request.uri.query ?? "")["tinh-trang"])
    return try await page(standing, context)
  }

  private func page(
    _ standing: AskedPlace.Standing?, _ context: WebContext, refusal: Refusal? = nil
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: ReportCollection.ID = try context.requireID("id")
    var screen = try await database.read {
      try ReportCollectionScreen.read(id, standing: standing, by: actor, in: $0)
    }
    if let refusal { screen.refusal = Notice(.refused, refusal.message).html }
    let page = screen.page(seal: context.seal(version: screen.collection.version))
    return context.page(
      Page(title: page.title, room: .outgoing, main: page.html), status: refusal?.kind.status ?? .ok)
  }

  private func act(
    _ context: WebContext, _ body: @escaping @Sendable (ReportCollection.ID, Actor, any Transaction) throws -> String
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: ReportCollection.ID = try context.requireID("id")
    do {
      let notice = try await database.write { try body(id, actor, $0) }
      return context.redirect(to: ReportCollectionPaths.show(id), notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(nil, context, refusal: refusal)
    }
  }

  @Sendable private func close(_ request: Request, _ context: WebContext) async throws -> Response {
    let version = context.form.version
    return try await act(context) { id, actor, transaction in
      let closed = try CloseCollection(id, .close, formVersion: version).perform(by: actor, in: transaction)
      return "Đã khóa sổ biểu «\(closed.form.title)»; các nơi không gửi lại được nữa."
    }
  }

  @Sendable private func reopen(_ request: Request, _ context: WebContext) async throws -> Response {
    let version = context.form.version
    return try await act(context) { id, actor, transaction in
      let opened = try CloseCollection(id, .reopen, formVersion: version).perform(by: actor, in: transaction)
      return "Đã mở lại biểu «\(opened.form.title)»; các nơi gửi tiếp được."
    }
  }

  @Sendable private func urge(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { id, actor, transaction in
      let collection = try ReportCollectionStore(transaction).find(id, askedBy: actor)
      let outcome = try UrgeReplies(collection.document).perform(by: actor, in: transaction)
      let told = outcome.told.isEmpty ? "" : "Đã đôn đốc \(outcome.told.count) nơi trong hệ thống. "
      let outside =
        outcome.outside.isEmpty
        ? "" : "Nơi ngoài hệ thống cần báo bằng văn bản: \(outcome.outside.joined(separator: "; "))."
      return told + outside
    }
  }

  /// The merged sheet. That it was taken along is written down before the bytes go.
  private func taken(
    _ context: WebContext
  ) async throws -> (id: ReportCollection.ID, screen: ReportCollectionScreen, now: Instant) {
    let actor = try context.requireActor()
    let id: ReportCollection.ID = try context.requireID("id")
    return try await database.write { transaction in
      let screen = try ReportCollectionScreen.read(id, standing: nil, by: actor, in: transaction)
      try Audit.record(.sheetTaken, on: .reportCollection(id), by: actor, in: transaction)
      return (id, screen, transaction.now)
    }
  }

  @Sendable private func merged(_ request: Request, _ context: WebContext) async throws -> Response {
    let (id, screen, now) = try await taken(context)
    return try await runner.withFolder { folder in
      let target = folder.appending(path: "sheet.xlsx")
      try SheetWriting.writeMerged(screen.collection, screen.sheet, at: now, to: target)
      return Response.sheet([UInt8](try Data(contentsOf: target)), named: "tong-hop-\(id)")
    }
  }

  @Sendable private func mergedPrint(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let (id, screen, now) = try await taken(context)
    let form = MergedSheetForm(
      agencyName: actor.agencyName, collection: screen.collection, sheet: screen.sheet, at: now,
      provenance: "\(actor.titleOnRecord), in lúc \(now.text) từ \(site.systemName)")
    return try await runner.withFolder { folder in
      let target = folder.appending(path: "sheet.pdf")
      try await OfficeConversion(runner: runner).write(form.printedForm, as: .pdf, to: target)
      return Response(
        status: .ok,
        headers: [
          .contentType: "application/pdf", .cacheControl: "private, no-store",
          .contentDisposition: "inline; filename=\"tong-hop-\(id).pdf\"",
        ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: [UInt8](try Data(contentsOf: target)))))
    }
  }
}
