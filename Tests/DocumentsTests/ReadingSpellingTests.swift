import Papers
import Testing

@testable import Documents

@Suite("Trả lại dấu mà nhận dạng làm mất") struct ReadingSpellingTests {
  private func repaired(_ text: String, confidence: Double, body: [PageText] = []) -> String {
    let words = paper([PaperLine(text, left: 0.1, top: 0.1, confidence: confidence)]).words
    return SpellingRepair(body: body).repaired(words).joined(separator: " ")
  }

  @Test(
    "theo cặp âm tiết thường dùng",
    arguments: [
      ("hệ thông quản lý", "hệ thống quản lý"), ("nhận dân tính Đông Nai,", "nhân dân tỉnh Đồng Nai,"),
      ("Đối tên †rong kỳ họp", "Đổi tên trong kỳ họp"), ("HDND lần thứ 3l", "HĐND lần thứ 31"),
    ]) func byPairs(read: String, right: String)
  { #expect(repaired(read, confidence: 80) == right) }

  @Test("chữ đọc chắc và chữ của tệp số giữ nguyên") func keepsWhatIsSure() {
    #expect(repaired("cơ quan thông tấn", confidence: 97) == "cơ quan thông tấn")
    #expect(repaired("hệ thông quản lý", confidence: 100) == "hệ thông quản lý")
  }

  @Test("theo chính văn bản") func byBody() {
    let body = paper([
      PaperLine("phòng ngừa áp thấp nhiệt", left: 0.1, top: 0.4),
      PaperLine("khi áp thấp nhiệt đới", left: 0.1, top: 0.5),
    ])
    #expect(repaired("về áp thập nhiệt đới", confidence: 70, body: [body]) == "về áp thấp nhiệt đới")
  }
}
