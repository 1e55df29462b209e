import Audit
import Database
import Kernel
import Organization

/// Chooses how one is told by e-mail: the address, and for each kind at once, with the day's others, or not.
package struct SavePreferences: Sendable {
  package var address: String
  package var mails: [NotificationEvent: NotificationEvent.Mail]
  package var formVersion: Int
  /// Names this machine in the letter that asks for confirmation; nil when this installation sends none.
  package var domain: String?

  package init(
    address: String, mails: [NotificationEvent: NotificationEvent.Mail], formVersion: Int, domain: String? = nil
  ) {
    self.domain = domain
    self.address = address
    self.mails = mails
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let store = PreferenceStore(transaction)
    let before = try store.preferences(of: actor.person, forUpdate: true)
    guard before.version == formVersion else {
      throw Refusal(.conflict, "Cách nhận thông báo vừa được lưu ở một cửa sổ khác. Hãy tải lại trang rồi chọn lại.")
    }
    if !address.isEmpty, !MailAddress.isUsable(address) {
      throw Refusal(
        .invalid, "«\(address)» không phải địa chỉ thư. Ví dụ: hoant@tongcuc.gov.vn.", field: PreferenceField.address)
    }
    var after = before
    after.address = address
    after.chosen = mails.filter { $0.key.mail != $0.value }
    guard after != before else { return }
    if after.address != before.address {
      try MailStore(transaction).dropWaiting(to: actor.person)
      (after.confirmedAt, after.code) = (nil, address.isEmpty ? nil : ConfirmationCode(now: transaction.now))
      if !address.isEmpty { try MailStore(transaction).askConfirmation(after, domain: domain) }
    }
    try store.save(after)
    try Audit.record(
      .mailPreferencesSaved, on: .person(actor.person), by: actor,
      changes: changes(from: before, to: after), in: transaction)
  }

  private func changes(from before: MailPreferences, to after: MailPreferences) -> [AuditChange] {
    let kinds = NotificationEvent.all.compactMap { event in
      AuditChange.between(
        event.title, (before.chosen[event] ?? event.mail).label, (after.chosen[event] ?? event.mail).label)
    }
    return [AuditChange.between("Địa chỉ thư", before.address, after.address)].compactMap(\.self) + kinds
  }
}

/// Names of the form's fields.
enum PreferenceField {
  static let address = "dia-chi"
  static func mail(_ event: NotificationEvent) -> String { "thu-\(event.code)" }
}

extension AuditEvent {
  static let mailPreferencesSaved = AuditEvent(
    code: "person.mailPreferencesSaved", sentence: "chọn cách nhận thông báo qua thư điện tử")
}
