import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Testing

@testable import WebApp

/// A multipart request whose body comes in pieces of a given size.
private func request(_ text: String, pieces size: Int = 1 << 16, boundary: String = "ranh") -> Request {
  var head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/")
  head.headerFields[.contentType] = "multipart/form-data; boundary=\(boundary)"
  let bytes = Array(text.utf8)
  let (body, source) = RequestBody.makeStream()
  Task {
    for start in stride(from: 0, to: bytes.count, by: size) {
      await source.yield(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
    }
    source.finish()
  }
  return Request(head: head, body: body)
}

/// One part; a file when it has a file name.
private func part(_ name: String, _ value: String, file: String? = nil) -> String {
  let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
  return "--ranh\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n\(value)\r\n"
}

/// Everything in order, as «name=value» and «name:file=content».
private func read(_ request: Request) async throws -> [String] {
  let reader = try #require(MultipartReader(request))
  var seen: [String] = []
  while let part = try await reader.next() {
    switch part {
    case .field(let name, let value): seen.append("\(name)=\(value)")
    case .file(let name, let fileName):
      var content = ByteBuffer()
      for try await var piece in reader.body { content.writeBuffer(&piece) }
      seen.append("\(name):\(fileName)=\(String(buffer: content))")
    }
  }
  return seen
}

@Suite("Tệp gửi lên, đọc từng phần") struct MultipartReaderTests {
  @Test("the same parts, however the body is cut", arguments: [1, 2, 3, 7, 64, 4096]) func pieces(size: Int)
    async throws
  {
    // What looks like the delimiter and is not, and line ends at the edges.
    let content = "\r\n--ran\r\n--\r\n-- ranh\r\nhết\r\n"
    let body =
      part("ma-phien", "bí mật") + part("file", content, file: "công văn.pdf") + part("ghi-chu", "") + "--ranh--\r\n"
    #expect(
      try await read(request(body, pieces: size))
        == ["ma-phien=bí mật", "file:công văn.pdf=\(content)", "ghi-chu="])
  }

  @Test("a file that nobody drains is skipped") func skipping() async throws {
    let body = part("file", "nội dung", file: "a.pdf") + part("sau", "1") + "--ranh--\r\n"
    let reader = try #require(MultipartReader(request(body)))
    guard case .file(_, "a.pdf") = try await reader.next() else {
      Issue.record("no file")
      return
    }
    guard case .field("sau", "1") = try await reader.next() else {
      Issue.record("no field after it")
      return
    }
    #expect(try await reader.next() == nil)
  }

  @Test("fields alone; an input without a chosen file is no file", arguments: [("", false), ("a.pdf", true)])
  func fieldsAlone(fileName: String, hasFiles: Bool) async throws {
    let body = part("so", "12") + part("file", "x", file: fileName) + part("trich-yeu", "a\r\nb") + "--ranh--\r\n"
    let read = try await #require(MultipartReader(request(body))).fields()
    #expect(read.form.fields.map(\.name) == ["so", "trich-yeu"])
    #expect(read.hasFiles == hasFiles)
  }

  @Test(
    "a file's name is its last part, on one line, of a sane length",
    arguments: [
      ("C:\\Users\\hoa\\cv.pdf", "cv.pdf"), ("../../etc/passwd", "passwd"), ("a%22b.pdf", "a\"b.pdf"),
      ("\u{1}a\tb.pdf", "a b.pdf"), ("/", ""),
      (
        String(repeating: "x", count: 300) + ".pdf",
        String(repeating: "x", count: 100) + "…" + String(repeating: "x", count: 36) + ".pdf"
      ),
    ]) func names(sent: String, kept: String) async throws
  {
    #expect(try await read(request(part("file", "", file: sent) + "--ranh--\r\n")) == ["file:\(kept)="])
  }

  @Test(
    "a body that is cut off is refused, wherever",
    arguments: [
      "", "--ra", "--ranh\r\nContent-Disposition: form-data; name=\"a\"", part("a", "1"),
      "--ranh\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nnửa chừng",
    ]) func cutOff(body: String) async throws
  {
    let refusal = await #expect(throws: Refusal.self) { try await read(request(body)) }
    #expect(refusal?.kind == .invalid)
  }

  @Test("heads and fields have their limits; files have none here") func limits() async throws {
    let long = String(repeating: "x", count: 20_000)
    let head = await #expect(throws: Refusal.self) {
      try await read(request("--ranh\r\n\(long)\r\n\r\n\r\n--ranh--"))
    }
    #expect(head?.kind == .invalid)
    let half = String(repeating: "x", count: 600_000)
    let fields = await #expect(throws: Refusal.self) {
      try await read(request(part("a", half) + part("b", half) + "--ranh--\r\n"))
    }
    #expect(fields?.kind == .tooLarge, "all fields count together")
    #expect(try await read(request(part("f", half + half, file: "f") + "--ranh--\r\n")).count == 1)
  }

  @Test(
    "what is no multipart form is told apart",
    arguments: [
      "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
      "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
    ])
  func other(type: String) {
    var head = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/")
    head.headerFields[.contentType] = type
    #expect(MultipartReader(Request(head: head, body: RequestBody(buffer: ByteBuffer()))) == nil)
  }
}
