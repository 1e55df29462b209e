import Audit
import Database
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import NIOCore
import Organization
import TestSupport
import Testing
import WebApp

@testable import Identity

/// The frame is tested elsewhere: here a page is its main area.
private struct PlainShell: PageShell {
  func document(_ page: Page, _ context: WebContext) -> HTML {
    let notice: HTML = context.notice.map { "<p class=\"notice\">\($0)</p>" } ?? .empty
    return "<!doctype html><title>\(page.title)</title>\(context.seal().html)\(notice)\(page.main)"
  }
}

private struct SignedInOnly: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard context.visitor != nil else { throw Refusal(.unauthenticated, "Cần đăng nhập.") }
    return try await next(request, context)
  }
}

/// Runs `body` against the real routes of signing in, accounts and structure, in process.
func withSite(
  isExampleBody: Bool = true, isSecure: Bool = false, clock: TestClock = TestClock(),
  _ body: @escaping @Sendable (Window, any Database) async throws -> Void
) async throws {
  let migrations = WebAppMigrations.all + AuditMigrations.all + OrganizationMigrations.all + IdentityMigrations.all
  try await withExampleAccounts(clock: clock, migrations: migrations) { database, passwords in
    let site = Site(
      database: database, clock: clock, shell: PlainShell(), systemName: "Châu Bản thử", isExampleBody: isExampleBody,
      isSecure: isSecure)
    let identity = IdentityModule(passwords: passwords, owned: OwnedByPosts([]))
    let router = Router(context: WebContext.self)
    router.addMiddleware {
      SiteMiddleware(site: site)
      identity.sessionMiddleware
      FormMiddleware()
    }
    identity.addPublicRoutes(to: router.group(), with: site)
    let signedIn = router.group().add(middleware: SignedInOnly())
    for module in [identity, OrganizationModule(owned: OwnedByPosts([]))] as [any DomainModule] {
      module.addRoutes(to: signedIn, with: site)
    }
    signedIn.get("van-ban-den") { _, context in context.page(Page(title: "Văn bản đến", main: "<h1>Văn bản đến</h1>")) }
    try await Application(router: router).test(.router) { client in
      try await body(Window(client: client), database)
    }
  }
}

/// One browser window: keeps its cookie, reads the seal of the page it saw last.
final class Window {
  struct Answer {
    var status: Int
    var text: String
    var location: String?
    var cookies: [String]
  }

  private let client: any TestClientProtocol
  private var cookies: [String: String] = [:]
  private(set) var last = Answer(status: 0, text: "", location: nil, cookies: [])

  init(client: any TestClientProtocol) { self.client = client }

  /// Another browser on the same site.
  var another: Window { Window(client: client) }

  @discardableResult func get(_ path: String, script: Bool = false) async throws -> Answer {
    try await send(.get, path, nil, script: script)
  }

  /// Sends a form of the page seen last: its hidden fields and `fields` over them.
  @discardableResult func post(
    _ path: String, _ fields: [(String, String)], sealed: Bool = true, script: Bool = false
  ) async throws -> Answer {
    var all = sealed ? hidden(["ma-phien", "post"]) : []
    all += fields
    return try await send(.post, path, all, script: script)
  }

  func hidden(_ names: [String]) -> [(String, String)] {
    names.compactMap { name in value(of: name).map { (name, $0) } }
  }

  /// Value of the first input of this name on the page seen last.
  func value(of name: String) -> String? {
    guard let start = last.text.range(of: " name=\"\(name)\"") else { return nil }
    let before = last.text[..<start.lowerBound]
    let opening = before.lastIndex(of: "<") ?? before.startIndex
    let tag = last.text[opening...].prefix { $0 != ">" }
    guard let value = tag.range(of: " value=\"") else { return nil }
    return String(tag[value.upperBound...].prefix { $0 != "\"" })
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, _ fields: [(String, String)]?, script: Bool
  ) async throws -> Answer {
    var headers: HTTPFields = [:]
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    if script, let name = HTTPField.Name("X-Fragment") { headers[name] = "1" }
    var body: ByteBuffer?
    if let fields {
      headers[.contentType] = "application/x-www-form-urlencoded"
      body = ByteBuffer(string: fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&"))
    }
    let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
    let set = response.headers[values: .setCookie]
    for cookie in set {
      let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
      let value = pair.count > 1 ? String(pair[1]) : ""
      cookies[String(pair[0])] = value.isEmpty ? nil : value
    }
    last = Answer(
      status: Int(response.status.code), text: String(buffer: response.body), location: response.headers[.location],
      cookies: set)
    return last
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

extension Window {
  /// Signs in with the example password.
  func signIn(_ actor: Actor) async throws {
    let answer = try await post(
      IdentityPaths.signIn, [("ten", ExampleAccounts.loginName(of: actor)), ("mat-khau", ExampleAccounts.password)])
    try #require(answer.status == 303, "\(answer.text)")
  }
}
