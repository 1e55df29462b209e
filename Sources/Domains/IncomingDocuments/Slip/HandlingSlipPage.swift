import Kernel
import Markup

/// The handling slip on the screen, as it is printed.
struct HandlingSlipPage {
  var slip: HandlingSlip
  var documentPath: String
  /// Label and address of each file it is made into.
  var files: [(label: String, path: String)]

  static let keys: [KeyHint] = []

  var html: HTML {
    let acts = files.map { Button($0.label, path: $0.path) } + [Button("Về văn bản", path: documentPath)]
    return """
      \(PageHead(HandlingSlip.title, line: "\(slip.agencyName), \(slip.dateLine)", acts: acts).html)\
      <section class="sheet-block">\
      \(DefinitionList(slip.documentLines.map { .init($0.label, text: $0.text) }).html)</section>\
      \(slip.parts.map(part))
      """
  }

  private func part(_ part: (title: String, opinions: [HandlingSlip.Opinion])) -> HTML {
    let said = part.opinions.map { opinion -> HTML in
      let places: HTML = .when(
        !opinion.places.isEmpty, "<ul>\(opinion.places.map { "<li>\($0)</li>" as HTML })</ul>")
      let line = "\(opinion.author), ngày \(opinion.on.text)"
      guard part.title == HandlingSlip.partTitles[0] else {
        return "<blockquote class=\"said\"><p>\(opinion.text)</p>\(places)<footer>\(line)</footer></blockquote>"
      }
      return DirectiveQuote(text: opinion.text, line: line, recalled: opinion.recalled, beside: places).html
    }
    let none: HTML = "<p class=\"hint\">Chưa có ý kiến.</p>"
    return "<section class=\"sheet-block\"><h2>\(part.title)</h2>\(said.isEmpty ? none : "\(said)")</section>"
  }
}
