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
  /// The day the line bears in the book: the day of arrival.
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
}

/// A line of the book as it is shown and printed: the ten columns of the decree's form (Annex IV, 6.4).
package struct RegisterRow: Sendable, Equatable {
  /// (1) Ngày đến.
  package var arrivalDay: Day
  /// (2) Số đến.
  package var number: Int
  /// (3) Tác giả: the issuing agency.
  package var author: String
  /// (4) Số, ký hiệu văn bản.
  package var codeText: String
  /// (5) Ngày tháng văn bản.
  package var issuedDay: Day?
  /// (6) Tên loại và trích yếu nội dung văn bản.
  package var typeAndSubject: String
  /// (7) Đơn vị hoặc người nhận.
  package var receiver: String
  /// (8) Ngày chuyển.
  package var forwardedDay: Day?
  /// (9) Ký nhận: name and time of the receiver's confirmation.
  package var receipt: String
  /// (10) Ghi chú.
  package var note: String
  /// Address of the document's page.
  package var path: String
  package var cancellation: RegisterEntry.Cancellation?

  package init(
    arrivalDay: Day, number: Int, author: String, codeText: String, issuedDay: Day?, typeAndSubject: String,
    receiver: String = "", forwardedDay: Day? = nil, receipt: String = "", note: String = "", path: String = "",
    cancellation: RegisterEntry.Cancellation? = nil
  ) {
    self.arrivalDay = arrivalDay
    self.number = number
    self.author = author
    self.codeText = codeText
    self.issuedDay = issuedDay
    self.typeAndSubject = typeAndSubject
    self.receiver = receiver
    self.forwardedDay = forwardedDay
    self.receipt = receipt
    self.note = note
    self.path = path
    self.cancellation = cancellation
  }

  /// What column (10) says: the reason of cancelling stands before the note.
  package var shownNote: String {
    guard let cancellation else { return note }
    return ["Số đã hủy: \(cancellation.reason)", note].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// The ten cells as printed.
  package var cells: [String] {
    [
      arrivalDay.text, String(number), author, codeText, issuedDay?.text ?? "", typeAndSubject, receiver,
      forwardedDay?.text ?? "", receipt, shownNote,
    ]
  }

  /// Heads of the ten columns, exactly as the decree prints them.
  package static let columnTitles = [
    "Ngày đến", "Số đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản", "Đơn vị hoặc người nhận", "Ngày chuyển", "Ký nhận", "Ghi chú",
  ]
}
