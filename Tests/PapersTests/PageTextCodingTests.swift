import Foundation
import Papers
import Testing

@Suite("Trang đã đọc, khi cất đi") struct PageTextCodingTests {
  private static let box = PageBox(left: 0.125, top: 0.25, width: 0.0625, height: 0.01)

  @Test(
    "comes back as it was",
    arguments: [
      PageText(page: 3, origin: .none, words: []),
      PageText(page: 1, origin: .textLayer, words: [PageWord(text: "Độc", box: box, line: 1, block: 2)]),
      PageText(
        page: 2, origin: .ocr,
        words: [
          PageWord(text: "lập", box: box, line: 1, block: 1, confidence: 91.25),
          PageWord(
            text: "–", box: PageBox(left: -0.5, top: 1.5, width: 0, height: 2), line: 0, block: 0, confidence: 0),
        ]),
    ])
  func roundTrip(page: PageText) throws {
    #expect(try JSONDecoder().decode(PageText.self, from: JSONEncoder().encode(page)) == page)
  }

  @Test("a word with a line break stays one word; a box nowhere is no fault") func oddWords() throws {
    let nowhere = PageBox(left: .nan, top: .infinity, width: -.infinity, height: 0)
    let page = PageText(
      page: 1, origin: .textLayer,
      words: [
        PageWord(text: "hai\ndòng", box: nowhere, line: 1, block: 1),
        PageWord(text: "", box: Self.box, line: 1, block: 1),
      ])
    let read = try JSONDecoder().decode(PageText.self, from: JSONEncoder().encode(page))
    #expect(read.words.map(\.text) == ["hai dòng", ""])
    #expect(read.words[0].box == PageBox(left: 0, top: 1000, width: -1000, height: 0))
  }

  @Test("words without places are refused") func torn() throws {
    let torn = #"{"page":1,"origin":"ocr","words":"một\nhai","places":"1 2 3 4 5 6 7"}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PageText.self, from: Data(torn.utf8)) }
  }
}
