import Kernel

/// Reads comma-separated values (RFC 4180): quoted fields may hold commas, line breaks and doubled quotes. A byte order
/// mark is skipped; lines end with LF, CRLF or CR; empty lines are left out.
package enum CommaSeparatedText {
  /// Refuses text whose last quote is never closed.
  package static func rows(_ text: String) throws(Refusal) -> [[String]] {
    var reader = Reader()
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" { reader.take(scalar) }
    return try reader.finish()
  }

  private struct Reader {
    private enum State { case plain, quoted, quoteInQuoted }
    private var state = State.plain
    private var field = String.UnicodeScalarView()
    private var row: [String] = []
    private var rows: [[String]] = []
    private var isRowStarted = false

    mutating func take(_ scalar: Unicode.Scalar) {
      switch (state, scalar) {
      case (.quoted, "\""): state = .quoteInQuoted
      case (.quoted, _): field.append(scalar)
      case (.quoteInQuoted, "\""):
        field.append(scalar)
        state = .quoted
      case (.plain, "\"") where field.isEmpty:
        state = .quoted
        isRowStarted = true
      default:
        state = .plain
        takePlain(scalar)
      }
    }

    private mutating func takePlain(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ",":
        endField()
        isRowStarted = true
      case "\n", "\r": endRow()
      default:
        field.append(scalar)
        isRowStarted = true
      }
    }

    private mutating func endField() {
      row.append(String(field))
      field = String.UnicodeScalarView()
    }

    private mutating func endRow() {
      guard isRowStarted else { return }
      endField()
      rows.append(row)
      row = []
      isRowStarted = false
    }

    mutating func finish() throws(Refusal) -> [[String]] {
      guard state != .quoted else {
        throw Refusal(.invalid, "Tệp CSV có dấu nháy kép mở ở dòng dữ liệu \(rows.count + 1) mà không đóng.")
      }
      endRow()
      return rows
    }
  }
}
