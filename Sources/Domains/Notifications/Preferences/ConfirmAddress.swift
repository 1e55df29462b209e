import Audit
import Database
import Kernel
import Organization

/// The person confirms that the address is theirs, by the code of the letter that went there (xác nhận địa chỉ thư).
struct ConfirmAddress: Sendable {
  var code: String

  func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = PreferenceStore(transaction)
    var preferences = try store.preferences(of: actor.person, forUpdate: true)
    if let refusal = Self.obstacle(code, preferences, now: transaction.now) { throw refusal }
    (preferences.confirmedAt, preferences.code) = (transaction.now, nil)
    try store.save(preferences)
    try Audit.record(
      .mailAddressConfirmed(preferences.address), on: .person(actor.person), by: actor, in: transaction)
  }

  /// Why the code confirms nothing; nil when it does. Said the same of a wrong code and of somebody else's.
  static func obstacle(_ code: String, _ preferences: MailPreferences, now: Instant) -> Refusal? {
    if preferences.confirmedAt != nil, !preferences.address.isEmpty {
      return Refusal(.conflict, "Địa chỉ \(preferences.address) đã được xác nhận.")
    }
    guard let asked = preferences.code, asked.text == code else {
      return Refusal(
        .conflict,
        "Liên kết này không xác nhận địa chỉ nào của anh/chị. Có thể địa chỉ đã đổi, hoặc thư gửi cho người khác; hãy gửi lại thư xác nhận."
      )
    }
    guard now < asked.until else {
      return Refusal(
        .conflict, "Liên kết chỉ dùng được trong 24 giờ, đến \(asked.until.text). Hãy gửi lại thư xác nhận.")
    }
    return nil
  }
}

/// Sends the letter of confirmation once more, with a new code.
struct AskConfirmationAgain: Sendable {
  /// Nil when this installation sends no letters.
  var domain: String?

  /// Gives the address.
  func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    let store = PreferenceStore(transaction)
    var preferences = try store.preferences(of: actor.person, forUpdate: true)
    guard !preferences.address.isEmpty, preferences.confirmedAt == nil else {
      throw Refusal(.conflict, "Không có địa chỉ thư nào chờ xác nhận.")
    }
    guard domain != nil else {
      throw Refusal(.conflict, "Hệ thống này chưa nối với máy chủ thư nên chưa gửi được thư xác nhận.")
    }
    if let code = preferences.code, code.until - ConfirmationCode.life + ConfirmationCode.pause > transaction.now {
      throw Refusal(.conflict, "Thư xác nhận vừa được gửi đi. Chờ một phút rồi hãy gửi lại.")
    }
    preferences.code = ConfirmationCode(now: transaction.now)
    try MailStore(transaction).dropWaiting(to: actor.person)
    try MailStore(transaction).askConfirmation(preferences, domain: domain)
    try store.save(preferences)
    return preferences.address
  }
}

extension AuditEvent {
  static func mailAddressConfirmed(_ address: String) -> AuditEvent {
    AuditEvent(code: "person.mailAddressConfirmed", sentence: "xác nhận địa chỉ thư \(address)")
  }
}
