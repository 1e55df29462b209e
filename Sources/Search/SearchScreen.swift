import Access
import Database
import Kernel
import Lists
import Markup
import SearchIndex
import WebApp

/// Gathers «Tra cứu» for one address.
enum SearchScreen {
  case page(Page)
  case elsewhere(String)

  static func read(
    _ address: Form, _ directory: RecordDirectory, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> SearchScreen {
    let vocabulary = try SearchVocabularyStore(transaction: transaction).read(for: actor)
    var question = SearchQuestion(address[SearchPaths.query], vocabulary: vocabulary, today: today)
    let byRelevance = address[SearchPaths.order] == SearchPaths.byRelevance
    var isChosen = false
    for key in SearchKey.allCases where address.isOn(SearchPaths.field(key)) {
      isChosen = true
      question.add(key, address[SearchPaths.field(key)], vocabulary: vocabulary, today: today)
    }
    if isChosen, question.problems.isEmpty {
      return .elsewhere(SearchPaths.results(question.text, byRelevance: byRelevance))
    }
    let list = SearchRows(directory: directory)
    var page = SearchResultsPage(question: question, query: question.query(today: today), vocabulary: vocabulary)
    page.byRelevance = byRelevance
    for key in SearchKey.allCases where isChosen { page.typed[key] = address[SearchPaths.field(key)] }
    page.columns = try ColumnChoiceStore(transaction).choice(of: list, by: actor).ids.compactMap(SearchColumn.init)
    page.tools = ListTools(list, address: ListsPaths.searched(address))
    if !question.isEmpty {
      page.found = try FoundDocuments(
        page.query, as: actor, page: Self.position(address), byRelevance: byRelevance, directory: directory,
        in: transaction)
    }
    return .page(page.page)
  }

  private static func position(_ address: Form) -> KeysetPage {
    if let key = Int64(address[SearchPaths.before]) { return .before(key) }
    if let key = Int64(address[SearchPaths.after]) { return .after(key) }
    return .newest
  }
}
