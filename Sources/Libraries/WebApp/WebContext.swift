import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore
import Synchronization

/// What a request carries from middleware to handler.
package struct WebContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// Quotable number of this request: in every log line of it, and on the page of a fault.
  package let requestNumber: String
  /// Network address of the client.
  package let address: String
  /// The connection, for what is sent piece by piece.
  let channel: any Channel
  /// Set by `SiteMiddleware`.
  package var site: Site?
  /// Who is signed in, if anyone. Set by the session middleware.
  package var visitor: Visitor?
  /// Fields of a POST, its CSRF token already checked. Set by `FormMiddleware`.
  package var form = Form()
  /// Path and query of the request, to come back to.
  package var path = "/"
  /// Text to show once, left by the request that redirected here.
  package var notice: String?
  /// What the last act sent and may still take back.
  package var undo: UndoOffer?
  /// Where the session middleware tells the request log who acted.
  package let logged = LoggedActor()

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    requestNumber = RequestNumber.next()
    channel = source.channel
    address = source.channel.remoteAddress?.ipAddress ?? "local"
    logger[metadataKey: "request"] = .string(requestNumber)
  }

  /// Forms above this size are refused; files are streamed and have limits of their own.
  package var maxUploadSize: Int { 1 << 20 }

  /// The site all requests belong to.
  package func requireSite() -> Site {
    guard let site else { preconditionFailure("SiteMiddleware comes first") }
    return site
  }

  /// Who acts: the post the form was shown for, else the selected one.
  ///
  /// Refuses when nobody is signed in, or when the form's post is no longer theirs.
  package func requireActor() throws(Refusal) -> Actor {
    guard let visitor else { throw Refusal(.unauthenticated, "Anh/chị cần đăng nhập để tiếp tục.") }
    let post = form["post"]
    guard !post.isEmpty else { return visitor.actor }
    guard let actor = visitor.actors.first(where: { $0.post.description == post }) else {
      throw Refusal(.conflict, "Chức danh lúc mở biểu mẫu không còn của anh/chị. Hãy tải lại trang rồi làm lại.")
    }
    return actor
  }

  /// The hidden fields of a form on this page: `version` of the record it changes; a new one-time key when it creates.
  package func seal(version: Int? = nil, isCreating: Bool = false) -> FormSeal {
    let key = isCreating ? String(UInt64.random(in: .min ... .max), radix: 36) + requestNumber : nil
    return FormSeal(
      csrf: visitor?.csrf ?? "", post: visitor?.actor.post.description, version: version, submission: key)
  }

  /// A path parameter that is a record key. What is no key does not exist.
  package func requireID<Subject>(
    _ name: String, as type: Identifier<Subject>.Type = Identifier<Subject>.self
  ) throws(Refusal) -> Identifier<Subject> {
    guard let id = parameters.get(name).flatMap({ Identifier<Subject>(String($0)) }) else {
      throw Refusal(.notFound, "Không tìm thấy trang này.")
    }
    return id
  }

  /// The record that an address names by `:code/:number`. What is no key does not exist.
  package func requireRecord() throws(Refusal) -> RecordReference {
    guard let code = parameters.get("code"), let number = parameters.get("number", as: Int64.self) else {
      throw Refusal(.notFound, "Không tìm thấy trang này.")
    }
    return RecordReference(code: code, number: number)
  }
}

/// Filled by whoever finds out who acts, for the request log: keys, never a name and never a secret.
package final class LoggedActor: Sendable {
  private let post = Mutex<PostID?>(nil)
  private let tokenKey = Mutex<Int64?>(nil)

  package init() {}

  /// Key of the access token that a program came with.
  package var token: Int64? {
    get { tokenKey.withLock { $0 } }
    set { tokenKey.withLock { $0 = newValue } }
  }

  package var value: PostID? {
    get { post.withLock { $0 } }
    set { post.withLock { $0 = newValue } }
  }
}

/// Short numbers for requests, unique within a process for a long time.
enum RequestNumber {
  private static let counter = Mutex<UInt32>(UInt32.random(in: 0..<UInt32.max))

  static func next() -> String {
    let number = counter.withLock { counter -> UInt32 in
      counter &+= 1
      return counter
    }
    let text = String(number, radix: 36, uppercase: true)
    return String(repeating: "0", count: max(0, 7 - text.count)) + text
  }
}
