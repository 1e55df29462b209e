import Audit
import Database
import Documents
import Hummingbird
import Kernel
import Markup
import Papers
import WebApp

/// HTTP of a transfer and of its prints.
struct TransferRoutes: Sendable {
  let site: Site
  let runner: ToolRunner

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("luu-tru/dot/:id", use: show)
    routes.get("luu-tru/dot/:id/in/:form", use: printed)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ArchiveTransfer.ID = try context.requireID("id")
    let page = try await site.database.read { try ArchiveTransferScreen.read(id, by: actor, in: $0) }
    return context.page(
      Page(
        title: page.title, room: ArchiveAccess.mayEnter(actor) ? .archive : .dossiers, main: page.html, keys: .list))
  }

  /// That it was taken along is written down before the bytes go.
  @Sendable private func printed(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: ArchiveTransfer.ID = try context.requireID("id")
    let parts = (context.parameters.get("form") ?? "").split(separator: ".").map(String.init)
    guard parts.count == 2, let wanted = ArchivePaths.TransferForm(rawValue: parts[0]),
      wanted.formats.contains(parts[1])
    else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let system = site.systemName
    let print = try await site.database.write { transaction in
      let store = ArchiveTransferStore(transaction)
      let transfer = try store.find(id, visibleTo: actor)
      let lines = try store.lines(of: id)
      if let refusal = TransferPrint.refusal(of: wanted, transfer, lines) { throw refusal }
      try Audit.record(.transferPrinted(wanted.label), on: .archiveTransfer(id), by: actor, in: transaction)
      return TransferPrint(
        transfer: transfer, lines: lines,
        provenance: "\(actor.titleOnRecord), in lúc \(transaction.now.text) từ \(system)")
    }
    return try await PrintedFile(
      named: "\(wanted.rawValue)-dot-\(print.transfer.number)-\(print.transfer.year)", runner
    ).answer(print.form(wanted), as: parts[1]) { target in
      try TransferListWriting.write(
        TransferListForm(transfer: print.transfer, lines: print.lines.standing, provenance: print.provenance),
        to: target)
    }
  }
}
