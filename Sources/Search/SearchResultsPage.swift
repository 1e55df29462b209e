import Access
import Kernel
import Lists
import Markup
import SearchIndex
import WebApp

/// Tra cứu: one box, filters as chips, and what was found.
struct SearchResultsPage: Sendable {
  var question: SearchQuestion
  var query: SearchQuery
  var vocabulary: SearchVocabulary
  /// Nil before anything was asked.
  var found: FoundDocuments?
  var byRelevance = false
  /// Days and names as they stand in the form's fields while they could not be used.
  var typed: [SearchKey: String] = [:]
  /// As chosen by the reader.
  var columns = SearchColumn.allCases
  /// Columns, keeping the search, taking the rows along.
  var tools: ListTools?

  static let title = "Tra cứu"

  static let keys = [KeyHint].list.filter { $0.key != "x" } + [KeyHint("f", "mở ô lọc")]

  var page: Page {
    Page(title: Self.title, room: .search, main: html, keys: Self.keys, searchText: question.text)
  }

  var html: HTML {
    """
    \(PageHead(Self.title, line: line).html)\(box)\(problems)\(chips)\(filterForm.html)\
    \(cutNotice)\(order)\(tools?.html ?? .empty)\(results)
    """
  }

  private var box: HTML {
    """
    <form class="search-again" action="\(FramePaths.search)" method="get">\
    <div class="field"><div class="field-head"><label for="tra-cuu">Từ cần tìm</label></div>\
    <input id="tra-cuu" type="search" name="\(SearchPaths.query)" value="\(question.text)" autocomplete="off" \
    aria-describedby="tra-cuu-cach"\(HTML.flag("autofocus", question.isEmpty))>\
    <p class="hint" id="tra-cuu-cach">Số, ký hiệu, nơi gửi, người ký, vài từ của trích yếu hoặc của toàn văn. Gõ không dấu \
    để tìm đủ, gõ có dấu để tìm đúng; cụm từ đặt trong ngoặc kép: “tài sản công”; bỏ từ bằng dấu trừ: -mời; lọc ngay trong \
    ô: cq:bộ tài chính sau:1/6/2026 loai:cv.</p></div>\
    <div class="acts">\(Button("Tìm").html)</div></form>
    """
  }

  private var filterForm: SearchFilterForm {
    SearchFilterForm(question: question, vocabulary: vocabulary, typed: typed, byRelevance: byRelevance)
  }

  private var line: HTML {
    guard let found, !found.documents.isEmpty, let count = found.count else { return .empty }
    return "\(count.text) văn bản khớp\(byRelevance ? ", sát nhất ở trên." : ", mới nhất ở trên.")"
  }

  private var problems: HTML {
    guard !question.problems.isEmpty else { return .empty }
    return Notice(.caution, "Có điều kiện chưa dùng được.", reasons: question.problems).html
  }

  private var chips: HTML {
    guard !question.filters.isEmpty else { return .empty }
    let items = question.filters.indices.map { index -> HTML in
      let path = SearchPaths.results(question.without(index).text, byRelevance: byRelevance)
      let label = question.filters[index].label
      return
        "<li><a href=\"\(path)\" aria-label=\"Bỏ lọc \(label)\">\(label) <span aria-hidden=\"true\">✕</span></a></li>"
    }
    return "<nav class=\"chips\" aria-label=\"Đang lọc\"><ul>\(items)</ul></nav>"
  }

  private var order: HTML {
    guard let found, !found.documents.isEmpty, !query.terms.isEmpty else { return .empty }
    return Tabs(
      label: "Thứ tự kết quả",
      [
        .init("Mới nhất trước", path: SearchPaths.results(question.text), selected: !byRelevance),
        .init("Sát nhất trước", path: SearchPaths.results(question.text, byRelevance: true), selected: byRelevance),
      ]
    ).html
  }

  private var cutNotice: HTML {
    guard query.isCut else { return .empty }
    return Notice(.caution, "Câu tìm quá dài: chỉ tìm theo \(query.terms.count) từ và cụm từ đầu tiên.").html
  }

  private var results: HTML {
    guard let found else { return .empty }
    guard !found.documents.isEmpty else { return empty }
    let highlight = Highlight(query)
    let pager = Pager(
      newer: found.newer.map { SearchPaths.results(question.text, page: $0) },
      older: found.older.map { SearchPaths.results(question.text, page: $0) },
      summary: byRelevance && found.documents.count == FoundDocuments.pageSize
        ? "\(found.documents.count) văn bản sát nhất. Xem hết: chọn «Mới nhất trước»."
        : "\(found.documents.count) văn bản ở trang này")
    return """
      <h2 class="for-ear">Kết quả</h2>
      <ol class="results" data-list>\(found.documents.map { item($0, highlight) })</ol>
      \(pager.html)
      """
  }

  private func item(_ document: FoundDocument, _ highlight: Highlight) -> HTML {
    let summary = document.summary
    let facts = columns.compactMap { column -> HTML? in
      switch column {
      case .subject, .notation, .urgency: nil
      case .number, .issuer: highlight.html(column.text(summary))
      default: HTML(text: column.text(summary))
      }
    }
    let line = facts.filter { !$0.isEmpty }.joined(separator: " · ")
    let urgency: HTML =
      summary.urgencyLabel.isEmpty || !columns.contains(.urgency)
      ? .empty : UrgencyMark.allCases.first { $0.label == summary.urgencyLabel }.map { "\($0.html) " } ?? .empty
    let notation: HTML =
      summary.notation.isEmpty || !columns.contains(.notation)
      ? .empty : "<b>\(highlight.html(summary.notation))</b> "
    let excerpt: HTML =
      document.excerpt.isEmpty ? .empty : "<p class=\"excerpt\">… \(highlight.html(document.excerpt)) …</p>"
    return """
      <li data-row><p class="subject">\(urgency)<a href="\(path(document))" data-open>\(notation)\
      \(highlight.html(summary.subject))</a></p><p class="hint">\(line)</p>\(excerpt)</li>
      """
  }

  /// A document that was found by its text opens at the page where the words stand.
  private func path(_ document: FoundDocument) -> String {
    document.excerpt.isEmpty
      ? document.summary.path : SearchPaths.atWords(document.summary.path, words: question.words)
  }

  private var empty: HTML {
    if query.isEmpty {
      return EmptyState(
        "Chưa có từ nào để tìm.", "Gõ ít nhất một từ hoặc một số vào ô trên, ví dụ: 15/QĐ-UBND, kiem ke tai san."
      ).html
    }
    if found?.newer != nil {
      return EmptyState(
        "Không còn văn bản cũ hơn.", "Các văn bản khớp đều ở trang trước.",
        act: Button("Về trang đầu", path: SearchPaths.results(question.text))
      ).html
    }
    return EmptyState(
      "Không có văn bản nào khớp trong những văn bản anh/chị được xem.",
      question.filters.isEmpty
        ? "Hãy thử bớt từ, gõ không dấu, bỏ ngoặc kép, hoặc chỉ gõ phần số." : "Hãy bỏ bớt điều kiện lọc, hoặc bớt từ."
    ).html
  }
}
