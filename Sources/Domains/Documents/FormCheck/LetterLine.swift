import Kernel
import Papers
import VietnameseText

/// One line of a document that has text, with its look and its place.
struct LetterLine: Equatable {
  /// NFC, single blanks.
  var text: String
  var folded: String
  var paragraph: WordParagraph
  /// Number of the block it stands in, and row and column where that is a table or columns made by tabs.
  var block: Int
  var row = 0
  var column: Int?

  var isCentred: Bool { paragraph.alignment == .center }
  var textRuns: [WordRun] { paragraph.runs.filter { $0.text.contains { !$0.isWhitespace } } }
  var isBold: Bool { textRuns.allSatisfy(\.isBold) }
  var isItalic: Bool { textRuns.allSatisfy(\.isItalic) }
  /// The size of most of its letters, in points.
  var size: Double {
    var counts: [Double: Int] = [:]
    for run in textRuns { counts[run.size, default: 0] += run.text.count }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  var isUpper: Bool { text.contains(where: \.isLetter) && text == text.uppercased() }

  /// For a finding: short enough to be read in a list.
  var excerpt: String { text.count <= 90 ? text : text.prefix(87) + "…" }

  func isSameCell(as other: LetterLine) -> Bool {
    block == other.block && row == other.row && column == other.column && column != nil
  }

  /// The lines of a document in reading order. Lines that only draw a rule are left out.
  static func lines(of document: WordDocument) -> [LetterLine] {
    var lines: [LetterLine] = []
    for (number, block) in document.blocks.enumerated() {
      switch block {
      case .paragraph(let paragraph): append(paragraph, block: number, to: &lines)
      case .table(let table):
        for (row, cells) in table.rows.enumerated() {
          for (column, cell) in cells.enumerated() {
            for paragraph in cell.flatMap(\.paragraphs) {
              append(paragraph, block: number, row: row, column: column, to: &lines)
            }
          }
        }
      }
    }
    return lines
  }

  private static func append(
    _ paragraph: WordParagraph, block: Int, row: Int = 0, column: Int? = nil, to lines: inout [LetterLine]
  ) {
    for line in paragraph.split(at: "\n") {
      // Two boxes side by side, parted by tabs in one line.
      let parts = column == nil ? line.split(at: "\t").filter { !$0.text.normalizedLine.isEmpty } : [line]
      for (place, part) in (parts.isEmpty ? [line] : parts).enumerated() {
        let text = part.text.normalizedLine
        guard text.contains(where: { $0.isLetter || $0.isNumber || $0 == "…" || $0 == "." }),
          !text.allSatisfy({ "_-–—*=.".contains($0) })
        else { continue }
        lines.append(
          LetterLine(
            text: text, folded: Folding.folded(text), paragraph: part, block: block, row: row,
            column: column ?? (parts.count > 1 ? place : nil)))
      }
    }
  }
}

extension WordParagraph {
  /// The paragraph cut at every occurrence of a sign, each piece in the same look.
  fileprivate func split(at sign: Character) -> [WordParagraph] {
    guard runs.contains(where: { $0.text.contains(sign) }) else { return [self] }
    var pieces: [[WordRun]] = [[]]
    for run in runs {
      for (index, text) in run.text.split(separator: sign, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { pieces.append([]) }
        guard !text.isEmpty || run.kind == .pageNumber else { continue }
        var piece = run
        piece.text = String(text)
        pieces[pieces.count - 1].append(piece)
      }
    }
    return pieces.map { runs in
      var piece = self
      piece.runs = runs
      return piece
    }
  }
}
