import Database
import Kernel

/// Keys of documents that arrived before this system knew them.
extension IncomingDocumentStore {
  /// From here on keys have room for every second of a day.
  private static let firstKeyedDay = Day(number: 10_957)  // 01/01/2000
  private static let firstDay = Day(number: -25_567)  // 01/01/1900

  /// The first free key of a day that is over: before those of papers registered on that day, since keys of the small
  /// hours are taken. Days before 2000 share the first hours of that year, in their order; a day with more documents than
  /// it has keys goes on in the next one's.
  func keyOfOldDocument(on day: Day) throws -> IncomingDocument.ID {
    var window = Self.window(of: day)
    while true {
      let row = try transaction.rows(
        "SELECT MAX(id) AS taken FROM incoming_documents WHERE id >= \(window.lowerBound) AND id < \(window.upperBound)"
      )[0]
      guard let taken: Int64 = try row.find("taken") else { return IncomingDocument.ID(window.lowerBound) }
      if taken + 1 < window.upperBound { return IncomingDocument.ID(taken + 1) }
      window = window.upperBound..<(window.upperBound + Int64(window.count))
    }
  }

  private static func window(of day: Day) -> Range<Int64> {
    guard day >= firstKeyedDay else {
      let first = Int64(max(day, firstDay).number - firstDay.number + 1) * 1024
      return first..<(first + 1024)
    }
    // Midnight in Vietnam on the first day lies before the epoch of keys, and belongs to the days before 2000 besides.
    if day == firstKeyedDay {
      let morning = IdentifierSource.floor(at: Instant(day, hour: 18))
      return morning..<(morning + 1024 * 3600)
    }
    return IdentifierSource.floor(at: Instant(day))..<IdentifierSource.floor(at: Instant(day, hour: 7))
  }
}
