import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import App

@Suite("Số liệu cho máy giám sát") struct FiguresTests {
  private static func isAnswered(host: String?, _ headers: HTTPFields = [:], from address: String = "127.0.0.1") -> Bool
  {
    let head = HTTPRequest(method: .get, scheme: "http", authority: host, path: "/so-do", headerFields: headers)
    return HealthRoutes.isOwnMachine(Request(head: head, body: .init(buffer: ByteBuffer())), from: address)
  }

  @Test("the machine itself is answered", arguments: ["localhost", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:80"])
  func own(host: String) {
    #expect(Self.isAnswered(host: host))
    #expect(Self.isAnswered(host: host, from: "::1"))
    #expect(!Self.isAnswered(host: host, from: "10.0.0.7"))
  }

  @Test(
    "another name than the machine's own came through a proxy",
    arguments: [
      "vanban.truongson.example", "10.0.0.5:8080", "localhost.example", "127.0.0.1.example", "[::2]", "", nil,
    ])
  func otherName(host: String?) {
    #expect(!Self.isAnswered(host: host))
  }

  @Test("what was passed on is not answered, over HTTP too") func passedOn() async throws {
    try await withApp { app in
      let plain = try await app.browser.get("/so-do")
      #expect(plain.status == 200)
      for (name, value) in [
        ("X-Forwarded-For", "10.1.2.3"), ("Forwarded", "for=10.1.2.3"), ("X-Real-IP", "10.1.2.3"),
        ("x-forwarded-proto", "https"), ("Via", "1.1 cong"),
      ] {
        let headers: HTTPFields = [try #require(HTTPField.Name(name)): value]
        #expect(try await app.browser.get("/so-do", headers).status == 404, "\(name)")
      }
    }
  }
}
