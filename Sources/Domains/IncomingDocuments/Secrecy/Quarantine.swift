import Documents
import Kernel

/// A registered document that is withheld because a secrecy mark was found in it (niêm giữ, MAT-05). What was entered
/// of it lies here, out of every list, until it is given back or destroyed.
package struct Quarantine: Sendable, Equatable {
  /// Who said, for the agency, that the mark is one.
  package struct Confirmation: Sendable, Equatable {
    package var person: PersonID
    package var name: String
    package var at: Instant
  }

  package var document: IncomingDocument.ID
  package var agency: AgencyID
  package var foundAt: Instant
  /// «hệ thống, khi đọc tệp» or the person's name.
  package var foundBy: String
  /// Where the mark stands; nil when a person reported it.
  package var page: Int?
  var facts: IncomingFacts
  package var confirmation: Confirmation?

  /// What stands in the book and in every list meanwhile.
  static func veil(_ facts: IncomingFacts) -> IncomingFacts {
    blank(facts, subject: "(đang niêm giữ vì nghi có dấu chỉ độ mật)")
  }

  /// What stands in the book ever after.
  static func remains(_ facts: IncomingFacts) -> IncomingFacts {
    blank(facts, subject: "(đã xóa vì có dấu chỉ độ mật)")
  }

  private static func blank(_ facts: IncomingFacts, subject: String) -> IncomingFacts {
    var blank = IncomingFacts(arrivalDate: facts.arrivalDate)
    blank.channel = facts.channel
    blank.subject = subject
    return blank
  }
}

/// Who decides on a withheld document.
enum QuarantineAccess {
  /// Whoever handles the agency's papers may report a mark, and sees what is withheld.
  static func mayReport(_ agency: AgencyID, _ actor: Actor) -> Bool {
    mayDestroy(agency, actor) || mayDecide(agency, actor)
  }

  /// The agency's head of office or a leader answers for the protection of secrets.
  static func mayDecide(_ agency: AgencyID, _ actor: Actor) -> Bool {
    actor.agency == agency && (actor.isLeader || actor.isHeadOfOffice)
  }

  /// The clerk, who has to be another person than the one who confirmed.
  static func mayDestroy(_ agency: AgencyID, _ actor: Actor) -> Bool { actor.agency == agency && actor.isRegistryClerk }

  static let notReporter = Refusal(.forbidden, "Chỉ văn thư, chánh văn phòng và lãnh đạo của cơ quan báo được dấu mật.")
  static let notDecider = Refusal(
    .forbidden, "Chỉ chánh văn phòng hoặc lãnh đạo của cơ quan quyết định việc niêm giữ.")
  static let notDestroyer = Refusal(.forbidden, "Chỉ văn thư cơ quan xóa được văn bản đang niêm giữ.")
  static let gone = Refusal(.conflict, "Văn bản này không còn bị niêm giữ. Hãy mở lại trang.")
}
