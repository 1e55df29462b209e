import Database
import Kernel
import Registers

/// The book a document stands in, for who may see the document.
enum IncomingBooks {
  static func book(of document: IncomingDocument, in transaction: any Transaction) throws -> RegisterBook {
    guard let book = try RegisterStore(transaction).findForJob(document.book) else {
      throw Refusal(.notFound, "Không tìm thấy sổ của văn bản.")
    }
    return book
  }
}
