import Kernel

/// A number kept free for a document that is not there yet (giữ số): with its owner, why, and until when. It stands in
/// the book from the moment it is taken and bears the date of that day.
package struct NumberReservation: Sendable, Equatable {
  package typealias ID = Identifier<NumberReservation>

  package enum State: String, Sendable, CaseIterable {
    case open
    /// A document bears the number now.
    case used
    /// The number was cancelled with a reason; its line stays in the book.
    case released
  }

  package var id: ID
  package var agency: AgencyID
  package var book: RegisterBook.ID
  package var number: Int
  /// The date that the document will bear.
  package var day: Day
  /// Ký hiệu: «QĐ-TCĐC».
  package var notation: String
  /// Key of the document type it is kept for.
  package var typeKey: String
  /// Who asked for it: a person or a unit.
  package var owner: String
  package var reason: String
  /// The last day on which it may be used.
  package var expiresOn: Day
  package var madeAt: Instant
  package var madeBy: String
  /// The post of who answers for it: whoever made it, or took it over when they left (HS-11). Nil for what was made
  /// before this was kept.
  package var keeper: PostID?
  package var state: State
  package var endedAt: Instant?
  package var endedBy: String?

  /// «05/QĐ-TCĐC».
  package var codeText: String { "\(RegisterRow.padded(number))/\(notation)" }

  /// A number is kept for so many days at most.
  package static let daysMax = 60
}

extension RecordReference {
  package static let numberReservationCode = "numberReservation"

  /// A reserved number.
  package static func numberReservation(_ id: NumberReservation.ID) -> RecordReference {
    RecordReference(code: numberReservationCode, number: id.number)
  }
}
