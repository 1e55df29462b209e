import Kernel

/// A book of one agency, year and kind, with one gap-free series of numbers (DEN-08, PL6-15).
package struct RegisterBook: Sendable, Equatable {
  package typealias ID = Identifier<RegisterBook>

  package var id: ID
  package var agency: AgencyID
  package var year: Int
  package var kind: RegisterKind
  /// «Sổ đăng ký văn bản đến», or the name of a further book that the agency keeps.
  package var name: String
  /// Numbers 1 to this were given in a paper book before this one took over; 0 when there was none.
  package var paperThrough: Int
  /// Why it opens at that number.
  package var openingReason: String?
  package var openedAt: Instant
  /// The greatest number given, on paper or here.
  package var lastNumber: Int
  package var closedAt: Instant?
  /// Name of who closed it.
  package var closedBy: String?
  package var version: Int

  package var isOpen: Bool { closedAt == nil }

  /// No number was given here yet.
  package var isEmpty: Bool { lastNumber == paperThrough }

  package var nextNumber: Int { lastNumber + 1 }

  /// The first number given here.
  package var firstNumber: Int { paperThrough + 1 }

  /// The agency's main book of its kind, as against a further one.
  package var isMain: Bool { name == kind.bookName }

  package var title: String { "\(name) năm \(year)" }

  /// The year is over, so no paper of it can still arrive (24:00 on 31/12 in Vietnamese time).
  package func isYearOver(at now: Instant) -> Bool { now.day.year > year }

  package static let nameLengthMax = 100
}

extension RecordReference {
  /// A register book.
  package static func register(_ id: RegisterBook.ID) -> RecordReference {
    RecordReference(code: "register", number: id.number)
  }
}
