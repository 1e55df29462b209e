import Foundation
import HTTPTypes
import Kernel
import Organization
import Testing

/// What a browser loads for one page over a slow line.
@Suite("trang đầu nhẹ") struct PageWeightTests {
  private static let bytesMax = 60_000

  @Test("page, styles and scripts of a first visit", arguments: ["/dang-nhap", "/viec-cua-toi"])
  func firstPage(path: String) async throws {
    try await withApp { app in
      let browser = path == "/dang-nhap" ? app.browser : try await app.signedIn(as: Cast.registryClerk)
      let page = try await browser.get(path, Self.accepting)
      try page.requireStatus(200)
      #expect(page.headers[.contentEncoding] == nil, "a page holds the session's secret beside words of others")
      var bytes = page.bytes.count
      for file in try Self.staticFiles() {
        let answer = try await browser.get("/tinh/" + file, Self.accepting)
        try answer.requireStatus(200)
        #expect(answer.headers[.contentEncoding] == "gzip", "\(file)")
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(answer.headers[.contentLength] == String(answer.bytes.count))
        bytes += answer.bytes.count
      }
      #expect(bytes <= Self.bytesMax, "\(path): \(bytes) bytes")
    }
  }

  @Test("what was compressed is the file, and whoever cannot read it gets it as it is") func same() async throws {
    try await withApp { app in
      let path = "/tinh/css/components.css"
      let plain = try await app.browser.get(path)
      #expect(plain.headers[.contentEncoding] == nil && plain.text.contains(".button"))
      #expect(plain.headers[.vary] == "Accept-Encoding")
      let refused = try await app.browser.get(path, [.acceptEncoding: "br, gzip;q=0"])
      #expect(refused.bytes == plain.bytes)
      for _ in 1...2 {
        let packed = try await app.browser.get(path, Self.accepting)
        #expect(try Self.unpacked(packed.bytes) == plain.bytes)
      }
      let tag = try #require(plain.headers[.eTag])
      #expect(try await app.browser.get(path, [.acceptEncoding: "gzip", .ifNoneMatch: tag]).status == 304)
    }
  }

  private static let accepting: HTTPFields = [.acceptEncoding: "gzip, deflate, br"]

  private static func staticFiles() throws -> [String] {
    let folder = URL(fileURLWithPath: "Public")
    return try ["css", "js"].flatMap { kind in
      try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path).map {
        "\(kind)/\($0)"
      }
    } + ["icon.svg"]
  }

  /// By another program than the one that packed it.
  private static func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let all = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](all)
  }
}
