import Audit
import Database
import Kernel

extension AuditEvent {
  static func mailsRetried(_ count: Int) -> AuditEvent {
    AuditEvent(code: "operations.mailsRetried", sentence: "cho gửi lại \(count) thư không gửi được")
  }
}

/// Tries letters again that could not be sent, once their cause is mended.
package struct RetryMails: Sendable {
  package init() {}

  /// Gives how many will be tried.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Int {
    guard actor.isAdministrator else { throw Refusal(.notFound, "Không tìm thấy trang này.") }
    let count = try MailStore(transaction).retryFailed()
    guard count > 0 else { throw Refusal(.conflict, "Không còn thư nào phải gửi lại.") }
    try Audit.record(.mailsRetried(count), on: nil, by: actor, in: transaction)
    return count
  }
}
