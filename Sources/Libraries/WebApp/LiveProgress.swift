import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import ServiceLifecycle

/// What a page shows live while it is open.
package protocol LiveChange: Encodable, Equatable, Sendable {
  /// The line it speaks of.
  var key: String { get }
}

/// Progress of long work, and the counts of badges: server-sent events, or one JSON answer for pages that poll.
package enum LiveProgress {
  /// One line's state.
  package struct Change: LiveChange {
    package var key: String
    package var value: Int?
    package var max: Int
    package var text: String
    package var done: Bool

    package init(key: String, value: Int?, max: Int, text: String, done: Bool) {
      self.key = key
      self.value = value
      self.max = max
      self.text = text
      self.done = done
    }
  }

  /// The count beside a room of the rail.
  package struct Badge: LiveChange {
    package var badge: String
    package var count: Int

    package init(badge: String, count: Int) {
      self.badge = badge
      self.count = count
    }

    package var key: String { badge }
  }

  /// A page that is left open forgets to follow after this long; its browser connects again.
  private static let roundsMax = 300

  /// Sends what differs from the last look, every `pause`. `look` reads within the actor's rights.
  package static func answer<Live: LiveChange>(
    _ request: Request, database: any Database, pause: Duration = .seconds(1),
    look: @escaping @Sendable (any Transaction) throws -> [Live]
  ) -> Response {
    let wantsEvents = request.headers[.accept]?.contains("text/event-stream") == true
    return Response(
      status: .ok,
      headers: [
        .contentType: wantsEvents ? "text/event-stream; charset=utf-8" : "application/json", .cacheControl: "no-store",
      ],
      body: ResponseBody { writer in
        if wantsEvents {
          try await follow(database, pause, look, &writer)
        } else {
          let changes = try await database.read(look)
          try await writer.write(ByteBuffer(bytes: try JSONEncoder().encode(changes)))
        }
        try await writer.finish(nil)
      })
  }

  private static func follow<Live: LiveChange>(
    _ database: any Database, _ pause: Duration, _ look: @escaping @Sendable (any Transaction) throws -> [Live],
    _ writer: inout any ResponseBodyWriter
  ) async throws {
    var sent: [String: Live] = [:]
    for _ in 0..<roundsMax {
      // An open page must not hold up a server that stops.
      if Task.isShuttingDownGracefully { return }
      let changes = try await database.read(look)
      for change in changes where sent[change.key] != change {
        sent[change.key] = change
        let line = String(decoding: try JSONEncoder().encode(change), as: UTF8.self)
        try await writer.write(ByteBuffer(string: "data: \(line)\n\n"))
      }
      // A line that vanished was registered or thrown away.
      for key in sent.keys where !changes.contains(where: { $0.key == key }) { sent[key] = nil }
      try await writer.write(ByteBuffer(string: ": \n\n"))
      try await Task.sleep(for: pause)
    }
  }
}
