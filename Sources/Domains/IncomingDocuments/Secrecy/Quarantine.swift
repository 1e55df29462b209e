import Documents
import Kernel

/// A registered document that is withheld because a secrecy mark was found in it (niêm giữ, MAT-05). What was entered
/// of it lies here, out of every list, until it is given back or destroyed.
package struct Quarantine: Sendable, Equatable {
  package var document: IncomingDocument.ID
  package var agency: AgencyID
  package var foundAt: Instant
  /// «hệ thống, khi đọc tệp» or the person's name.
  package var foundBy: String
  /// Where the mark stands; nil when a person reported it.
  package var page: Int?
  var facts: IncomingFacts
  package var confirmation: QuarantineConfirmation?

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
