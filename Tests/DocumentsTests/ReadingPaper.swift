import Papers

/// A line of a made-up page: words of even width from `left` on, sizes as on A4 in 13 points.
struct PaperLine {
  var text: String
  var left: Double
  var top: Double
  var confidence: Double

  init(_ text: String, left: Double, top: Double, confidence: Double = 96) {
    self.text = text
    self.left = left
    self.top = top
    self.confidence = confidence
  }

  /// Centred on `center`.
  init(_ text: String, center: Double, top: Double) {
    self.init(text, left: center - Double(text.count) * PaperLine.letter / 2, top: top)
  }

  static let letter = 0.0105
}

/// A page with these lines; lines of the same top are one line of the page, as recognition gives them.
func paper(_ lines: [PaperLine], page: Int = 1) -> PageText {
  let sorted = lines.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  var words: [PageWord] = []
  for line in sorted {
    var left = line.left
    for word in line.text.split(separator: " ") {
      let width = Double(word.count) * PaperLine.letter
      words.append(
        PageWord(
          text: String(word), box: PageBox(left: left, top: line.top, width: width, height: 0.0155),
          line: Int(line.top * 1000), block: 1, confidence: line.confidence))
      left += width + PaperLine.letter
    }
  }
  return PageText(page: page, origin: .ocr, words: words)
}
