/// A page's words as two texts: an object for each word would cost a hundred times as much to read back.
extension PageText: Codable {
  private enum Key: String, CodingKey { case page, origin, words, places }

  /// Left, top, width, height, line, block, confidence.
  private static let numbersPerWord = 7
  /// A hundred-thousandth of a page is finer than any printer.
  private static let boxScale = 100_000.0
  private static let confidenceScale = 100.0

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(page, forKey: .page)
    try container.encode(origin, forKey: .origin)
    try container.encode(words.map { $0.text.replacing("\n", with: " ") }.joined(separator: "\n"), forKey: .words)
    var places = ""
    for word in words {
      let box = [word.box.left, word.box.top, word.box.width, word.box.height].map { Self.whole($0, Self.boxScale) }
      for number in box + [word.line, word.block, Self.whole(word.confidence, Self.confidenceScale)] {
        places += places.isEmpty ? "\(number)" : " \(number)"
      }
    }
    try container.encode(places, forKey: .places)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    page = try container.decode(Int.self, forKey: .page)
    origin = try container.decode(Origin.self, forKey: .origin)
    let numbers = Self.numbers(in: try container.decode(String.self, forKey: .places))
    let texts =
      numbers.isEmpty
      ? [] : try container.decode(String.self, forKey: .words).split(separator: "\n", omittingEmptySubsequences: false)
    guard numbers.count == texts.count * Self.numbersPerWord else {
      throw DecodingError.dataCorruptedError(
        forKey: .places, in: container, debugDescription: "\(texts.count) words, \(numbers.count) numbers")
    }
    words = texts.enumerated().map { index, text in
      let first = index * Self.numbersPerWord
      let box = PageBox(
        left: Double(numbers[first]) / Self.boxScale, top: Double(numbers[first + 1]) / Self.boxScale,
        width: Double(numbers[first + 2]) / Self.boxScale, height: Double(numbers[first + 3]) / Self.boxScale)
      return PageWord(
        text: String(text), box: box, line: numbers[first + 4], block: numbers[first + 5],
        confidence: Double(numbers[first + 6]) / Self.confidenceScale)
    }
  }

  /// Whole numbers parted by blanks. Thousands a page, so read byte by byte.
  private static func numbers(in text: String) -> [Int] {
    var numbers: [Int] = []
    var (number, isNegative, isOpen) = (0, false, false)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number &* 10 &+ Int(byte - UInt8(ascii: "0"))
        isOpen = true
      case UInt8(ascii: "-"): isNegative = true
      default:
        if isOpen { numbers.append(isNegative ? -number : number) }
        (number, isNegative, isOpen) = (0, false, false)
      }
    }
    if isOpen { numbers.append(isNegative ? -number : number) }
    return numbers
  }

  /// A box of a broken file may be anywhere, or nowhere.
  private static func whole(_ number: Double, _ scale: Double) -> Int {
    number.isNaN ? 0 : Int((max(-1000, min(number, 1000)) * scale).rounded())
  }
}
