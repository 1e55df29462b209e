import CZlib
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Synchronization

/// Sends the files under `/tinh/`: nobody's session is asked for them. Styles, scripts and drawings go compressed, each
/// version of a file compressed once.
///
/// Pages are not compressed: they hold the session's secret beside words that whoever made the link may choose, and the
/// length of the compressed whole would tell the secret bit by bit (the BREACH attack).
package final class StaticFilesMiddleware: RouterMiddleware {
  private let files: FileMiddleware<WebContext, LocalFileSystem>
  private let kept = Mutex<[String: ByteBuffer]>([:])

  package init(folder: String) {
    files = FileMiddleware(
      folder, urlBasePath: "/tinh", cacheControl: .init([(MediaType(type: .any), [.noCache])]),
      searchForIndexHtml: false)
  }

  package func handle(
    _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.path.hasPrefix("/tinh/") else { return try await next(request, context) }
    var response = try await files.handle(request, context: context) { _, _ in throw HTTPError(.notFound) }
    guard request.method == .get, let type = response.headers[.contentType], Self.isText(type) else { return response }
    response.headers[.vary] = "Accept-Encoding"
    guard response.status == .ok, Self.isAccepted(request), let tag = response.headers[.eTag] else { return response }
    let key = request.uri.path + tag
    let small: ByteBuffer
    if let known = kept.withLock({ $0[key] }) {
      small = known
    } else {
      let whole = ResponseBytes()
      try await response.body.write(whole)
      guard let made = Gzip.compressed(whole.bytes.withLock { $0 }) else {
        throw Refusal(.unavailable, "Máy chủ thiếu bộ nhớ để gửi tệp này. Hãy tải lại trang sau ít phút.")
      }
      small = made
      kept.withLock { $0[key] = made }
    }
    response.headers[.contentEncoding] = "gzip"
    response.headers[.contentLength] = String(small.readableBytes)
    response.body = ResponseBody(byteBuffer: small)
    return response
  }

  private static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/") || type.hasPrefix("image/svg") || type.contains("javascript")
  }

  /// `gzip` named and not refused by `q=0`.
  private static func isAccepted(_ request: Request) -> Bool {
    (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { part in
      let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      return words.first == "gzip" && !words.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.000") }
    }
  }
}

/// Gathers a body that was meant for a connection.
private final class ResponseBytes: ResponseBodyWriter, Sendable {
  let bytes = Mutex<[UInt8]>([])

  func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) } }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The format of RFC 1952.
enum Gzip {
  /// Windows of 32 KB, and 16 to say: with the header and check of gzip.
  private static let windowBits: Int32 = 15 + 16
  private static let memoryLevel: Int32 = 9

  /// As small as it gets; nil when the memory does not suffice.
  static func compressed(_ bytes: [UInt8]) -> ByteBuffer? {
    var stream = z_stream()
    let opened = deflateInit2_(
      &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard opened == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    var output = ByteBuffer()
    let written = output.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { target in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
      }
    }
    return written > 0 ? output : nil
  }
}
