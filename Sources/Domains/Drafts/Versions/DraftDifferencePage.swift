import Kernel
import Markup

/// So sánh hai bản: what became of every paragraph between two versions, and which annexes came, went and changed.
struct DraftDifferencePage {
  var subject: String
  var old: Int
  var new: Int
  /// «Bùi Quốc Khánh, Chuyên viên, 09:40 05/11/2026», of both.
  var lines: (old: String, new: String)
  /// Each compared file, the draft's own first.
  var comparisons: [Comparison]
  /// «Thêm phụ lục «…»», a line each.
  var annexes: [String]
  /// Versions to be compared with, the shown one marked; then versions that are compared.
  var olds: Chips
  var news: Chips
  var draftPath: String

  static let title = "So sánh hai bản"

  var html: HTML {
    """
    \(PageHead("So sánh bản \(old) với bản \(new)", line: "\(subject)", acts: [Button("Về dự thảo", path: draftPath)]).html)\
    \(news.html)\(olds.html)\
    \(DefinitionList([.init("Bản \(old)", text: lines.old), .init("Bản \(new)", text: lines.new)]).html)\
    \(annexBlock)<div class="sheet-block">\(comparisons.map(\.html))</div>
    """
  }

  private var annexBlock: HTML {
    .when(!annexes.isEmpty, "<ul>\(annexes.map { "<li>\($0)</li>" as HTML })</ul>")
  }
}
