/// What a style or a direct setting says of text; nil where it says nothing.
struct WordTextFormat: Equatable {
  var font: String?
  var size: Double?
  var isBold: Bool?
  var isItalic: Bool?
  var isUnderlined: Bool?
  var isCapital: Bool?
  var isHidden: Bool?
  var color: String?

  /// The other's words win.
  func under(_ other: WordTextFormat) -> WordTextFormat {
    WordTextFormat(
      font: other.font ?? font, size: other.size ?? size, isBold: other.isBold ?? isBold,
      isItalic: other.isItalic ?? isItalic, isUnderlined: other.isUnderlined ?? isUnderlined,
      isCapital: other.isCapital ?? isCapital, isHidden: other.isHidden ?? isHidden, color: other.color ?? color)
  }
}

/// What a style or a direct setting says of a paragraph.
struct WordParagraphFormat: Equatable {
  var alignment: WordParagraph.Alignment?
  var spaceBefore: Double?
  var spaceAfter: Double?
  var lineSpacing: WordParagraph.LineSpacing?
  var leftIndent: Double?
  var firstLineIndent: Double?
  var hasRule: Bool?
  var startsPage: Bool?
  var numbering: Int?
  var numberingLevel: Int?

  func under(_ other: WordParagraphFormat) -> WordParagraphFormat {
    WordParagraphFormat(
      alignment: other.alignment ?? alignment, spaceBefore: other.spaceBefore ?? spaceBefore,
      spaceAfter: other.spaceAfter ?? spaceAfter, lineSpacing: other.lineSpacing ?? lineSpacing,
      leftIndent: other.leftIndent ?? leftIndent, firstLineIndent: other.firstLineIndent ?? firstLineIndent,
      hasRule: other.hasRule ?? hasRule, startsPage: other.startsPage ?? startsPage,
      numbering: other.numbering ?? numbering, numberingLevel: other.numberingLevel ?? numberingLevel)
  }
}

/// The measures of OOXML.
enum WordMeasure {
  /// Twentieths of a point, as millimetres.
  static func millimetres(_ text: String?) -> Double? { text.flatMap { Double($0) }.map { $0 * 25.4 / 1440 } }
  /// Twentieths of a point, as points.
  static func points(_ text: String?) -> Double? { text.flatMap { Double($0) }.map { $0 / 20 } }
}

extension WordTextFormat {
  /// `fonts` resolves names of theme fonts.
  init(_ element: XMLTree?, theme: [String: String]) {
    guard let element else { return }
    for property in element.elements {
      switch property.name {
      case "w:rFonts":
        font =
          (property["w:asciiTheme"] ?? property["w:hAnsiTheme"]).flatMap { theme[$0] } ?? property["w:ascii"]
          ?? property["w:hAnsi"]
      case "w:sz": size = property["w:val"].flatMap { Double($0) }.map { $0 / 2 }
      case "w:b": isBold = property.isOn
      case "w:i": isItalic = property.isOn
      case "w:u": isUnderlined = property["w:val"] != "none"
      case "w:caps": isCapital = property.isOn
      case "w:vanish": isHidden = property.isOn
      case "w:color": color = property["w:val"]
      default: break
      }
    }
  }
}

extension WordParagraphFormat {
  init(_ element: XMLTree?) {
    guard let element else { return }
    for property in element.elements {
      switch property.name {
      case "w:jc": alignment = property["w:val"].map(Self.alignment)
      case "w:spacing": readSpacing(property)
      case "w:ind":
        leftIndent = WordMeasure.millimetres(property["w:left"] ?? property["w:start"])
        firstLineIndent =
          WordMeasure.millimetres(property["w:hanging"]).map { -$0 } ?? WordMeasure.millimetres(property["w:firstLine"])
      case "w:pBdr": hasRule = property.elements.contains { $0["w:val"] != "nil" && $0["w:val"] != "none" }
      case "w:pageBreakBefore": startsPage = property.isOn
      case "w:numPr":
        numbering = property.first("w:numId")?["w:val"].flatMap { Int($0) }
        numberingLevel = property.first("w:ilvl")?["w:val"].flatMap { Int($0) }
      default: break
      }
    }
  }

  private mutating func readSpacing(_ property: XMLTree) {
    spaceBefore = WordMeasure.points(property["w:before"])
    spaceAfter = WordMeasure.points(property["w:after"])
    guard let line = property["w:line"].flatMap({ Double($0) }) else { return }
    let rule = property["w:lineRule"] ?? "auto"
    lineSpacing = rule == "auto" ? .times(line / 240) : .points(line / 20)
  }

  private static func alignment(_ word: String) -> WordParagraph.Alignment {
    switch word {
    case "center": .center
    case "right", "end": .end
    case "both", "distribute": .justify
    default: .start
    }
  }
}

extension XMLTree {
  /// A switch that stands there is on unless it says otherwise.
  var isOn: Bool { !["0", "false", "off"].contains(self["w:val"] ?? "1") }
}
