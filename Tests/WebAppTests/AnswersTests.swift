import Database
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import Testing

@testable import WebApp

private struct Broken: Error {}

private func routes(_ router: Router<WebContext>) {
  router.get("vo") { _, _ -> Response in throw Broken() }
  router.get("day") { _, _ -> Response in throw DatabaseFault.full(message: "") }
  router.get("tu-choi/:kind") { _, context -> Response in
    throw Refusal(Refusal.Kind(rawValue: context.parameters.get("kind") ?? "") ?? .invalid, "Vì «<b>» không hợp.")
  }
  router.get("den") { _, context in context.page(Page(title: "Đến", main: "<h1>Đến</h1>")) }
  router.get("di") { _, context in context.redirect(to: "/den", notice: "Đã vào sổ số đến 12, «Sổ» & “ghi”.") }
}

@Suite("Câu trả lời của máy chủ") struct AnswersTests {
  @Test(
    "a refusal says why with its status, escaped",
    arguments: [
      ("invalid", 422), ("conflict", 409), ("forbidden", 403), ("notFound", 404), ("tooLarge", 413),
      ("unavailable", 503),
    ]) func refusals(kind: String, status: Int) async throws
  {
    try await withSmallSite(routes: routes) { client in
      let answer = try await client.ask(.get, "/tu-choi/\(kind)")
      #expect(answer.status.code == status)
      #expect(answer.text.contains("Vì «&lt;b&gt;» không hợp."))
    }
  }

  @Test("a fault shows a number to quote and nothing of its inside; a full disk says so") func faults() async throws {
    try await withSmallSite(routes: routes) { client in
      let fault = try await client.ask(.get, "/vo")
      #expect(fault.status == .internalServerError)
      #expect(fault.text.contains("Mã tra cứu: <strong>") && !fault.text.contains("Broken"))
      let full = try await client.ask(.get, "/day")
      #expect(full.status == .serviceUnavailable && full.text.contains("đĩa đầy"))
      #expect(try await client.ask(.get, "/tu-choi/unauthenticated").header("Location") == "/dang-nhap")
    }
  }

  @Test("a notice is carried over one redirect and shown once") func notice() async throws {
    try await withSmallSite(routes: routes) { client in
      let sent = try await client.ask(.get, "/di")
      #expect(sent.status == .seeOther && sent.header("Location") == "/den")
      let cookie = try #require(sent.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
      #expect(sent.header("Set-Cookie")?.contains("HttpOnly") == true)
      let shown = try await client.ask(.get, "/den", [("Cookie", cookie)])
      #expect(shown.text.contains("Đã vào sổ số đến 12, «Sổ» &amp; “ghi”."))
      #expect(shown.header("Set-Cookie")?.contains("Max-Age=0") == true)
      #expect(try await !client.ask(.get, "/den").text.contains("notice"))
    }
  }

  @Test(
    "every answer carries the security headers; over TLS the browser is told to stay there", arguments: [false, true])
  func headers(isSecure: Bool) async throws {
    try await withSmallSite(isSecure: isSecure, routes: routes) { client in
      for path in ["/den", "/vo", "/khong-co", "/tu-choi/forbidden"] {
        let answer = try await client.ask(.get, path)
        let policy = answer.header("Content-Security-Policy") ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "\(path)")
        #expect(!policy.contains("unsafe"), "\(path)")
        #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(path)")
        #expect((answer.header("Strict-Transport-Security") != nil) == isSecure, "\(path)")
      }
    }
  }
}
