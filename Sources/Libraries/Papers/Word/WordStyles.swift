/// The styles of a document, each with what it inherits.
struct WordStyles {
  private struct Style {
    var parent: String?
    var text: WordTextFormat
    var paragraph: WordParagraphFormat
  }

  private static let chainMax = 20

  private var styles: [String: Style] = [:]
  private var usualParagraphStyle: String?
  private var usualText = WordTextFormat()
  private var usualParagraph = WordParagraphFormat()
  /// Names such as `minorHAnsi` → the font.
  let theme: [String: String]

  init(styles tree: XMLTree?, theme: [String: String]) {
    self.theme = theme
    for element in tree?.elements ?? [] {
      switch element.name {
      case "w:docDefaults":
        usualText = WordTextFormat(element.first("w:rPrDefault")?.first("w:rPr"), theme: theme)
        usualParagraph = WordParagraphFormat(element.first("w:pPrDefault")?.first("w:pPr"))
      case "w:style":
        guard let id = element["w:styleId"] else { continue }
        styles[id] = Style(
          parent: element.first("w:basedOn")?["w:val"],
          text: WordTextFormat(element.first("w:rPr"), theme: theme),
          paragraph: WordParagraphFormat(element.first("w:pPr")))
        if element["w:type"] == "paragraph", ["1", "true", "on"].contains(element["w:default"] ?? "") {
          usualParagraphStyle = id
        }
      default: break
      }
    }
  }

  /// Fonts by the names that `asciiTheme` uses.
  static func theme(_ tree: XMLTree?) -> [String: String] {
    var fonts: [String: String] = [:]
    let scheme = tree?.first("a:themeElements")?.first("a:fontScheme")
    for (element, word) in [("a:majorFont", "major"), ("a:minorFont", "minor")] {
      guard let font = scheme?.first(element)?.first("a:latin")?["typeface"], !font.isEmpty else { continue }
      for kind in ["Ascii", "HAnsi", "Bidi", "EastAsia"] { fonts[word + kind] = font }
    }
    return fonts
  }

  /// What a paragraph of this style looks like before its direct settings.
  func paragraph(_ style: String?) -> (paragraph: WordParagraphFormat, text: WordTextFormat) {
    var result = (usualParagraph, usualText)
    for style in chain(style.flatMap { styles[$0] == nil ? nil : $0 } ?? usualParagraphStyle) {
      result = (result.0.under(style.paragraph), result.1.under(style.text))
    }
    return result
  }

  /// What a character style adds.
  func text(_ style: String?) -> WordTextFormat {
    chain(style).reduce(WordTextFormat()) { $0.under($1.text) }
  }

  /// The style and what it is based on, farthest first. A circle ends at its bound.
  private func chain(_ style: String?) -> [Style] {
    var chain: [Style] = []
    var next = style
    while let name = next, let style = styles[name], chain.count < Self.chainMax {
      chain.append(style)
      next = style.parent
    }
    return chain.reversed()
  }
}
