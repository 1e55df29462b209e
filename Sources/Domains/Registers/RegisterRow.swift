import Kernel

/// A line of a book as it is shown and printed: the cells of the decree's form (Annex IV), whatever the kind of the book.
package struct RegisterRow: Sendable, Equatable {
  /// What stands in one column.
  package enum Cell: Sendable, Equatable {
    case text(String)
    case day(Day?)
    case number(Int?)

    /// As it is printed; empty when there is nothing.
    package var text: String {
      switch self {
      case .text(let text): text
      case .day(let day): day?.text ?? ""
      case .number(let number): number.map(String.init) ?? ""
      }
    }
  }

  /// The day the line bears: of arrival, or of the document.
  package var day: Day
  package var number: Int
  /// The columns before the last one, which is the note.
  package var contents: [Cell]
  /// (10) Ghi chú.
  package var note: String
  /// Address of the document's page; empty when there is none.
  package var path: String
  package var cancellation: RegisterEntry.Cancellation?
  /// False where cancelling the number is refused whoever asks, since the document went out.
  package var isCancellable = true

  /// What column (10) says: the reason of cancelling stands before the note.
  package var shownNote: String {
    guard let cancellation else { return note }
    return ["Số đã hủy: \(cancellation.reason)", note].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  /// The ten cells as printed.
  package var cells: [String] { contents.map(\.text) + [shownNote] }

  private init(
    day: Day, number: Int, contents: [Cell], note: String, path: String, cancellation: RegisterEntry.Cancellation?
  ) {
    self.day = day
    self.number = number
    self.contents = contents
    self.note = note
    self.path = path
    self.cancellation = cancellation
  }

  /// A line that nobody tells about: its number and day only.
  init(bare entry: RegisterEntry, of kind: RegisterKind) {
    var contents = kind.columns.dropLast().map { _ in Cell.text("") }
    switch kind {
    case .incoming: (contents[0], contents[1]) = (.day(entry.day), .number(entry.number))
    case .outgoing, .copy: (contents[0], contents[1]) = (.text(Self.padded(entry.number)), .day(entry.day))
    }
    self.init(day: entry.day, number: entry.number, contents: contents, note: "", path: "", cancellation: nil)
  }

  /// A column of the printed book holds so many places.
  private static let placesMax = 12

  /// Places in one column of the book, the first of them by name.
  package static func told(_ places: [String]) -> String {
    places.count > placesMax
      ? places.prefix(placesMax).joined(separator: "; ") + " và \(places.count - placesMax) nơi khác"
      : places.joined(separator: "; ")
  }

  /// A number as documents bear it: below ten with a zero before it (Annex I).
  package static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension RegisterRow {
  /// A line of the register of incoming documents (Annex IV, 6.4).
  ///
  /// - Parameters:
  ///   - author: the issuing agency.
  ///   - receipt: name and time of the receiver's confirmation.
  package init(
    arrivalDay: Day, number: Int, author: String, codeText: String, issuedDay: Day?, typeAndSubject: String,
    receiver: String = "", forwardedDay: Day? = nil, receipt: String = "", note: String = "", path: String = "",
    cancellation: RegisterEntry.Cancellation? = nil
  ) {
    self.init(
      day: arrivalDay, number: number,
      contents: [
        .day(arrivalDay), .number(number), .text(author), .text(codeText), .day(issuedDay), .text(typeAndSubject),
        .text(receiver), .day(forwardedDay), .text(receipt),
      ], note: note, path: path, cancellation: cancellation)
  }

  /// A line of the register of outgoing documents (Annex IV, 6.1).
  ///
  /// - Parameters:
  ///   - fileCopyHolder: đơn vị, người nhận bản lưu.
  ///   - receipt: who took it over, or the proof of sending.
  package init(
    outgoing number: Int, codeText: String, issuedDay: Day, typeAndSubject: String, signer: String = "",
    recipients: String = "", fileCopyHolder: String = "", amount: Int? = nil, dispatchedDay: Day? = nil,
    receipt: String = "", note: String = "", path: String = "", cancellation: RegisterEntry.Cancellation? = nil
  ) {
    self.init(
      day: issuedDay, number: number,
      contents: [
        .text(codeText), .day(issuedDay), .text(typeAndSubject), .text(signer), .text(recipients),
        .text(fileCopyHolder), .number(amount), .day(dispatchedDay), .text(receipt),
      ], note: note, path: path, cancellation: cancellation)
  }

  /// A line of the register of copies: the columns of 6.1, with the form of copy and what was copied (COPY-08).
  ///
  /// - Parameter receipt: who took the copy over.
  package init(
    copy number: Int, codeText: String, day: Day, form: String, copied: String, signer: String = "",
    recipients: String = "", amount: Int? = nil, givenDay: Day? = nil, receipt: String = "", note: String = "",
    path: String = "", cancellation: RegisterEntry.Cancellation? = nil
  ) {
    self.init(
      day: day, number: number,
      contents: [
        .text(codeText), .day(day), .text(form), .text(copied), .text(signer), .text(recipients), .number(amount),
        .day(givenDay), .text(receipt),
      ], note: note, path: path, cancellation: cancellation)
  }
}
