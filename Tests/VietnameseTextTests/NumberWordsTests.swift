import Testing
import VietnameseText

@Suite("Số viết bằng chữ") struct NumberWordsTests {
  @Test(arguments: [
    (0, "không"), (5, "năm"), (10, "mười"), (11, "mười một"), (15, "mười lăm"), (20, "hai mươi"), (21, "hai mươi mốt"),
    (24, "hai mươi tư"), (25, "hai mươi lăm"), (100, "một trăm"), (105, "một trăm linh năm"),
    (115, "một trăm mười lăm"), (1001, "một nghìn không trăm linh một"), (1247, "một nghìn hai trăm bốn mươi bảy"),
    (10_000, "mười nghìn"), (2_000_015, "hai triệu không trăm mười lăm"),
  ]) func readsNumbers(number: Int, words: String) {
    #expect(NumberWords.text(number) == words)
  }
}
