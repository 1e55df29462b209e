import Database
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import NIOCore
import TestSupport

@testable import WebApp

struct PlainShell: PageShell {
  func document(_ page: Page, _ context: WebContext) -> HTML {
    "<title>\(page.title)</title>\(context.notice.map { "<p class=\"notice\">\($0)</p>" as HTML })\(page.main)"
  }
}

/// Somebody with the session's secret «bi-mat».
struct SignedIn: RouterMiddleware {
  static let actor = Actor(
    account: AccountID(1), person: PersonID(1), personName: "Nguyễn Thị Hoa", post: PostID(11), postTitle: "Văn thư",
    unit: UnitID(1), unitName: "Văn phòng", agency: AgencyID(1), agencyName: "Cục", roles: [.registryClerk],
    address: "local")

  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.visitor = Visitor(actor: Self.actor, actors: [Self.actor], csrf: "bi-mat", sessionKey: "1")
    return try await next(request, context)
  }
}

/// The middleware of the web layer over routes of the test's own, in process.
func withSmallSite(
  isSignedIn: Bool = true, isSecure: Bool = false, publicFolder: String = "/khong-co",
  routes: @escaping @Sendable (Router<WebContext>) -> Void,
  _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
) async throws {
  try await withDatabase(WebAppMigrations.all) { database in
    let site = Site(
      database: database, clock: TestClock(), shell: PlainShell(), systemName: "Châu Bản thử", isExampleBody: false,
      isSecure: isSecure)
    let router = Router(context: WebContext.self)
    router.add(middleware: SiteMiddleware(site: site))
    router.add(middleware: StaticFilesMiddleware(folder: publicFolder))
    if isSignedIn { router.add(middleware: SignedIn()) }
    router.add(middleware: FormMiddleware())
    routes(router)
    try await Application(router: router).test(.router) { try await body($0) }
  }
}

extension TestClientProtocol {
  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ headers: [(String, String)] = [], body: String? = nil
  ) async throws -> TestResponse {
    var fields: HTTPFields = [:]
    for (name, value) in headers { if let name = HTTPField.Name(name) { fields[name] = value } }
    return try await execute(uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
