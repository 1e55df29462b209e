import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Testing

@testable import WebApp

private let form = ("Content-Type", "application/x-www-form-urlencoded")

/// `/dat` answers with the field `so`; a multipart handler checks the secret itself.
private func routes(_ router: Router<WebContext>) {
  router.get("dat") { _, _ in "đọc" }
  router.post("dat") { _, context in context.form["so"] }
  router.post("tep") { request, context in
    let (fields, _) = try await MultipartReader(request)?.fields() ?? (Form(), false)
    try FormMiddleware.requireToken(fields.raw(FormMiddleware.field), orHeaderOf: request, context)
    return fields["so"]
  }
}

@Suite("Biểu mẫu chỉ nhận từ trang của chính người ấy") struct FormMiddlewareTests {
  @Test(
    "the session's secret in the field or in the header, whole and exact",
    arguments: [
      ("ma-phien=bi-mat&so=7", nil, 200), ("so=7", "bi-mat", 200), ("so=7", nil, 409), ("ma-phien=&so=7", nil, 409),
      ("ma-phien=bi-ma&so=7", nil, 409), ("ma-phien=bi-mat-&so=7", nil, 409), ("ma-phien=BI-MAT&so=7", nil, 409),
      ("ma-phien=sai&so=7", "bi-mat", 409), ("so=7", "sai", 409),
    ] as [(String, String?, Int)]) func token(body: String, header: String?, status: Int) async throws
  {
    try await withSmallSite(routes: routes) { client in
      let answer = try await client.ask(.post, "/dat", [form] + (header.map { [("X-Ma-Phien", $0)] } ?? []), body: body)
      #expect(answer.status.code == status)
      if status == 200 { #expect(answer.text == "7") } else { #expect(answer.text.contains("tải lại trang")) }
    }
  }

  @Test("other bodies need the header; a multipart form may carry it as a field") func otherBodies() async throws {
    try await withSmallSite(routes: routes) { client in
      let json = ("Content-Type", "application/json")
      let without = try await client.ask(.post, "/dat", [json], body: "{}")
      #expect(without.status == .conflict)
      #expect(try await client.ask(.post, "/dat", [json, ("X-Ma-Phien", "bi-mat")], body: "{}").status == .ok)
      let multipart = ("Content-Type", "multipart/form-data; boundary=b")
      func body(_ secret: String) -> String {
        "--b\r\nContent-Disposition: form-data; name=\"ma-phien\"\r\n\r\n\(secret)\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"so\"\r\n\r\n7\r\n--b--\r\n"
      }
      #expect(try await client.ask(.post, "/tep", [multipart], body: body("bi-mat")).text == "7")
      #expect(try await client.ask(.post, "/tep", [multipart], body: body("sai")).status == .conflict)
      #expect(
        try await client.ask(.post, "/tep", [multipart, ("X-Ma-Phien", "sai")], body: body("bi-mat")).status
          == .conflict,
        "a wrong header is refused before the body is read")
    }
  }

  @Test(
    "where the request was caused",
    arguments: [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)])
  func origin(site: String, status: Int) async throws {
    try await withSmallSite(routes: routes) { client in
      let answer = try await client.ask(
        .post, "/dat", [form, ("Sec-Fetch-Site", site)], body: "ma-phien=bi-mat&so=7")
      #expect(answer.status.code == status)
      #expect(try await client.ask(.get, "/dat", [("Sec-Fetch-Site", site)]).status == .ok, "reading changes nothing")
    }
  }

  @Test("nobody signed in: nothing to steal, so no secret; a form has its limit") func visitors() async throws {
    try await withSmallSite(isSignedIn: false, routes: routes) { client in
      #expect(try await client.ask(.post, "/dat", [form], body: "so=7").text == "7")
      let long = try await client.ask(.post, "/dat", [form], body: "so=" + String(repeating: "7", count: 1 << 20))
      #expect(long.status == .contentTooLarge)
      #expect(long.text.contains("quá lớn"))
    }
  }
}
