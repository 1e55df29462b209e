import Access
import Database
import Kernel
import Markup
import SearchIndex
import TestSupport
import Testing

@testable import Search

private let clerk = Actor(
  account: AccountID(1), person: PersonID(1), personName: "Lê Văn Thử", post: PostID(1), postTitle: "Văn thư",
  unit: UnitID(1), unitName: "Văn phòng", agency: AgencyID(1), agencyName: "Cục Thử nghiệm",
  roles: [.registryClerk], address: "192.0.2.1")

/// A domain whose records all are called the same; it hides those above 900.
private struct Papers: RecordSource {
  let code = "paper"

  func summaries(of numbers: [Int64], visibleTo actor: Actor, in transaction: any Transaction) throws
    -> [RecordSummary]
  {
    numbers.filter { $0 < 900 }.map {
      RecordSummary(
        reference: RecordReference(code: code, number: $0), kindLabel: "Văn bản đến", notation: "\($0)/QĐ-UBND",
        subject: "Kế hoạch <b>\($0)</b>", path: "/van-ban-den/\($0)")
    }
  }
}

private func found(_ typed: String, page: KeysetPage = .newest, in database: any Database) async throws
  -> FoundDocuments
{
  try await database.read { transaction in
    try FoundDocuments(
      SearchQuery(typed), as: clerk, page: page, directory: RecordDirectory([Papers()]), in: transaction)
  }
}

private func put(_ numbers: some Sequence<Int64>, text: String = "", in database: any Database) async throws {
  let numbers = Array(numbers)
  try await database.write { transaction in
    for number in numbers {
      let record = RecordReference(code: "paper", number: number)
      try Access.grant([.agency(AgencyID(1))], to: record, reason: .registered, in: transaction)
      try Access.index(
        record, SearchContent(metadata: "\(number)/QĐ-UBND\nKế hoạch", parts: [SearchPart(part: 1, text: text)]),
        in: transaction)
    }
  }
}

private func shown(_ typed: String, _ found: FoundDocuments) throws -> String {
  let today = try #require(Day(year: 2026, month: 11, day: 6))
  let question = SearchQuestion(typed, vocabulary: SearchVocabulary(choices: [:]), today: today)
  var page = SearchResultsPage(
    question: question, query: question.query(today: today), vocabulary: SearchVocabulary(choices: [:]))
  page.found = found
  return page.html.string
}

@Suite("Tra cứu") struct SearchPagesTests {
  private let schema = SearchModule(directory: RecordDirectory([])).migrations

  @Test func showsWhatItsDomainShowsAndNothingElse() async throws {
    try await withDatabase(schema) { database in
      try await put([1, 2, 901], in: database)
      let found = try await found("ke hoach", in: database)
      #expect(found.documents.map(\.summary.reference.number) == [2, 1])
      #expect(found.count?.text == "2")
      let html = try shown("ke hoach", found)
      #expect(html.contains("<mark>Kế</mark> <mark>hoạch</mark> &lt;b&gt;2&lt;/b&gt;"))
      #expect(!html.contains("<b>2</b>"))
    }
  }

  @Test func excerptsShowWhatTheSummaryDoesNot() async throws {
    try await withDatabase(schema) { database in
      let text = String(repeating: "Lời dẫn dài. ", count: 60) + "Việc kiểm kê tài sản công. Hết văn bản."
      try await put([1], text: text, in: database)
      let typed = "kế \"tai san\""
      let documents = try await found(typed, in: database).documents
      #expect(documents.count == 1)
      #expect(documents[0].excerpt.contains("kiểm kê tài sản công hết"))
      #expect(documents[0].excerpt.hasPrefix("dài lời") || documents[0].excerpt.hasPrefix("dẫn dài lời"))
      let html = try shown(typed, try await found(typed, in: database))
      #expect(html.contains("<mark>tài</mark> <mark>sản</mark> công"))
      #expect(try await found("ke hoach 1", in: database).documents[0].excerpt.isEmpty)
    }
  }

  @Test func pagesFollowEachOther() async throws {
    try await withDatabase(schema) { database in
      try await put(1...120, in: database)
      let first = try await found("ke", in: database)
      #expect(first.documents.count == 50)
      #expect(first.newer == nil)
      #expect(first.count?.text == "120")
      let second = try await found("ke", page: try #require(first.older), in: database)
      #expect(second.documents.map(\.summary.reference.number) == Array((21...70).reversed()))
      let back = try await found("ke", page: try #require(second.newer), in: database)
      #expect(back.documents == first.documents)
      let third = try await found("ke", page: try #require(second.older), in: database)
      #expect(third.documents.count == 20)
      #expect(third.older == nil)
    }
  }

  @Test(arguments: [("kế", "k%E1%BA%BF"), ("a&b=c#d", "a%26b%3Dc%23d"), ("\"x\" y", "%22x%22%20y")])
  func addressesCarryTheQuery(typed: String, encoded: String) {
    #expect(SearchPaths.results(typed, page: .before(8)) == "/tra-cuu?q=\(encoded)&cu-hon=8")
  }
}
