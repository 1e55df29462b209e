import Database
import Kernel
import Registers

/// The book a document stands in, for who may see the document.
enum IncomingBooks {
  static func book(of document: IncomingDocument, in transaction: any Transaction) throws -> RegisterBook {
    try bookLater(of: document, in: transaction).get()
  }

  /// The same, not waited for.
  static func bookLater(of document: IncomingDocument, in transaction: any Transaction) throws -> Later<RegisterBook> {
    try RegisterStore(transaction).findLaterForJob(document.book).map { book in
      guard let book else { throw Refusal(.notFound, "Không tìm thấy sổ của văn bản.") }
      return book
    }
  }
}
