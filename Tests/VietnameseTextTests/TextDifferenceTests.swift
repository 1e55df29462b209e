import Testing

@testable import VietnameseText

@Suite("So sánh hai phiên bản") struct TextDifferenceTests {
  private func shown(_ old: [String], _ new: [String]) -> [String] {
    TextDifference(from: old, to: new).paragraphs.map { paragraph in
      paragraph.pieces.map { piece in
        switch piece.change {
        case .kept: piece.text
        case .added: "[+\(piece.text)]"
        case .removed: "[-\(piece.text)]"
        }
      }.joined()
    }
  }

  struct Case: Sendable {
    var old: [String]
    var new: [String]
    var shown: [String]
  }

  static let cases = [
    Case(old: [], new: [], shown: []),
    Case(old: ["a b"], new: ["a b"], shown: ["a b"]),
    Case(old: [], new: ["a"], shown: ["[+a]"]),
    Case(old: ["a"], new: [], shown: ["[-a]"]),
    Case(
      old: ["Căn cứ Luật Lưu trữ;", "Điều 1. Ban hành Quy chế."],
      new: ["Căn cứ Luật Lưu trữ;", "Căn cứ Luật Giao dịch điện tử;", "Điều 1. Ban hành Quy chế làm việc."],
      shown: [
        "Căn cứ Luật Lưu trữ;", "[+Căn cứ Luật Giao dịch điện tử;]", "Điều 1. Ban hành Quy chế[+ làm việc].",
      ]),
    Case(
      old: ["báo cáo trước ngày 05 tháng 12"], new: ["báo cáo trước ngày 15 tháng 12"],
      shown: ["báo cáo trước ngày[- 05][+ 15] tháng 12"]),
    Case(old: ["một hai ba"], new: ["bốn năm sáu"], shown: ["[-một hai ba]", "[+bốn năm sáu]"]),
    Case(old: ["x", "x", "x"], new: ["x", "x"], shown: ["x", "x", "[-x]"]),
    Case(old: ["A", "B", "C"], new: ["C", "A", "B"], shown: ["[+C]", "A", "B", "[-C]"]),
  ]

  @Test(arguments: cases.indices) func tells(_ index: Int) {
    let example = Self.cases[index]
    #expect(shown(example.old, example.new) == example.shown)
  }

  /// From the pieces both texts can be put together again, whatever was compared.
  @Test func nothingIsLostOrInvented() {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = ["Điều", "1", "2", "khoản", "cơ", "quan", "đơn", "vị", "và", "các"]
    func text() -> [String] {
      (0..<random(12)).map { _ in (0...random(8)).map { _ in words[random(words.count)] }.joined(separator: " ") }
    }
    for _ in 0..<200 {
      let (old, new) = (text(), text())
      let difference = TextDifference(from: old, to: new)
      func side(_ gone: TextDifference.Paragraph.Kind, _ change: TextDifference.Change) -> [String] {
        difference.paragraphs.filter { $0.kind != gone }.map { paragraph in
          paragraph.pieces.filter { $0.change != change }.map(\.text).joined()
        }
      }
      #expect(side(.added, .added) == old)
      #expect(side(.removed, .removed) == new)
    }
  }

  @Test func twoTextsOfTwoHundredPagesWithoutAnAnchorEnd() {
    let old = (0..<6000).map { "đoạn \($0 % 3)" }
    let new = (0..<6000).map { "đoạn \($0 % 3 + 3)" }
    let difference = TextDifference(from: old, to: new)
    #expect(difference.changedCount == 12_000 && difference.wordCounts == (added: 12_000, removed: 12_000))
  }
}
