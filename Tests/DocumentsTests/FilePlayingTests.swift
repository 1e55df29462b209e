import Testing

@testable import Documents

@Suite("HS-04 ghi âm, ghi hình nghe từ giữa chừng") struct FilePlayingTests {
  @Test(
    arguments: [
      ("bytes=0-99", 0..<100), ("bytes=500-", 500..<1000), ("bytes=-100", 900..<1000), ("bytes=-5000", 0..<1000),
      ("bytes=990-4000", 990..<1000), ("bytes=1000-", nil), ("bytes=5-4", nil), ("bytes=-0", nil), ("bytes=a-b", nil),
      ("trang=0-9", nil), ("bytes=0-1,5-9", nil),
    ] as [(String, Range<Int64>?)]) func reads(_ text: String, _ range: Range<Int64>?)
  {
    #expect(FilePlaying.range(text, of: 1000) == range)
  }
}
