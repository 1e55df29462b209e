import Database
import Kernel
import WebApp

/// Keeps a live connection no longer than the session it belongs to: a locked account is out on every channel.
package enum LiveSession {
  /// `look`, but refusing as soon as the visitor's session has ended or their account is locked.
  package static func during<Answer>(
    _ visitor: Visitor?, _ look: @escaping @Sendable (any Transaction) throws -> Answer
  ) -> @Sendable (any Transaction) throws -> Answer {
    let session = visitor.flatMap { SessionID($0.sessionKey) }
    return { transaction in
      guard let session, try SessionStore(transaction).isOpen(session) else {
        throw Refusal(.unauthenticated, "Phiên đăng nhập đã kết thúc.")
      }
      return try look(transaction)
    }
  }
}
