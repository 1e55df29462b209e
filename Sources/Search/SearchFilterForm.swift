import Markup

/// The filters of a search as fields, for those who do not type them. What is chosen is written into the question.
struct SearchFilterForm: Sendable {
  var question: SearchQuestion
  var vocabulary: SearchVocabulary
  /// What was typed into a field and could not be used.
  var typed: [SearchKey: String] = [:]
  var byRelevance = false

  var html: HTML {
    """
    <details class="more-filters"\(HTML.flag("open", !typed.isEmpty))><summary data-key="f">Lọc thêm</summary>\
    <form class="filter" method="get" action="\(FramePaths.search)" aria-label="Lọc kết quả">\
    <input type="hidden" name="\(SearchPaths.query)" value="\(question.words)">\
    \(HTML.when(byRelevance, "<input type=\"hidden\" name=\"\(SearchPaths.order)\" value=\"\(SearchPaths.byRelevance)\">"))\
    \(fields.map(\.html))<div class="filter-acts">\(Button("Lọc").html)\
    \(HTML.when(!question.filters.isEmpty, "<a href=\"\(SearchPaths.results(question.words, byRelevance: byRelevance))\">Bỏ mọi điều kiện</a>"))</div></form></details>
    """
  }

  private var fields: [Field] {
    [
      name(.issuer, .third), name(.signer, .quarter), name(.holder, .third),
      choice(.type), choice(.urgency), choice(.register), choice(.state), choice(.file),
      day(.after), day(.before), day(.issuedAfter), day(.issuedBefore),
    ].compactMap { $0 }
  }

  private func filter(_ key: SearchKey) -> SearchQuestion.Filter? { question.filters.last { $0.key == key } }

  private func name(_ key: SearchKey, _ width: Field.Width) -> Field {
    Field(key.label, name: SearchPaths.field(key), value: typed[key] ?? filter(key)?.typed ?? "", width: width)
  }

  private func day(_ key: SearchKey) -> Field {
    Field(
      key.label, name: SearchPaths.field(key), value: typed[key] ?? filter(key)?.typed ?? "", kind: .day,
      width: .quarter)
  }

  /// Nil when this person has nothing to choose from.
  private func choice(_ key: SearchKey) -> Field? {
    guard let choices = vocabulary.choices[key], !choices.isEmpty else { return nil }
    return Field(
      key.label, name: SearchPaths.field(key), value: filter(key)?.value ?? "",
      kind: .select([Field.Choice("", "Tất cả")] + choices.map { Field.Choice($0.value, $0.label) }), width: .quarter)
  }
}
