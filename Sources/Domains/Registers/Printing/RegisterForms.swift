import Database
import Kernel
import Organization

/// Fills the printed forms from the database.
struct RegisterForms {
  private let contents: any RegisterContents
  private let transaction: any Transaction

  private static let batchRows = 500

  init(contents: any RegisterContents, _ transaction: any Transaction) {
    self.contents = contents
    self.transaction = transaction
  }

  /// A volume as it was asked for. For the print job: who asked had the right to the book.
  func bookForJob(_ print: RegisterPrint) throws -> RegisterBookForm {
    guard let book = try RegisterStore(transaction).findForJob(print.book) else { throw RegistersAccess.notFound }
    let rows = try rows(of: book, numbers: print.numbers, month: nil)
    return try form(
      book, rows, volume: print.volume, days: print.days, printedOn: print.askedAt.day, provenance: print.provenance)
  }

  /// One month of a book, or all of it, whose right the caller has checked.
  func book(_ book: RegisterBook, month: String?, volume: Int, provenance: String) throws -> RegisterBookForm {
    let rows = try rows(of: book, numbers: 1...max(1, book.lastNumber), month: month)
    let days = rows.map(\.day)
    let range = days.min().flatMap { first in days.max().map { first...$0 } }
    return try form(
      book, rows, volume: volume, days: range, printedOn: transaction.now.day, provenance: provenance)
  }

  /// The minute of a check.
  func minute(_ check: RegisterCheck, by actor: Actor, systemName: String) throws -> RegisterCheckForm {
    let organization = OrganizationStore(transaction)
    let book = check.book
    return RegisterCheckForm(
      check: check, parentAgencyName: try superior(of: book), agencyName: try organization.agencyName(book.agency),
      placeName: try organization.agency(book.agency).placeName,
      checkedBy: "\(actor.titleOnRecord)",
      provenance: Provenance.text(by: actor, at: check.checkedAt, systemName: systemName))
  }

  private func rows(of book: RegisterBook, numbers: ClosedRange<Int>, month: String?) throws -> [RegisterRow] {
    let store = NumberStore(transaction)
    var rows: [RegisterRow] = []
    var last = numbers.lowerBound - 1
    while true {
      let entries = try store.entries(
        of: book.id, month: month, after: last, through: numbers.upperBound, limit: Self.batchRows)
      guard let end = entries.last else { return rows }
      rows += try contents.lines(of: entries, in: book, transaction)
      last = end.number
    }
  }

  private func form(
    _ book: RegisterBook, _ rows: [RegisterRow], volume: Int, days: ClosedRange<Day>?, printedOn: Day,
    provenance: String
  ) throws -> RegisterBookForm {
    let organization = OrganizationStore(transaction)
    // A book of past days bears the names of those days.
    let day = days?.upperBound
    return RegisterBookForm(
      book.kind,
      parentAgencyName: try superior(of: book, on: day),
      agencyName: try organization.agencyName(book.agency, on: day),
      bookName: book.name, year: book.year, volume: volume, firstDay: days?.lowerBound, lastDay: days?.upperBound,
      rows: rows, placeName: try organization.agency(book.agency).placeName,
      printedOn: printedOn, provenance: provenance)
  }

  private func superior(of book: RegisterBook, on day: Day? = nil) throws -> String? {
    let name = try OrganizationStore(transaction).superiorName(of: book.agency, on: day)
    return name.isEmpty ? nil : name
  }
}
