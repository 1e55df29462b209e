import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Synchronization
import TestSupport
import Testing

@testable import WebApp

/// What a connection would have been sent.
private final class Sent: ResponseBodyWriter, Sendable {
  let text = Mutex("")

  func write(_ buffer: ByteBuffer) async throws { text.withLock { $0 += String(buffer: buffer) } }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}

  /// What the events tell, in order: «a 1».
  var events: [String] {
    text.withLock { $0 }.split(separator: "\n").filter { $0.hasPrefix("data: ") }.compactMap { line in
      (try? JSONDecoder().decode(Told.self, from: Data(line.dropFirst(6).utf8))).map { "\($0.badge) \($0.count)" }
    }
  }
}

private struct Told: Decodable {
  var badge: String
  var count: Int
}

private func request(accept: String) -> Request {
  var head = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/thay-doi")
  head.headerFields[.accept] = accept
  return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
}

/// Badge counts at each look; after the last the session is over.
private func follow(_ looks: [[(String, Int)]], accept: String = "text/event-stream") async throws -> (
  Sent, ended: Refusal?
) {
  try await withDatabase(WebAppMigrations.all) { database in
    let at = Mutex(0)
    let answer = LiveProgress.answer(request(accept: accept), database: database, pause: .milliseconds(1)) { _ in
      let look = at.withLock { index in
        index += 1
        return index - 1
      }
      guard look < looks.count else { throw Refusal(.unauthenticated, "Phiên đăng nhập đã kết thúc.") }
      return looks[look].map { LiveProgress.Badge(badge: $0.0, count: $0.1) }
    }
    let sent = Sent()
    do {
      try await answer.body.write(sent)
      return (sent, nil)
    } catch let refusal as Refusal {
      return (sent, refusal)
    }
  }
}

@Suite("Trang mở sẵn được báo thay đổi") struct LiveProgressTests {
  @Test("only what differs is sent; what vanished and came back is sent again") func changes() async throws {
    let (sent, _) = try await follow([[("a", 1), ("b", 5)], [("a", 1), ("b", 5)], [("a", 2)], [("a", 2), ("b", 5)]])
    #expect(sent.events == ["a 1", "b 5", "a 2", "b 5"])
  }

  @Test("a session that ended ends the connection at the next look") func ends() async throws {
    let (sent, ended) = try await follow([[("a", 1)]])
    #expect(ended?.kind == .unauthenticated)
    #expect(sent.events.count == 1)
  }

  @Test("a page that asks for JSON gets one look") func polling() async throws {
    let (sent, ended) = try await follow([[("a", 1)]], accept: "application/json")
    #expect(ended == nil)
    let told = try JSONDecoder().decode([Told].self, from: Data(sent.text.withLock { $0 }.utf8))
    #expect(told.map(\.badge) == ["a"] && told.map(\.count) == [1])
  }
}
