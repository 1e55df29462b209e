import Kernel

/// Who lays down an agency's templates.
package enum TemplateAccess {
  /// The form of documents is the office's matter (ST-08); the administrator helps.
  package static func mayReplace(_ actor: Actor) -> Bool { actor.isHeadOfOffice || actor.isAdministrator }

  static let notAllowed = Refusal(
    .forbidden, "Chỉ chánh văn phòng và quản trị được đặt mẫu văn bản của cơ quan. Hãy nhờ chánh văn phòng.")

  static func refuseStale(_ formVersion: Int, _ history: [AgencyTemplate]) throws {
    guard history.version != formVersion else { return }
    let who = history.first.map { "\($0.addedBy) đổi lúc \(($0.endedAt ?? $0.addedAt).text)" } ?? "người khác đổi"
    throw Refusal(
      .conflict, "Mẫu này đã được \(who), sau khi anh/chị mở trang. Chưa có gì bị ghi đè; hãy xem mẫu mới rồi đổi lại.")
  }
}

extension [AgencyTemplate] {
  /// Grows with every change: one more is added, or the newest ends.
  var version: Int { count * 2 + (first?.endedAt == nil ? 0 : 1) }
}
