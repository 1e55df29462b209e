/// A form to be printed: what stands on its pages, without knowing how it becomes a file. Written once as a flat ODT
/// text, from which LibreOffice makes the .pdf, .docx and .doc that the decree asks for (PL6-68).
package struct PrintedForm: Sendable, Equatable {
  /// Title of the document in its properties.
  package var title: String
  /// Who printed it, when, from which system: at the foot of every page (PL6-6a).
  package var provenance: String
  package var sections: [FormSection]

  package init(title: String, provenance: String, sections: [FormSection]) {
    self.title = title
    self.provenance = provenance
    self.sections = sections
  }

  /// A table of 5,000 rows takes LibreOffice nine minutes, 25 tables of 200 rows fourteen seconds.
  package static let tableRowsMax = 200
}

/// Pages of one kind: a section starts on a new page.
package struct FormSection: Sendable, Equatable {
  package enum Orientation: Sendable { case portrait, landscape }
  package enum Numbering: Sendable { case none, fromOne, continued }

  package var orientation: Orientation
  package var numbering: Numbering
  /// A frame around the page, as on the cover of a register.
  package var isFramed: Bool
  package var blocks: [FormBlock]

  package init(
    _ orientation: Orientation, numbering: Numbering = .none, isFramed: Bool = false, blocks: [FormBlock]
  ) {
    self.orientation = orientation
    self.numbering = numbering
    self.isFramed = isFramed
    self.blocks = blocks
  }

  /// Millimetres between the margins.
  package var innerWidth: Double { orientation == .landscape ? 297 - 25 - 12 : 210 - 30 - 15 }
}

/// One thing on a page, under the one before.
package enum FormBlock: Sendable, Equatable {
  case paragraph(FormParagraph)
  /// Side by side: the head of a document, places for signatures.
  case columns([FormColumnBlock])
  case table(FormTable)
  /// A line of this width, in the middle of the available width (both in millimetres).
  case rule(width: Double, of: Double)

  package static func text(_ text: String, _ style: FormStyle = FormStyle()) -> FormBlock {
    .paragraph(FormParagraph(text, style))
  }

  /// Empty height in millimetres.
  package static func space(_ millimetres: Double) -> FormBlock {
    .paragraph(FormParagraph("", FormStyle(size: 1, spaceBefore: millimetres)))
  }
}

/// One of several blocks side by side.
package struct FormColumnBlock: Sendable, Equatable {
  /// Millimetres.
  package var width: Double
  package var blocks: [FormBlock]

  package init(width: Double, _ blocks: [FormBlock]) {
    self.width = width
    self.blocks = blocks
  }
}

/// A paragraph of a printed form: pieces of text, plain or bold, in one style.
package struct FormParagraph: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text(String)
    case bold(String)
    /// The number of the page it stands on.
    case pageNumber
  }

  package var pieces: [Piece]
  package var style: FormStyle

  package init(_ text: String, _ style: FormStyle = FormStyle()) {
    pieces = [.text(text)]
    self.style = style
  }

  package init(_ pieces: [Piece], _ style: FormStyle = FormStyle()) {
    self.pieces = pieces
    self.style = style
  }
}

/// How a paragraph looks. Sizes in points, spaces in millimetres.
package struct FormStyle: Sendable, Hashable {
  package enum Alignment: String, Sendable { case start, center, end, justify }

  package var size: Double
  package var isBold: Bool
  package var isItalic: Bool
  package var isGrey: Bool
  package var alignment: Alignment
  package var spaceBefore: Double
  package var spaceAfter: Double
  package var firstLineIndent: Double
  package var keepsWithNext: Bool
  /// A mark as it is stamped: bright red in a red frame as wide as this, in the middle of the available width (both in
  /// millimetres); nil for a plain paragraph.
  package var mark: Mark?

  package struct Mark: Sendable, Hashable {
    package var width: Double
    package var available: Double

    package init(width: Double, of available: Double) {
      self.width = width
      self.available = available
    }

    var margin: Double { max(0, (available - width) / 2) }
    /// As Office Open XML and OpenDocument write it.
    static let red = "FF0000"
  }

  package init(
    size: Double = 13, isBold: Bool = false, isItalic: Bool = false, isGrey: Bool = false,
    alignment: Alignment = .start, spaceBefore: Double = 0, spaceAfter: Double = 0, firstLineIndent: Double = 0,
    keepsWithNext: Bool = false, mark: Mark? = nil
  ) {
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.isGrey = isGrey
    self.alignment = alignment
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.firstLineIndent = firstLineIndent
    self.keepsWithNext = keepsWithNext
    self.mark = mark
  }
}

/// A table with a head that is repeated on every page.
package struct FormTable: Sendable, Equatable {
  package struct Column: Sendable, Equatable {
    package var title: String
    /// Millimetres.
    package var width: Double
    package var alignment: FormStyle.Alignment

    package init(_ title: String, width: Double, _ alignment: FormStyle.Alignment = .start) {
      self.title = title
      self.width = width
      self.alignment = alignment
    }
  }

  package struct Row: Sendable, Equatable {
    package var cells: [String]
    /// In grey: a cancelled number.
    package var isGrey: Bool
    /// In bold: a heading among the rows.
    package var isBold: Bool

    package init(_ cells: [String], isGrey: Bool = false, isBold: Bool = false) {
      self.cells = cells
      self.isGrey = isGrey
      self.isBold = isBold
    }
  }

  package var columns: [Column]
  package var rows: [Row]
  /// The row (1) (2) (3) … under the heads, as the decree prints it.
  package var hasColumnNumbers: Bool
  /// Points.
  package var textSize: Double

  package init(columns: [Column], rows: [Row], hasColumnNumbers: Bool = true, textSize: Double = 11) {
    self.columns = columns
    self.rows = rows
    self.hasColumnNumbers = hasColumnNumbers
    self.textSize = textSize
  }
}
