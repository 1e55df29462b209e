import Kernel

/// Who may do what in the handling of an incoming document. Who holds which work is the work table's.
package enum HandlingAccess {
  static let textLengthMax = 4000
  static let reasonLengthMax = 500

  static func mayPresent(_ document: IncomingDocument, _ actor: Actor) -> Bool {
    actor.agency == document.agency && (actor.isRegistryClerk || actor.isHeadOfOffice)
  }

  /// A leader directs what was presented and what was not: from anywhere.
  static func mayDirect(_ document: IncomingDocument, _ actor: Actor) -> Bool {
    actor.agency == document.agency && actor.isLeader
  }

  static func mayKeyDirective(_ document: IncomingDocument, _ actor: Actor) -> Bool {
    actor.agency == document.agency && actor.isRegistryClerk
  }

  static let notPresenter = Refusal(.forbidden, "Chỉ văn thư hoặc chánh văn phòng trình văn bản đến.")
  static let notLeader = Refusal(.forbidden, "Chỉ lãnh đạo cơ quan bút phê văn bản đến.")
  static let notClerk = Refusal(.forbidden, "Chỉ văn thư nhập bút phê trên giấy thay lãnh đạo.")
}
