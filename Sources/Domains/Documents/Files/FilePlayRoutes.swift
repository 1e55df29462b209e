import FileVault
import HTTPTypes
import Hummingbird
import Papers
import WebApp

/// Answers with a recording of the vault for the player of a browser, which asks for pieces (RFC 9110, one range).
package enum FilePlaying {
  /// Throws as `FileVault.open`.
  package static func answer(
    _ hash: FileHash, kind: FileKind, from vault: FileVault, _ request: Request, _ context: WebContext
  ) async throws -> Response {
    let content = try await vault.open(hash)
    var headers: HTTPFields = [
      .contentType: kind.mediaType, .acceptRanges: "bytes", .cacheControl: "private, no-cache",
      .contentDisposition: "inline",
    ]
    guard let asked = request.headers[.range] else {
      return Response(status: .ok, headers: headers, body: context.streamed(content.pieces(), bytes: content.bytes))
    }
    guard let range = range(asked, of: content.bytes) else {
      headers[.contentRange] = "bytes */\(content.bytes)"
      return Response(status: .rangeNotSatisfiable, headers: headers)
    }
    headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(content.bytes)"
    return Response(
      status: .partialContent, headers: headers,
      body: context.streamed(content.pieces(range), bytes: Int64(range.count)))
  }

  /// «bytes=500-», «bytes=0-99», «bytes=-500»; nil for what lies outside or is something else.
  static func range(_ text: String, of bytes: Int64) -> Range<Int64>? {
    let pieces = text.split(separator: "=", maxSplits: 1)
    guard pieces.count == 2, pieces[0] == "bytes" else { return nil }
    let ends = pieces[1].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    if ends[0].isEmpty {
      guard let last = Int64(ends[1]), last > 0, bytes > 0 else { return nil }
      return max(0, bytes - last)..<bytes
    }
    guard let first = Int64(ends[0]), first >= 0, first < bytes else { return nil }
    if ends[1].isEmpty { return first..<bytes }
    guard let last = Int64(ends[1]), last >= first else { return nil }
    return first..<min(last, bytes - 1) + 1
  }
}
