import Documents
import Kernel

/// A numbered document that is withheld because a secrecy mark was found in a file of it (niêm giữ, MAT-05). What was
/// entered of it lies here, out of every list, until it is given back or destroyed.
struct OutgoingQuarantine: Sendable, Equatable {
  var document: OutgoingDocument.ID
  var agency: AgencyID
  var foundAt: Instant
  /// «hệ thống, khi đọc tệp» or the person's name.
  var foundBy: String
  /// Where the mark stands; nil when a person reported it.
  var page: Int?
  var facts: OutgoingFacts
  var confirmation: QuarantineConfirmation?

  /// What stands in the book and in every list meanwhile.
  static func veil(_ facts: OutgoingFacts) -> OutgoingFacts {
    blank(facts, subject: "(đang niêm giữ vì nghi có dấu chỉ độ mật)")
  }

  /// What stands in the book ever after.
  static func remains(_ facts: OutgoingFacts) -> OutgoingFacts {
    blank(facts, subject: "(đã xóa vì có dấu chỉ độ mật)")
  }

  /// Its number, symbol, type and day stay: the line of the book.
  private static func blank(_ facts: OutgoingFacts, subject: String) -> OutgoingFacts {
    var blank = OutgoingFacts(issuedDate: facts.issuedDate, signedAt: facts.signedAt)
    (blank.typeKey, blank.bodyName, blank.notation) = (facts.typeKey, facts.bodyName, facts.notation)
    (blank.isPaper, blank.capacity, blank.subject) = (facts.isPaper, facts.capacity, subject)
    return blank
  }
}
