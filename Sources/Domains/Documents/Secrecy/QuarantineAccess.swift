import Kernel

/// Who said, for the agency, that the mark found in a withheld document is one: the first of the two names (MAT-05).
package struct QuarantineConfirmation: Sendable, Equatable {
  package var person: PersonID
  package var name: String
  package var at: Instant

  static let nobody = [Refusal.Reason("Chánh văn phòng hoặc lãnh đạo chưa xác nhận là dấu mật.")]

  /// Why this person cannot destroy what was confirmed, or not confirmed, so. Nobody decides alone.
  static func obstacles(_ confirmation: QuarantineConfirmation?, for actor: Actor) -> [Refusal.Reason] {
    guard let confirmation else { return nobody }
    return confirmation.person == actor.person
      ? [.init("Anh/chị là người đã xác nhận; người xóa phải là một người khác.")] : []
  }

  /// The refusal of whoever confirms what stands confirmed.
  var alreadySaid: Refusal { Refusal(.conflict, "\(name) đã xác nhận lúc \(at.text); chờ văn thư xóa.") }

  /// What is wrong with the reason why a mark is none.
  static func reasonObstacles(_ reason: String) -> [Refusal.Reason] {
    if reason.isEmpty { return [.init("Bỏ niêm giữ cần ghi lý do; lý do ở lại trong diễn biến.", field: "ly-do")] }
    return reason.count > 500 ? [.init("Lý do dài quá 500 ký tự.", field: "ly-do")] : []
  }
}

/// Who decides on a withheld document.
package enum QuarantineAccess {
  /// Whoever handles the agency's papers may report a mark, and sees what is withheld.
  package static func mayReport(_ agency: AgencyID, _ actor: Actor) -> Bool {
    mayDestroy(agency, actor) || mayDecide(agency, actor)
  }

  /// The agency's head of office or a leader answers for the protection of secrets.
  package static func mayDecide(_ agency: AgencyID, _ actor: Actor) -> Bool {
    actor.agency == agency && (actor.isLeader || actor.isHeadOfOffice)
  }

  /// The clerk, who has to be another person than the one who confirmed.
  package static func mayDestroy(_ agency: AgencyID, _ actor: Actor) -> Bool {
    actor.agency == agency && actor.isRegistryClerk
  }

  package static let notReporter = Refusal(
    .forbidden, "Chỉ văn thư, chánh văn phòng và lãnh đạo của cơ quan báo được dấu mật.")
  package static let notDecider = Refusal(
    .forbidden, "Chỉ chánh văn phòng hoặc lãnh đạo của cơ quan quyết định việc niêm giữ.")
  package static let notDestroyer = Refusal(.forbidden, "Chỉ văn thư cơ quan xóa được văn bản đang niêm giữ.")
  package static let gone = Refusal(.conflict, "Văn bản này không còn bị niêm giữ. Hãy mở lại trang.")
}
