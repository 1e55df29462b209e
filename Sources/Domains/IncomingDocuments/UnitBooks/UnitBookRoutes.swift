import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Organization
import Papers
import Registers
import WebApp

/// HTTP of units' own books.
struct UnitBookRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("so-noi-bo", use: list)
    routes.post("so-noi-bo/:unit", use: switchOver)
    routes.get("so-noi-bo/:unit", use: show)
    routes.get("so-noi-bo/:unit/in", use: printed)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let seal = context.seal()
    let page = try await site.database.read { try UnitBookScreen(actor: actor, transaction: $0).list(seal: seal) }
    return context.page(Page(title: UnitBooksPage.title, room: .incoming, main: page.html))
  }

  @Sendable private func switchOver(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let isOn = context.form.isOn(UnitBooksPage.switchName)
    let act = SwitchUnitBook(try context.requireID("unit"), on: isOn)
    let name = try await site.database.write { try act.perform(by: actor, in: $0) }
    return context.redirect(
      to: IncomingDocumentPaths.unitBooks,
      notice: isOn
        ? "Đã bật sổ nội bộ của \(name); số được cấp khi đơn vị nhận việc."
        : "Đã tắt sổ nội bộ của \(name); các số đã cấp vẫn giữ.")
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let unit: UnitID = try context.requireID("unit")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = try await site.database.read {
      try UnitBookScreen(actor: actor, transaction: $0).book(
        unit, year: query.integer("nam"), after: query.integer("sau") ?? 0, limit: UnitBookScreen.rowsPerPage)
    }
    return context.page(Page(title: page.title, room: .incoming, main: page.html, keys: UnitBookPage.keys))
  }

  @Sendable private func printed(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let unit: UnitID = try context.requireID("unit")
    let year = Form(urlEncoded: request.uri.query ?? "").integer("nam")
    let systemName = site.systemName
    let form = try await site.database.read {
      try UnitBookScreen(actor: actor, transaction: $0).form(unit, year: year, systemName: systemName)
    }
    let bytes = try await runner.withFolder { folder in
      let target = folder.appendingPathComponent("so.pdf")
      try await OfficeConversion(runner: runner).write(form.printedForm, as: .pdf, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    try await site.database.write {
      try Audit.record(.unitBookPrinted(form.page.title), on: .unit(unit), by: actor, in: $0)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf", .cacheControl: "no-store",
        .contentDisposition: "inline; filename=\"so-noi-bo-\(form.page.year).pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension AuditEvent {
  static func unitBookPrinted(_ title: String) -> AuditEvent {
    AuditEvent(code: "incomingDocument.unitBookPrinted", sentence: "in «\(title)»", kind: .access)
  }
}
