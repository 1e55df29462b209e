import Testing

@testable import Papers

@Suite("Chữ và chỗ của chữ từ pdftotext") struct PageTextSinkTests {
  @Test("numbers are read as they are written, across pieces of the output") func numbers() {
    let output = """
      <page width="595.320000" height="841.920000">
        <block xMin="1" yMin="1" xMax="1" yMax="1">
          <line xMin="1" yMin="1" xMax="1" yMax="1">
            <word xMin="59.532000" yMin="-84.192000" xMax="119.064" yMax="0">Số&amp;</word>
            <word xMin="1e2" yMin="nan?" xMax="2" yMax="3">hỏng</word>
            <word xMin="0.000001" yMin="12345678901.123456" xMax="0.000001" yMax="12345678901.123456">xa</word>
          </line>
        </block>
      </page>

      """
    for size in [1, 7, 4096] {
      var sink = PageTextSink(firstPage: 3)
      let bytes = Array(output.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) {
        sink.take(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(sink.pages.map(\.page) == [3])
      #expect(sink.pages[0].words.map(\.text) == ["Số&", "xa"])
      let box = sink.pages[0].words[0].box
      #expect(box.left == 59.532 / 595.32 && box.top == -84.192 / 841.92)
      #expect(box.width == (119.064 - 59.532) / 595.32 && box.height == (0 + 84.192) / 841.92)
      #expect(sink.pages[0].words[1].box.left == 0.000001 / 595.32)
      #expect(sink.pages[0].words[1].box.top == 12345678901.123456 / 841.92)
    }
  }
}
