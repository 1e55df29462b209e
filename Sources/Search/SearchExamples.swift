import Access
import Database
import Kernel
import Lists
import Markup
import SearchIndex
import WebApp

/// The search page in every state, with invented content.
enum SearchExamples {
  static let all = [
    GalleryExample("tra-cuu-trong", page("", nil)),
    GalleryExample("tra-cuu-thuong", page("kiem ke tai san", usual)),
    GalleryExample(
      "tra-cuu-loc", page("kiem ke cq:sở tài nguyên loai:kh sau:1/6/2026", usual, byRelevance: true)),
    GalleryExample("tra-cuu-loc-sai", page("kiem ke sau:31/2/2026 loai:xyz", usual)),
    GalleryExample("tra-cuu-day", page("ke hoach", full)),
    GalleryExample("tra-cuu-khong-thay", page("“chữ không có”", FoundDocuments(documents: [], count: nil))),
    GalleryExample("tra-cuu-khong-co-tu", page("?!", FoundDocuments(documents: [], count: nil))),
    GalleryExample("tra-cuu-tu-rat-dai", page(longWords, long)),
    GalleryExample("tra-cuu-het-trang", page("ke hoach", FoundDocuments(documents: [], count: nil, newer: .after(9)))),
  ]

  private static func page(_ typed: String, _ found: FoundDocuments?, byRelevance: Bool = false) -> Page {
    let today = Day(year: 2026, month: 11, day: 6) ?? Day(number: 0)
    let question = SearchQuestion(typed, vocabulary: vocabulary, today: today)
    var page = SearchResultsPage(question: question, query: question.query(today: today), vocabulary: vocabulary)
    page.found = found
    page.byRelevance = byRelevance
    page.tools = ListTools(SearchRows(directory: RecordDirectory([])), address: typed.isEmpty ? "" : "q=ke%20hoach")
    return page.page
  }

  private static let vocabulary = SearchVocabulary(choices: [
    .type: [SearchChoice("congVan", "Công văn", ["cv"]), SearchChoice("keHoach", "Kế hoạch", ["KH"])],
    .urgency: [SearchChoice("normal", "Thường"), SearchChoice("express", "Hỏa tốc")],
    .state: [SearchChoice("registered", "Đã vào sổ"), SearchChoice("cancelled", "Đã hủy số")],
    .file: [SearchChoice("co", "Có tệp"), SearchChoice("khong", "Chưa có tệp")],
  ])

  private static let usual = FoundDocuments(
    documents: [
      FoundDocument(summary: document(1, "Về việc kiểm kê tài sản công năm 2026", "HỎA TỐC"), excerpt: ""),
      FoundDocument(
        summary: document(2, "Kế hoạch công tác quý IV năm 2026", ""),
        excerpt: "các đơn vị hoàn thành việc kiểm kê tài sản trước ngày 15 tháng 12 và gửi báo cáo về văn phòng"),
    ], count: CappedCount(number: 2, isCapped: false))

  private static let full = FoundDocuments(
    documents: (1...50).map {
      FoundDocument(summary: document($0, "Kế hoạch triển khai nhiệm vụ số \($0)", ""), excerpt: "")
    }, count: CappedCount(number: 1_000, isCapped: true), older: .before(8), newer: .after(9))

  private static let longWords =
    "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêng "
    + (1...30).map { "từ\($0)" }.joined(separator: " ")

  private static let long = FoundDocuments(
    documents: [
      FoundDocument(
        summary: document(3, String(repeating: "Nghiêngnghiêngnghiêngnghiêngnghiêng ", count: 12), ""),
        excerpt: String(repeating: "nghiêngnghiêngnghiêngnghiêngnghiêng", count: 6))
    ], count: CappedCount(number: 1, isCapped: false))

  private static func document(_ number: Int, _ subject: String, _ urgency: String) -> RecordSummary {
    RecordSummary(
      reference: RecordReference(code: "example", number: Int64(number)), kindLabel: "Văn bản đến",
      number: "Số đến \(1246 + number)", notation: "\(122 + number)/KH-STNMT",
      date: Day(year: 2026, month: 11, day: 5), issuer: "Sở Tài nguyên và Môi trường tỉnh Thử Nghiệm", subject: subject,
      stateLabel: "Đang xử lý", urgencyLabel: urgency, path: "/van-ban-den/\(number)")
  }
}
