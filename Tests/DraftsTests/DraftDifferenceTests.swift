import Testing

@testable import Drafts

@Suite("ST-04 so sánh hai bản dự thảo") struct DraftDifferenceTests {
  @Test("what went, what came, and what stands around") func words() {
    let difference = DraftDifference(
      from: "Giao Vụ Khoáng sản chủ trì, báo cáo trước ngày 15.",
      to: "Giao Vụ Khoáng sản\nchủ trì, báo cáo trước ngày 20. Hết")
    #expect(
      difference.excerpts == [
        [.same("Giao Vụ Khoáng sản chủ trì, báo cáo trước ngày"), .gone("15."), .new("20. Hết")]
      ])
  }

  @Test("line breaks are no change; changes far apart are two places") func places() {
    #expect(DraftDifference(from: "một\nhai  ba", to: "một hai\nba").excerpts.isEmpty)
    let middle = (1...60).map { "chữ\($0)" }.joined(separator: " ")
    let two = DraftDifference(from: "cũ \(middle) cuối", to: "mới \(middle) hết")
    #expect(two.excerpts.count == 2 && two.excerpts[0].contains(.gone("cũ")) && two.excerpts[1].contains(.new("hết")))
  }

  @Test("what is written wholly anew is said so") func anew() {
    let old = (1...3000).map { "a\($0)" }.joined(separator: " ")
    let new = (1...3000).map { "b\($0)" }.joined(separator: " ")
    let difference = DraftDifference(from: old, to: new)
    #expect(difference.isWhole && difference.excerpts.isEmpty)
  }

  @Test("an empty text against words") func empty() {
    #expect(DraftDifference(from: "", to: "một hai").excerpts == [[.new("một hai")]])
  }
}
