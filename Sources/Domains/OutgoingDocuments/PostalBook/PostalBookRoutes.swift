import Database
import Hummingbird
import Kernel
import Lists
import Markup
import Registers
import WebApp

/// HTTP of the postal register.
struct PostalBookRoutes: Sendable {
  let site: Site

  private static let linesMax = 50

  func add(to routes: RouterGroup<WebContext>) { routes.get("van-ban-di/buu-dien", use: show) }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    guard RegistersAccess.mayReadBooks(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let query = Form(urlEncoded: request.uri.query ?? "")
    let (from, to) = PostalBookRows.days(query, today: site.clock.now.day)
    let found = try await site.database.read {
      try PostalBookStore($0).lines(
        from: from, to: to, before: Int64(query["truoc"]), limit: Self.linesMax + 1, visibleTo: actor)
    }
    let shown = Array(found.prefix(Self.linesMax))
    let older = found.count > shown.count ? shown.last.map { Self.path(query, before: $0.key) } : nil
    let page = PostalBookPage(
      agencyName: actor.agencyName,
      lines: shown.map { line in
        .init(
          day: line.sentOn.text, codeText: line.codeText, path: OutgoingDocumentPaths.show(line.document),
          recipient: line.recipient, envelopes: line.envelopes.map(String.init) ?? "", receipt: line.proof,
          note: line.note)
      }, fromDay: from?.text ?? "", toDay: to?.text ?? "",
      tools: ListTools(PostalBookRows(), address: ListsPaths.searched(query)), pager: Pager(older: older))
    return context.page(
      Page(title: PostalBookPage.title, room: .outgoing, main: page.html, keys: PostalBookPage.keys))
  }

  private static func path(_ query: Form, before key: Int64) -> String {
    let kept = [OutgoingListName.fromDay, OutgoingListName.toDay].filter { !query[$0].isEmpty }
      .map { "\($0)=\(Form.encoded(query[$0]))" }
    return OutgoingDocumentPaths.postalBook + "?" + (kept + ["truoc=\(key)"]).joined(separator: "&")
  }
}
