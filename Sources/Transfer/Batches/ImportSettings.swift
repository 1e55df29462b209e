/// How a source is brought in.
package struct ImportSettings: Sendable, Equatable, Codable {
  /// Where số đến comes from.
  package enum Numbering: String, Sendable, CaseIterable, Codable {
    /// The row has its own; a row without one is refused.
    case own
    /// The source has none: numbers are taken in the order of arrival.
    case arrival

    package var label: String {
      switch self {
      case .own: "Giữ số đến ghi trong tệp"
      case .arrival: "Tệp không có số đến: cấp số theo thứ tự ngày đến"
      }
    }
  }

  var mapping = ColumnMapping()
  /// Of old books.
  package var numbering = Numbering.own
  /// Of lists of the body: what is there already stays as it is, whatever the list says. Nil means no.
  package var keepsKnown: Bool?
  /// Why likely duplicates are entered too; nil leaves them out.
  package var duplicateReason: String?
  /// Heads of the source's columns, as the trial run found them.
  var columns: [String]?
  /// Rows that are wrong are left out; without it nothing is entered while one is wrong.
  package var skipsProblems = false

  package init() {}
}
