import Kernel

/// The arrival stamp (dấu «ĐẾN»): 35 mm high, 50 mm wide, with the words of Decree 30/2020, Annex IV. Laid over
/// a print (`StampedPrint`); a received file is never altered, and the screen draws its own.
package struct PrintedStamp: Sendable, Equatable {
  package static let width = 50.0
  package static let height = 35.0

  package var agencyName: String
  package var number: Int
  package var day: Day
  /// Chuyển: to whom it went; empty leaves a dotted line.
  package var forwardedTo: String
  /// Số và ký hiệu hồ sơ; empty leaves a dotted line.
  package var dossierNotation: String

  package init(
    agencyName: String, number: Int, day: Day, forwardedTo: String = "", dossierNotation: String = ""
  ) {
    self.agencyName = agencyName
    self.number = number
    self.day = day
    self.forwardedTo = forwardedTo
    self.dossierNotation = dossierNotation
  }

  static func dots(after label: String) -> String { String(repeating: ".", count: max(4, 52 - label.count * 2)) }
}

/// Words broken into lines that fit a width in millimetres, in smaller letters when there are too many.
struct StampLines: Equatable {
  var lines: [String]
  var size: Double

  init(_ text: String, width: Double, size: Double, linesMax: Int) {
    var size = size
    var lines = Self.broken(text, letters: Int(width / (size * 0.6)))
    while lines.count > linesMax, size > 2 {
      size -= 0.2
      lines = Self.broken(text, letters: Int(width / (size * 0.6)))
    }
    if lines.count > linesMax {
      lines = Array(lines.prefix(linesMax))
      lines[linesMax - 1] += "…"
    }
    self.lines = lines
    self.size = (size * 10).rounded() / 10
  }

  private static func broken(_ text: String, letters: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + 1 + word.count <= letters {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { $0.count > letters ? String($0.prefix(max(1, letters - 1))) + "…" : $0 }
  }
}
