import Kernel
import Testing

@testable import Exchange

@Suite("DI-15 ghép văn bản trả lời") struct ReplyMatchingTests {
  private static func request(_ document: Int64, _ code: String) -> ReplyRequest {
    ReplyRequest(
      recipient: document, document: document, agency: .init(11), codeText: code, name: "Cục Địa chất miền Bắc",
      askedAgency: .init(12), outsideAgency: nil, dueOn: Day(number: 20_770), askedAt: Instant(milliseconds: 0))
  }

  /// What is said, and which requests it answers: by key, with why.
  static let cases: [(said: String, answered: [Int64], why: ReplyRequest.Pairing?)] = [
    ("Trả lời Công văn số 15/TCĐC-KS ngày 05/11/2026", [1], .cited),
    ("Phúc đáp Công văn số 15 / TCĐC - KS", [1], .cited), ("V/v theo văn bản số 115/TCĐC-KS", [], nil),
    ("V/v theo văn bản số 15/TCĐC-KSTN", [], nil), ("V/v theo văn bản số 15/TCĐC-KS-1", [], nil),
    ("Trả lời 15/TCĐC-KS và 16/TCĐC-PC", [1, 2], .cited), ("Báo cáo chung, không dẫn số", [], nil),
  ]

  @Test("a cited number is the very number and symbol", arguments: cases)
  func cites(said: String, answered: [Int64], why: ReplyRequest.Pairing?) {
    let open = [Self.request(1, "15/TCĐC-KS"), Self.request(2, "16/TCĐC-PC")]
    let found = ReplyMatching.answered(among: open, subject: said, texts: [], linked: [])
    #expect(found.map(\.request.document) == answered)
    #expect(found.allSatisfy { $0.pairing == why })
    let inText = ReplyMatching.answered(among: open, subject: "Văn bản khác", texts: [said], linked: [])
    #expect(inText.map(\.request.document) == answered)
  }

  @Test("the link comes first; the sender alone only with words of an answer and one open request") func guesses() {
    let one = [Self.request(1, "15/TCĐC-KS")]
    let two = one + [Self.request(2, "16/TCĐC-PC")]
    func pairings(_ open: [ReplyRequest], _ subject: String, _ linked: Set<Int64> = []) -> [ReplyRequest.Pairing] {
      ReplyMatching.answered(among: open, subject: subject, texts: [], linked: linked).map(\.pairing)
    }
    #expect(pairings(two, "Thông báo", [2]) == [.link])
    #expect(pairings(one, "Báo cáo tình hình khai thác") == [.sender])
    #expect(pairings(one, "Mời họp giao ban") == [])
    #expect(pairings(two, "Báo cáo tình hình khai thác") == [])
  }
}
