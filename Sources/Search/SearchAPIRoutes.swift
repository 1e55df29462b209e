import Access
import Database
import HTTPTypes
import Kernel
import SearchIndex
import WebAPI
import WebApp

/// Search for programs: the same question as in the box.
enum SearchAPIRoutes {
  private static let resource = APIResource<RecordSummary>(
    "Found",
    [
      .text("kind", "Loại bản ghi, ví dụ incomingDocument") { $0.reference.code },
      .init("id", .key) { .integer($0.reference.number) }, .text("subject", "Trích yếu") { $0.subject },
      .text("number", "Số trong sổ") { $0.number }, .text("notation", "Số, ký hiệu") { $0.notation },
      .dayOrNull("date", "Ngày văn bản") { $0.date }, .text("issuer") { $0.issuer },
      .text("state") { $0.stateLabel }, .text("urgency", "Dấu độ khẩn; trống là thường") { $0.urgencyLabel },
    ])

  static func operations(_ directory: RecordDirectory) -> [APIOperation] {
    [
      APIOperation(
        .get, "/search", id: "search", .search, scope: .searchRead, "Tra cứu, mới nhất trước, trong những gì được xem",
        query: [
          APIField(
            "q", .filled(500), required: true,
            "Như gõ ở ô tìm: chữ có dấu hoặc không dấu, \"cụm từ\", -loại trừ, cq:bộ tài chính sau:1/6/2026 loai:cv")
        ], .listed(resource.schema)
      ) { call in
        let (actor, key) = (call.actor, try call.keyPosition())
        let today = call.site.clock.now.day
        return try await call.listing(resource) { transaction in
          let question = SearchQuestion(
            call.query.text("q"), vocabulary: try SearchVocabularyStore(transaction: transaction).read(for: actor),
            today: today)
          guard question.problems.isEmpty else {
            throw APIProblem(
              .malformed, "Câu tra cứu có bộ lọc không đọc được.",
              reasons: question.problems.map { Refusal.Reason($0, field: "q") })
          }
          guard !question.isEmpty else { return APIPage([], next: nil) }
          let found = try SearchIndex.search(
            question.query(today: today), to: actor, page: key.map(KeysetPage.before) ?? .newest, limit: call.limit,
            in: transaction)
          let summaries = try directory.summaries(of: found.hits.map(\.record), visibleTo: actor, in: transaction)
          return APIPage(found.hits.compactMap { summaries[$0.record] }, next: found.older.map { String($0) })
        }
      }
    ]
  }
}
