import Testing

@testable import Drafts

@Suite("ST-01 dự thảo") struct DraftProgressTests {
  @Test("every state has words of its own") func labels() {
    #expect(Set(DraftProgress.allCases.map(\.label)).count == DraftProgress.allCases.count)
  }
}
