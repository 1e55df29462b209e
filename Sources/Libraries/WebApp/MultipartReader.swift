import Foundation
import Hummingbird
import Kernel
import NIOCore

/// Reads a `multipart/form-data` body part by part as it arrives: a file of any size passes in small pieces.
///
/// Call `next()` for each part; for a file, drain `body` before the next call (what is left is skipped).
package final class MultipartReader {
  package enum Part: Sendable {
    case field(name: String, value: String)
    case file(name: String, fileName: String)
  }

  private static let headerBytesMax = 16_384
  private static let fieldBytesMax = 1 << 20
  private var iterator: RequestBody.AsyncIterator
  private var pending = ByteBuffer(string: "\r\n")
  private let delimiter: [UInt8]
  private var isInPart = true
  private var fieldBytes = 0

  /// Nil when the request is no multipart form.
  package init?(_ request: Request) {
    let type = request.headers[.contentType] ?? ""
    guard type.hasPrefix("multipart/form-data"), let range = type.range(of: "boundary=") else { return nil }
    let boundary = type[range.upperBound...].prefix { $0 != ";" }.trimmingCharacters(
      in: CharacterSet(charactersIn: "\" "))
    guard !boundary.isEmpty, boundary.utf8.count <= 70 else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
    iterator = request.body.makeAsyncIterator()
  }

  /// The next part; nil after the last. Refuses a body that is cut off or malformed.
  package func next() async throws -> Part? {
    while try await nextPiece() != nil {}
    guard try await bytes(2) == Array("\r\n".utf8) else { return nil }
    let headers = try await headers()
    isInPart = true
    let disposition = headers.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
    let name = Self.parameter("name", of: disposition) ?? ""
    if let fileName = Self.parameter("filename", of: disposition) {
      return .file(name: name, fileName: Self.clean(fileName))
    }
    return .field(name: name, value: try await fieldValue())
  }

  /// The fields of a whole body. Files are skipped; whether any was chosen is told.
  package func fields() async throws -> (form: Form, hasFiles: Bool) {
    var fields: [(name: String, value: String)] = []
    var hasFiles = false
    while let part = try await next() {
      switch part {
      case .field(let name, let value): fields.append((name, value))
      case .file(_, let fileName): hasFiles = hasFiles || !fileName.isEmpty
      }
    }
    return (Form(fields), hasFiles)
  }

  /// The bytes of the file part that `next` has just given.
  package var body: Body { Body(reader: self) }

  package struct Body: AsyncSequence, AsyncIteratorProtocol {
    let reader: MultipartReader

    package func makeAsyncIterator() -> Body { self }

    package mutating func next() async throws -> ByteBuffer? { try await reader.nextPiece() }
  }

  /// The next piece of the current part; nil at its end, the delimiter then consumed.
  fileprivate func nextPiece() async throws -> ByteBuffer? {
    guard isInPart else { return nil }
    while true {
      if let index = pending.firstIndex(of: delimiter) {
        if index > 0 { return pending.readSlice(length: index) }
        pending.moveReaderIndex(forwardBy: delimiter.count)
        isInPart = false
        return nil
      }
      let safe = pending.readableBytes - delimiter.count + 1
      if safe > 0 { return pending.readSlice(length: safe) }
      try await fill()
    }
  }

  private func fieldValue() async throws -> String {
    var value = ByteBuffer()
    while var piece = try await nextPiece() {
      fieldBytes += piece.readableBytes
      guard fieldBytes <= Self.fieldBytesMax else { throw Refusal(.tooLarge, "Nội dung nhập vào quá dài.") }
      value.writeBuffer(&piece)
    }
    return String(buffer: value)
  }

  private func headers() async throws -> [String] {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let index = pending.firstIndex(of: end) {
        guard index <= Self.headerBytesMax else { throw Self.malformed }
        let text = pending.readString(length: index) ?? ""
        pending.moveReaderIndex(forwardBy: end.count)
        return text.components(separatedBy: "\r\n")
      }
      guard pending.readableBytes <= Self.headerBytesMax else { throw Self.malformed }
      try await fill()
    }
  }

  private func bytes(_ count: Int) async throws -> [UInt8] {
    while pending.readableBytes < count { try await fill() }
    return pending.readBytes(length: count) ?? []
  }

  private func fill() async throws {
    guard var more = try await iterator.next() else { throw Self.malformed }
    pending.discardReadBytes()
    pending.writeBuffer(&more)
  }

  private static let malformed = Refusal(.invalid, "Việc gửi tệp bị đứt giữa chừng; chưa có gì được lưu. Hãy gửi lại.")

  private static func parameter(_ name: String, of header: String) -> String? {
    guard let range = header.range(of: " \(name)=\"") ?? header.range(of: ";\(name)=\"") else { return nil }
    let value = header[range.upperBound...].prefix { $0 != "\"" }
    return value.replacingOccurrences(of: "%22", with: "\"")
  }

  /// Last path component, NFC, without control characters, of a sane length.
  private static func clean(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let line = last.normalizedLine
    return line.count <= 150 ? line : "\(line.prefix(100))…\(line.suffix(40))"
  }
}

extension ByteBuffer {
  /// Offset of `needle` from the reader index. The delimiter begins with a rare byte, found by `memchr`.
  fileprivate func firstIndex(of needle: [UInt8]) -> Int? {
    withUnsafeReadableBytes { bytes -> Int? in
      guard let start = bytes.baseAddress else { return nil }
      var offset = 0
      while bytes.count - offset >= needle.count {
        guard let found = memchr(start + offset, Int32(needle[0]), bytes.count - offset - needle.count + 1) else {
          return nil
        }
        offset = UnsafeRawPointer(found) - start
        if memcmp(found, needle, needle.count) == 0 { return offset }
        offset += 1
      }
      return nil
    }
  }
}
