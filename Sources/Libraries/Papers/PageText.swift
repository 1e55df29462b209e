/// A rectangle on a page, in fractions of the page's width and height (0…1), origin at the top left.
package struct PageBox: Sendable, Equatable, Codable {
  package var left, top, width, height: Double

  package init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }
}

/// One word as read from a page.
package struct PageWord: Sendable, Equatable {
  package var text: String
  package var box: PageBox
  /// Number of its line on the page, growing downwards within a block.
  package var line: Int
  /// Number of its block (column, paragraph) on the page.
  package var block: Int
  /// 0…100; 100 for a born-digital text layer.
  package var confidence: Double

  package init(text: String, box: PageBox, line: Int, block: Int, confidence: Double = 100) {
    self.text = text
    self.box = box
    self.line = line
    self.block = block
    self.confidence = confidence
  }
}

/// What was read from one page, by its text layer or by OCR.
package struct PageText: Sendable, Equatable {
  package enum Origin: String, Sendable, Codable { case textLayer, ocr, none }

  /// From 1.
  package var page: Int
  package var origin: Origin
  package var words: [PageWord]

  package init(page: Int, origin: Origin, words: [PageWord]) {
    self.page = page
    self.origin = origin
    self.words = words
  }

  /// The words as lines of text, in reading order.
  package var text: String {
    var text = ""
    var previous: PageWord?
    for word in words {
      if let previous {
        text += previous.block != word.block ? "\n\n" : previous.line != word.line ? "\n" : " "
      }
      text += word.text
      previous = word
    }
    return text
  }
}
