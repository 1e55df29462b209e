import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

extension WebContext {
  /// A screen in its frame.
  package func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Response {
    var response = html(requireSite().shell.document(page, self), status: status)
    if notice != nil { response.setCookie(Cookie(name: NoticeCookie.cookie, value: "", maxAge: 0, path: "/")) }
    return response
  }

  /// Finished markup: a fragment for a script, or a whole document.
  package func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status,
      headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
  }

  /// A body sent as it is read, in bounded memory.
  ///
  /// The writer learns that the connection is full on the connection's own thread. On a busy machine that thread may
  /// not run for a while, and everything written meanwhile would wait in memory: so each piece waits for it.
  package func streamed<Pieces: AsyncSequence & Sendable>(
    _ pieces: Pieces, bytes: Int64
  ) -> ResponseBody where Pieces.Element == ByteBuffer {
    let connection = channel.eventLoop
    return ResponseBody(contentLength: Int(bytes)) { writer in
      for try await piece in pieces {
        try await writer.write(piece)
        try await connection.submit {}.get()
      }
      try await writer.finish(nil)
    }
  }

  /// After a POST: see the result there, with a sentence that is shown once.
  ///
  /// - Parameter undo: What was sent and may be taken back while its seconds last.
  package func redirect(to path: String, notice: String? = nil, undo: UndoOffer? = nil) -> Response {
    var response = Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    if let undo {
      let site = requireSite()
      response.setCookie(UndoCookie.cookie(undo, now: site.clock.now, isSecure: site.isSecure))
    }
    if let notice { response.setCookie(NoticeCookie.cookie(notice, isSecure: requireSite().isSecure)) }
    return response
  }
}

extension Response {
  /// Nothing is offered to be taken back any longer.
  package mutating func forgetUndo() { setCookie(UndoCookie.gone) }
}

/// A sentence carried over a redirect in a short-lived cookie, shown once.
enum NoticeCookie {
  static let cookie = "thong-bao"
  private static let bytesMax = 1500

  static func cookie(_ text: String, isSecure: Bool) -> Cookie {
    Cookie(
      name: cookie, value: CookieText.encoded(String(decoding: Data(text.utf8.prefix(bytesMax)), as: UTF8.self)),
      maxAge: 60, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
  }

  static func read(_ request: Request) -> String? { request.cookies[cookie].flatMap { CookieText.decoded($0.value) } }
}
