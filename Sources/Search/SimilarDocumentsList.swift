import Access
import Kernel
import Markup

/// «Văn bản tương tự» beside a document. A fragment without a frame; empty when there are none.
struct SimilarDocumentsList {
  var similar: SimilarDocuments

  var html: HTML {
    guard !similar.items.isEmpty else { return .empty }
    return """
      <section class="sheet-block"><h2>Văn bản tương tự</h2><ul class="similar">\(similar.items.map(item))</ul></section>
      """
  }

  private func item(_ item: SimilarDocuments.Item) -> HTML {
    let summary = item.summary
    let notation: HTML = summary.notation.isEmpty ? .empty : "<b class=\"code\">\(summary.notation)</b> "
    let facts = [item.isNearlySame ? "Gần như trùng" : "", summary.number, summary.date?.text ?? ""]
    return """
      <li><a href="\(summary.path)">\(notation)\(summary.subject)</a>\
      <span class="hint">\(facts.filter { !$0.isEmpty }.joined(separator: " · "))</span></li>
      """
  }
}
