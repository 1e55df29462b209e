import Kernel

/// A number given in a book, and to what. The line stays for ever; cancelled it is grey and says why.
package struct RegisterEntry: Sendable, Equatable {
  package struct Cancellation: Sendable, Equatable {
    package var at: Instant
    package var by: String
    package var reason: String

    package init(at: Instant, by: String, reason: String) {
      self.at = at
      self.by = by
      self.reason = reason
    }
  }

  package var book: RegisterBook.ID
  package var number: Int
  package var record: RecordReference
  /// The day the line bears in the book: the day of arrival, or of the document.
  package var day: Day
  package var takenAt: Instant
  package var cancellation: Cancellation?
}

/// A number just taken.
package struct TakenNumber: Sendable, Equatable {
  package var book: RegisterBook.ID
  package var bookTitle: String
  package var year: Int
  package var number: Int

  package init(book: RegisterBook.ID, bookTitle: String, year: Int, number: Int) {
    self.book = book
    self.bookTitle = bookTitle
    self.year = year
    self.number = number
  }
}
