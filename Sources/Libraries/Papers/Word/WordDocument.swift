import Foundation

/// A Word document as plain values: what stands in it, how it looks, and what it carries besides text.
package struct WordDocument: Sendable, Equatable {
  /// What a reader of the text does not see.
  package enum Carried: String, Sendable, CaseIterable {
    case macros, embeddedObjects, outsideContent, trackedChanges, comments

    /// In Vietnamese, inside a sentence.
    package var label: String {
      switch self {
      case .macros: "macro"
      case .embeddedObjects: "đối tượng nhúng"
      case .outsideContent: "nội dung lấy từ nơi khác khi mở"
      case .trackedChanges: "sửa đổi còn theo dõi"
      case .comments: "nhận xét bên lề"
      }
    }
  }

  package var sections: [WordSection]
  package var blocks: [WordBlock]
  package var carried: Set<Carried>

  package init(sections: [WordSection], blocks: [WordBlock], carried: Set<Carried>) {
    self.sections = sections
    self.blocks = blocks
    self.carried = carried
  }
}

/// Pages of one layout. Lengths in millimetres.
package struct WordSection: Sendable, Equatable {
  package struct Margins: Sendable, Equatable {
    package var top, bottom, left, right: Double
  }

  /// The head or foot of pages: which pages, and what stands there.
  package struct Edge: Sendable, Equatable {
    package enum Pages: String, Sendable { case first, even, others = "default" }

    package var isHeader: Bool
    package var pages: Pages
    package var paragraphs: [WordParagraph]

    package var showsPageNumber: Bool { paragraphs.contains(where: \.showsPageNumber) }
  }

  package var pageWidth: Double
  package var pageHeight: Double
  package var margins: Margins
  /// The first page has a head and foot of its own.
  package var firstPageDiffers: Bool
  package var edges: [Edge]
  /// Where its blocks end in the document.
  package var blockEnd: Int

  package var isLandscape: Bool { pageWidth > pageHeight }
}

/// One thing under the one before.
package indirect enum WordBlock: Sendable, Equatable {
  case paragraph(WordParagraph)
  case table(WordTable)
}

/// A table: rows of cells, each with blocks of its own.
package struct WordTable: Sendable, Equatable {
  package var rows: [[[WordBlock]]]
  /// How many rows at its top are repeated on every page.
  package var headerRows: Int
  package var hasBorders: Bool
}

/// A paragraph as it is shown: its look is what styles and direct formatting together make.
package struct WordParagraph: Sendable, Equatable {
  package enum Alignment: String, Sendable { case start, center, end, justify }
  package enum LineSpacing: Sendable, Equatable {
    /// Of the font's own line height.
    case times(Double)
    /// Points.
    case points(Double)
  }

  package var runs: [WordRun]
  package var alignment: Alignment = .start
  /// Points.
  package var spaceBefore: Double = 0
  package var spaceAfter: Double = 0
  package var lineSpacing: LineSpacing = .times(1)
  /// Millimetres; a first line that hangs out is negative.
  package var leftIndent: Double = 0
  package var firstLineIndent: Double = 0
  /// A line under or over it.
  package var hasRule = false
  package var startsPage = false

  package init(runs: [WordRun]) { self.runs = runs }

  /// NFC is not forced here: the form check tells what is not composed.
  package var writtenText: String { runs.reduce(into: "") { $0 += $1.text } }
  /// Its text in NFC; line breaks and tabs as they are.
  package var text: String { writtenText.precomposedStringWithCanonicalMapping }
  package var showsPageNumber: Bool { runs.contains { $0.kind == .pageNumber } }
}

/// A piece of text in one look.
package struct WordRun: Sendable, Equatable {
  package enum Kind: Sendable { case text, pageNumber, numbering }

  package var text: String
  package var kind: Kind = .text
  package var font: String
  /// Points.
  package var size: Double
  package var isBold = false
  package var isItalic = false
  package var isUnderlined = false
  /// Six hexadecimal digits, `auto` for the reader's own black.
  package var color = "auto"

  package init(
    text: String, kind: Kind = .text, font: String, size: Double, isBold: Bool = false, isItalic: Bool = false,
    isUnderlined: Bool = false, color: String = "auto"
  ) {
    self.text = text
    self.kind = kind
    self.font = font
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.isUnderlined = isUnderlined
    self.color = color
  }
}
