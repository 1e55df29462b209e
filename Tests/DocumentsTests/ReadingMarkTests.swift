import Papers
import Testing

@testable import Documents

@Suite("MAT-05 dấu chỉ mức độ mật") struct ReadingMarkTests {
  private func page(_ lines: [PaperLine], page: Int = 1) -> PageText { paper(lines, page: page) }

  @Test(
    "thấy dấu đứng riêng",
    arguments: [["MẬT"], ["TỐI", "MẬT"], ["TUYỆT", "MẬT"], ["[MẬT]"], ["TÓI", "MẬT"], ["MÂT"], ["MẤT"]])
  func findsMark(words: [String]) {
    #expect(SecrecyMark.find(in: [page([.init(words.joined(separator: " "), left: 0.15, top: 0.2)])])?.page == 1)
  }

  @Test("thấy dấu ở trang sau, đúng chữ") func findsMarkOnLaterPages() {
    let first = page([.init("Nội dung báo cáo", left: 0.2, top: 0.3)])
    #expect(SecrecyMark.find(in: [first, page([.init("TUYỆT MẬT", left: 0.6, top: 0.8)], page: 2)])?.page == 2)
    #expect(SecrecyMark.find(in: [first, page([.init("MÂT", left: 0.6, top: 0.8)], page: 2)]) == nil)
  }

  @Test(
    "không nhầm với chữ mật trong câu",
    arguments: [
      "BẢO MẬT", "MẬT ĐỘ XÂY DỰNG", "MẬT KHẨU", "bảo vệ bí mật nhà nước", "Mật", "MẮT", "MÁT", "MAT",
      "về bảo mật thông tin", "BÍ MẬT NHÀ NƯỚC",
    ]) func passes(text: String)
  {
    #expect(SecrecyMark.find(in: [page([.init(text, left: 0.15, top: 0.2)])]) == nil)
  }

  @Test(
    "trong ô gõ tay",
    arguments: [
      ("MẬT", true), ("Báo cáo tình hình (MẬT)", true), ("TỐI MẬT: kế hoạch", true), ("12/BC-UBND - TUYỆT MẬT", true),
      ("Báo cáo MẬT về biên giới", true), ("V/v bảo mật thông tin", false), ("TĂNG CƯỜNG BẢO MẬT", false),
      ("MẬT ĐỘ XÂY DỰNG", false), ("V/v cấp lại mật khẩu", false), ("V/v bảo vệ bí mật nhà nước", false), ("", false),
    ]) func typed(text: String, isMarked: Bool)
  { #expect(SecrecyMark.isMarked(text) == isMarked) }
}

@Suite("Lớp chữ của tệp") struct TextLayerQualityTests {
  private func isGarbage(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    let lines = stride(from: 0, to: words.count, by: 8).map { start in
      PaperLine(
        words[start..<min(start + 8, words.count)].joined(separator: " "), left: 0.1, top: 0.1 + Double(start) / 1000)
    }
    return TextLayerQuality.isGarbage([paper(lines)])
  }

  private static let sentence =
    "Thực hiện Quyết định của Thủ tướng Chính phủ về việc phê duyệt Chương trình quốc gia về ứng dụng công nghệ thông tin "
    + "trong hoạt động của cơ quan nhà nước giai đoạn 2011 - 2015; Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành "

  @Test("dùng được") func good() { #expect(!isGarbage(Self.sentence)) }

  @Test(
    "không dùng được",
    arguments: [
      String(
        repeating:
          "Thr,rc hiQn vdn bin e6 ngiy 061412016 cria Vdn phdng Chinh phri vO viQc t6 chfc tfuc vd b6o c6o tinh hinh ",
        count: 4),
      String(
        repeating:
          "ugqr ugll r{ug gru'?A ugp Eugnq Eugtt{ 'Eunqc uglul ugl Ig^ doq lg{ pul oeqt quep rluip enb Errcnqd ",
        count: 5),
      String(
        repeating:
          "Thuc hien Nghi quyet ngay cua Ban Chap hanh Trung uong Dang ve Tiep tuc xay dung giai cap cong nhan ",
        count: 4),
      "Ký bởi: Ủy ban nhân dân tỉnh Quảng Ngãi Cơ quan: Tỉnh Quảng Ngãi Thời gian ký: 04/02/2025 16:42:36",
      "",
    ]) func useless(text: String)
  { #expect(isGarbage(text)) }
}
