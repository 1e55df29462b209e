import Audit
import Database
import Documents
import Dossiers
import Hummingbird
import Kernel
import Papers
import WebApp

/// HTTP of what is printed: contents of a box, the register of loans, labels. That it was printed is written down before the
/// bytes go.
struct PaperPrintRoutes: Sendable {
  let site: Site
  let runner: ToolRunner
  let publicAddress: String?

  private static let endings = ["pdf", "docx", "xlsx"]

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/kho/:id/in/:form", use: place)
    routes.get("luu-tru/ban-giay/:id/nhan.pdf", use: cover)
    routes.get("luu-tru/muon/in/:form", use: register)
  }

  private static let missing = Refusal(.notFound, "Không tìm thấy trang này.")

  @Sendable private func place(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ShelfPlace.ID = try context.requireID("id")
    let parts = (context.parameters.get("form") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 2 else { throw Self.missing }
    if parts == ["nhan", "pdf"] {
      let (query, address) = (Form(urlEncoded: request.uri.query ?? ""), publicAddress)
      let sheet = try await site.database.write { transaction in
        let sheet = try PaperLabels(publicAddress: address, actor: actor, transaction: transaction).sheet(
          of: id, boxes: Set(query.all(PaperField.box)), dossiers: Set(query.all(PaperField.dossier)))
        try Audit.record(
          .paperPrinted("\(sheet.labels.count) nhãn có mã QR"), on: .shelfPlace(id), by: actor, in: transaction)
        return sheet
      }
      return try await labels(sheet, "nhan-\(id)")
    }
    guard parts[0] == "muc-luc" else { throw Self.missing }
    let system = site.systemName
    let print = try await site.database.write { transaction in
      let found = try PaperPrintReading(actor: actor, systemName: system, transaction: transaction).contents(of: id)
      try Audit.record(.paperPrinted("mục lục hộp"), on: .shelfPlace(id), by: actor, in: transaction)
      return found.print
    }
    return try await answer(print, parts[1], named: "muc-luc-hop-\(id)")
  }

  @Sendable private func cover(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, address) = (try context.requireActor(), publicAddress)
    let id: Dossier.ID = try context.requireID("id")
    let sheet = try await site.database.write { transaction in
      let sheet = try PaperLabels(publicAddress: address, actor: actor, transaction: transaction).sheet(of: id)
      try Audit.record(.paperPrinted("nhãn bìa có mã QR"), on: .dossier(id), by: actor, in: transaction)
      return sheet
    }
    return try await labels(sheet, "nhan-bia-\(id)")
  }

  @Sendable private func register(_ request: Request, _ context: WebContext) async throws -> Response {
    let (actor, system) = (try context.requireActor(), site.systemName)
    let parts = (context.parameters.get("form") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 2, parts[0].hasPrefix("so-"), let year = Int(parts[0].dropFirst(3)),
      (1900...2200).contains(year)
    else { throw Self.missing }
    let print = try await site.database.write { transaction in
      let print = try PaperPrintReading(actor: actor, systemName: system, transaction: transaction).register(year)
      try Audit.record(.paperPrinted("sổ mượn hồ sơ năm \(year)"), on: nil, by: actor, in: transaction)
      return print
    }
    return try await answer(print, parts[1], named: "so-muon-ho-so-\(year)")
  }

  private func labels(_ sheet: LabelSheet, _ name: String) async throws -> Response {
    if sheet.labels.isEmpty { throw Refusal(.conflict, "Chưa có gì để in nhãn.") }
    return try await PrintedFile(named: name, runner).answer("pdf") { try await sheet.write(with: runner, to: $0) }
  }

  private func answer(_ print: PaperPrint, _ ending: String, named name: String) async throws -> Response {
    guard Self.endings.contains(ending) else { throw Self.missing }
    return try await PrintedFile(named: name, runner)
      .answer(print.printedForm, as: ending) { try print.writeSpreadsheet(to: $0) }
  }
}
