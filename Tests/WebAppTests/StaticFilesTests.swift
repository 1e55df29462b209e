import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

/// A public folder with a style, a picture, and a file beside it that is nobody's.
private func withFolder(_ body: @escaping @Sendable (URL, any TestClientProtocol) async throws -> Void) async throws {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("tinh-\(UUID().uuidString)")
  let folder = root.appendingPathComponent("Public")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: root) }
  try String(repeating: "body { color: black }\n", count: 200).write(
    to: folder.appendingPathComponent("a.css"), atomically: true, encoding: .utf8)
  try Data(repeating: 7, count: 5000).write(to: folder.appendingPathComponent("a.png"))
  try "mật khẩu".write(to: root.appendingPathComponent("cau-hinh.txt"), atomically: true, encoding: .utf8)
  try await withSmallSite(publicFolder: folder.path, routes: { $0.get("khac") { _, _ in "trang" } }) { client in
    try await body(folder, client)
  }
}

private let zipped = ("Accept-Encoding", "gzip, deflate")

@Suite("Tệp tĩnh") struct StaticFilesTests {
  @Test(
    "styles go compressed to whoever takes it",
    arguments: [("gzip", true), ("br;q=1, gzip;q=0.5", true), ("gzip;q=0", false), ("deflate", false), ("", false)])
  func compression(accepts: String, isCompressed: Bool) async throws {
    try await withFolder { _, client in
      let answer = try await client.ask(.get, "/tinh/a.css", [("Accept-Encoding", accepts)])
      #expect(answer.status == .ok)
      #expect((answer.header("Content-Encoding") == "gzip") == isCompressed)
      #expect((answer.body.readableBytes < 1000) == isCompressed)
      #expect(answer.header("Vary") == "Accept-Encoding")
    }
  }

  @Test("a picture is small already; a page is never compressed") func others() async throws {
    try await withFolder { _, client in
      let picture = try await client.ask(.get, "/tinh/a.png", [zipped])
      #expect(picture.header("Content-Encoding") == nil && picture.body.readableBytes == 5000)
      let page = try await client.ask(.get, "/khac", [zipped])
      #expect(page.text == "trang" && page.header("Content-Encoding") == nil)
    }
  }

  @Test("an unchanged file is not sent again; a changed one is") func changes() async throws {
    try await withFolder { folder, client in
      let first = try await client.ask(.get, "/tinh/a.css", [zipped])
      let tag = try #require(first.header("ETag"))
      let again = try await client.ask(.get, "/tinh/a.css", [zipped, ("If-None-Match", tag)])
      #expect(again.status == .notModified && again.body.readableBytes == 0)
      try "p { color: red }".write(to: folder.appendingPathComponent("a.css"), atomically: true, encoding: .utf8)
      let changed = try await client.ask(.get, "/tinh/a.css", [("If-None-Match", tag)])
      #expect(changed.text == "p { color: red }")
      let small = try await client.ask(.get, "/tinh/a.css", [zipped])
      #expect(small.header("ETag") != tag && small.body.readableBytes < 100, "not the old one kept compressed")
    }
  }

  @Test(
    "nothing outside the folder, and no list of it",
    arguments: [
      "/tinh/../cau-hinh.txt", "/tinh/%2e%2e/cau-hinh.txt", "/tinh/..%2fcau-hinh.txt", "/tinh/", "/tinh/khong-co.css",
    ])
  func outside(path: String) async throws {
    try await withFolder { _, client in
      let answer = try await client.ask(.get, path)
      #expect(answer.status.code >= 400 && answer.status.code < 500, "\(answer.status)")
      #expect(!answer.text.contains("mật khẩu"))
    }
  }
}
