import Kernel
import Registers

/// A series of numbers of its own beside the agency's main one (dãy số riêng): for some types of documents, or for a
/// body that issues under its own name (DI-02, DI-03). Each series is a book of its own.
package struct OutgoingSeries: Sendable, Equatable {
  package typealias ID = Identifier<OutgoingSeries>

  package var id: ID
  package var agency: AgencyID
  /// Name of its book.
  package var name: String
  /// Hội đồng, Ban, Tổ; empty for a series of types.
  package var bodyName: String
  package var bodyAbbreviation: String
  /// Keys of its types; empty for a series of a body.
  package var typeKeys: [String]
  /// By which decision of the head.
  package var basis: String
  package var fromYear: Int
  /// The last year; nil while it goes on.
  package var untilYear: Int?
  package var laidAt: Instant
  package var laidBy: String
  package var version: Int

  package func isUsed(in year: Int) -> Bool { fromYear <= year && untilYear.map { year <= $0 } ?? true }

  static let nameLengthMax = 80
}

extension [OutgoingSeries] {
  /// The name of the book that a document takes its number from; empty for the main one.
  package func bookName(ofType typeKey: String, body: String, year: Int) -> String {
    let used = filter { $0.isUsed(in: year) }
    let found =
      body.isEmpty
      ? used.first { $0.typeKeys.contains(typeKey) } : used.first { $0.bodyName == body }
    return found?.name ?? ""
  }
}
