import Kernel
import SearchIndex
import Testing

@testable import Search

private let vocabulary = SearchVocabulary(choices: [
  .type: [
    SearchChoice("congVan", "Công văn", ["CV"]), SearchChoice("keHoach", "Kế hoạch", ["KH"]),
    SearchChoice("nghiQuyetLienTich", "Nghị quyết liên tịch", ["NQLT"]),
    SearchChoice("nghiQuyet", "Nghị quyết", ["NQ"]),
  ],
  .urgency: [SearchChoice("express", "Hỏa tốc", ["ht"])],
  .state: [SearchChoice("registered", "Đã vào sổ"), SearchChoice("cancelled", "Đã hủy số", ["huy"])],
  .register: [
    SearchChoice("31", "Sổ đăng ký văn bản đến năm 2025"), SearchChoice("32", "Sổ đăng ký văn bản đến năm 2026"),
    SearchChoice("33", "Sổ hợp đồng năm 2026"),
  ],
  .file: [SearchChoice("co", "Có tệp", ["co"]), SearchChoice("khong", "Chưa có tệp", ["khong"])],
])

private func question(_ typed: String) -> SearchQuestion {
  SearchQuestion(typed, vocabulary: vocabulary, today: Day(year: 2026, month: 11, day: 6) ?? Day(number: 0))
}

@Suite("PL6-64 câu hỏi gõ trong ô tìm") struct SearchQuestionTests {
  @Test(
    "words and chips",
    arguments: [
      ("kiểm kê", "kiểm kê", []),
      (
        "kiểm kê cq:bộ tài chính sau:1/6/2026 loai:cv", "kiểm kê",
        ["Nơi gửi: bộ tài chính", "Đến từ ngày: 01/06/2026", "Loại: Công văn"]
      ),
      ("loai:công văn kiểm kê", "kiểm kê", ["Loại: Công văn"]),
      ("loại:nghị quyết liên tịch rừng", "rừng", ["Loại: Nghị quyết liên tịch"]),
      ("loai:nghi quyet rừng", "rừng", ["Loại: Nghị quyết"]),
      ("LOAI: kh rừng", "rừng", ["Loại: Kế hoạch"]),
      ("cq:\"bộ tài chính\" kiểm kê", "kiểm kê", ["Nơi gửi: bộ tài chính"]),
      ("cq:“bộ tài chính” kiểm", "kiểm", ["Nơi gửi: bộ tài chính"]),
      ("cq:bộ -mời", "-mời", ["Nơi gửi: bộ"]),
      ("cq:bộ \"kiểm kê\"", "\"kiểm kê\"", ["Nơi gửi: bộ"]),
      ("ký:trần văn a giữ:văn thư", "", ["Người ký: trần văn a", "Nơi giữ, nơi nhận: văn thư"]),
      ("trước:15/8 vbsau:1/1/2025", "", ["Đến hết ngày: 15/08/2026", "Ngày văn bản từ: 01/01/2025"]),
      ("tệp:không tt:hủy khan:ht", "", ["Tệp: Chưa có tệp", "Tình trạng: Đã hủy số", "Độ khẩn: Hỏa tốc"]),
      ("họp lúc 14:30 http://a.vn", "họp lúc 14:30 http://a.vn", []),
      ("cq: loai:cv", "", ["Loại: Công văn"]),
      ("từ:1/6/2026 đến:3/6/2026", "", ["Đến từ ngày: 01/06/2026", "Đến hết ngày: 03/06/2026"]),
      ("kính gửi đến: bộ", "kính gửi đến: bộ", []),
      ("sau:6/2026 truoc:2026", "", ["Đến từ ngày: 01/06/2026", "Đến hết ngày: 31/12/2026"]),
      ("sau:2012 truoc:2/2024", "", ["Đến từ ngày: 01/01/2012", "Đến hết ngày: 29/02/2024"]),
      ("sau:hôm qua kiểm", "kiểm", ["Đến từ ngày: 05/11/2026"]),
      ("vbsau:ngày 05 tháng 7 năm 2026 kê", "kê", ["Ngày văn bản từ: 05/07/2026"]),
      ("số:123 kê", "số 123 kê", []), ("so:12/QĐ-UBND", "số 12/QĐ-UBND", []), ("số:2025", "số 2025", []),
      ("so:2025 kê", "kê", ["Sổ: Sổ đăng ký văn bản đến năm 2025"]),
      ("so:hợp đồng", "", ["Sổ: Sổ hợp đồng năm 2026"]),
      ("loai:cv loai:kh", "", ["Loại: Công văn", "Loại: Kế hoạch"]),
      ("\"cq:bộ", "\"cq:bộ\"", []),
    ] as [(String, String, [String])])
  func reads(typed: String, words: String, chips: [String]) {
    let read = question(typed)
    #expect(read.words == words)
    #expect(read.filters.map(\.label) == chips)
    #expect(read.problems.isEmpty)
    let again = question(read.text)
    #expect(again.words == words && again.filters.map(\.label) == chips, "written out: \(read.text)")
  }

  @Test("what says nothing is told, not guessed")
  func problems() {
    for typed in [
      "kiểm sau:31/2/2026", "kiểm loai:xyz", "kiểm sau:xưa", "kiểm khan:gấp", "kiểm -loai:cv", "kiểm sau:13/2026",
      "kiểm so:lạ", "kiểm so:sổ",
    ] {
      let read = question(typed)
      #expect(read.filters.isEmpty && read.problems.count == 1, "\(typed)")
      #expect(read.words == "kiểm")
    }
  }

  @Test("two days the wrong way round are told") func emptyStretch() {
    for typed in ["sau:2/6/2026 truoc:1/6/2026", "vbtruoc:2025 vbsau:2026"] {
      let read = question(typed)
      #expect(read.filters.count == 2 && read.problems.count == 1, "\(typed)")
    }
    #expect(question("sau:1/6/2026 truoc:1/6/2026").problems.isEmpty)
  }

  @Test("a chip taken away leaves the others; the form replaces what it names")
  func changes() {
    var read = question("kiểm cq:bộ loai:cv")
    #expect(read.without(0).text == "kiểm loai:cv")
    let today = Day(year: 2026, month: 11, day: 6) ?? Day(number: 0)
    read.add(.type, "keHoach", vocabulary: vocabulary, today: today)
    read.add(.issuer, "sở “tư pháp”", vocabulary: vocabulary, today: today)
    read.add(.signer, "  ", vocabulary: vocabulary, today: today)
    #expect(read.filters.map(\.label) == ["Loại: Kế hoạch", "Nơi gửi: sở tư pháp"])
    #expect(read.text == "kiểm loai:kh cq:\"sở tư pháp\"")
  }

  @Test("however long, hostile or empty: an answer")
  func hostile() {
    for typed in [
      "", ":", "::", "cq:", "cq:\"", "cq:\"\"", "loai:", "sau:", "-:", "\u{0}cq:\u{0}", "cq:cq:cq:", "cq:?!",
      String(repeating: "loai:cv ", count: 2_000), String(repeating: "\"", count: 9_999),
    ] {
      let read = question(typed)
      #expect(read.filters.count <= 20)
      _ = read.query(today: Day(number: 20_000))
      _ = question(read.text)
    }
  }
}
