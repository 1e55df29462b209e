import Synchronization

/// A word of a text in the two forms in which it is indexed and looked for.
package struct WordForms: Sendable, Equatable {
  /// Lower-case with diacritics, tone placement unified.
  package var exact: String
  /// Lower-case without diacritics.
  package var folded: String

  package init(exact: String, folded: String) {
    self.exact = exact
    self.folded = folded
  }

  /// The words of a text, cut as `Token` cuts them, for indexing long texts: Vietnamese has few different syllables,
  /// so the forms of those seen lately are remembered.
  package static func all(of text: String) -> [WordForms] {
    var text = text
    text.makeContiguousUTF8()
    return lately.withLock { known in
      text.utf8.withContiguousStorageIfAvailable { cut($0, &known) } ?? []
    }
  }

  private static let lately = Mutex(KnownWords())

  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ known: inout KnownWords) -> [WordForms] {
    var words: [WordForms] = []
    words.reserveCapacity(bytes.count / 5)
    var start = -1
    var hash = KnownWords.seed
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, index)
      if Letters.isWordScalar(scalar) {
        if start < 0 {
          start = index
          hash = KnownWords.seed
        }
        for offset in index..<index + length { hash = KnownWords.mix(hash, bytes[offset]) }
      } else if start >= 0 {
        if Letters.isInvisible(scalar) {
          for offset in index..<index + length { hash = KnownWords.mix(hash, bytes[offset]) }
        } else {
          known.append(UnsafeBufferPointer(rebasing: bytes[start..<index]), hash, to: &words)
          start = -1
        }
      }
      index += length
    }
    if start >= 0 { known.append(UnsafeBufferPointer(rebasing: bytes[start...]), hash, to: &words) }
    return words
  }

  /// The scalar at a place of well-formed UTF-8, and how many bytes it takes.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
    let (value, length): (UInt32, Int) =
      switch first {
      case 0..<0x80: (first, 1)
      case 0..<0xE0: ((first & 0x1F) << 6 | next(1), 2)
      case 0..<0xF0: ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
      default: ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// Words seen lately with their forms, each at the one place that its hash names: a later word takes it over.
private struct KnownWords {
  private struct Entry {
    var bytes: [UInt8]
    /// Nil for what is no word after all: a run of marks alone.
    var forms: WordForms?
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let places = 1 << 13
  /// Longer words are seen once.
  private static let bytesMax = 40
  private var entries = [Entry](repeating: Entry(bytes: [], forms: nil), count: places)

  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func append(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, to words: inout [WordForms]) {
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(Self.places - 1))
    if entries[place].bytes.elementsEqual(word) {
      if let forms = entries[place].forms { words.append(forms) }
      return
    }
    let forms = Token.forms(of: String(decoding: word, as: UTF8.self))
    if word.count <= Self.bytesMax { entries[place] = Entry(bytes: Array(word), forms: forms) }
    if let forms { words.append(forms) }
  }
}
