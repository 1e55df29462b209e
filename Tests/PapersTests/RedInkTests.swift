import Testing

@testable import Papers

@Suite("Bỏ mực đỏ khỏi ảnh trang") struct RedInkTests {
  private let red: [UInt8] = [210, 30, 40]
  private let black: [UInt8] = [20, 20, 20]
  private let white: [UInt8] = [255, 255, 255]

  @Test("đỏ thành giấy, đen còn nguyên, cắt đúng phần") func greyWithoutRed() throws {
    let pixmap = Array("P6\n4 2\n255\n".utf8) + white + red + black + white + white + black + red + white
    let half = PageBox(left: 0.25, top: 0.5, width: 0.5, height: 0.5)
    let picture = try #require(RedInk.greyWithoutRed(pixmap, area: half))
    #expect(picture.bytes == Array("P5\n2 1\n255\n".utf8) + [20, 210])
    #expect(picture.area == half)
  }

  @Test("tệp hỏng hay phần rỗng thì không có gì") func refuses() {
    let area = PageBox(left: 0, top: 0, width: 1, height: 1)
    #expect(RedInk.greyWithoutRed(Array("P6\n9 9\n255\n".utf8) + white, area: area) == nil)
    #expect(RedInk.greyWithoutRed(Array("P5\n1 1\n255\n".utf8) + white, area: area) == nil)
    let outside = PageBox(left: 1, top: 0, width: 0.2, height: 1)
    #expect(RedInk.greyWithoutRed(Array("P6\n1 1\n255\n".utf8) + white, area: outside) == nil)
  }
}
