import Kernel
import Markup

/// So sánh hai bản: every place where the words of two versions differ, and which annexes came and went.
struct DraftDifferencePage {
  var subject: String
  var old: Int
  var new: Int
  var difference: DraftDifference
  /// «Thêm phụ lục «…»», a line each.
  var annexes: [String]
  /// Other pairs, the shown one marked.
  var pairs: Chips
  var draftPath: String

  static let title = "So sánh hai bản"

  var html: HTML {
    """
    \(PageHead("So sánh bản \(old) với bản \(new)", line: "\(subject)", acts: [Button("Về dự thảo", path: draftPath)]).html)\
    \(pairs.html)\(annexBlock)\(excerptBlock)
    """
  }

  private var annexBlock: HTML {
    .when(!annexes.isEmpty, "<ul>\(annexes.map { "<li>\($0)</li>" as HTML })</ul>")
  }

  private var excerptBlock: HTML {
    if difference.isWhole {
      return Notice(.caution, "Hai bản khác nhau quá nhiều để so từng chữ; hãy mở cả hai để xem.").html
    }
    guard !difference.excerpts.isEmpty else { return "<p class=\"hint\">Chữ của hai bản giống hệt nhau.</p>" }
    let places = difference.excerpts.map { "<li><p>… \($0.map(markup)) …</p></li>" as HTML }
    return """
      <section class="sheet-block" aria-label="Chỗ khác nhau"><p class="hint">\(difference.excerpts.count) chỗ khác nhau: chữ \
      <del>gạch ngang</del> đã bỏ, chữ <ins>gạch chân</ins> mới thêm.</p><ol>\(places)</ol></section>
      """
  }

  private func markup(_ piece: DraftDifference.Piece) -> HTML {
    switch piece {
    case .same(let text): "\(text) "
    case .gone(let text): "<del>\(text)</del> "
    case .new(let text): "<ins>\(text)</ins> "
    }
  }
}
