import Synchronization

/// Words seen lately with their two forms, each at the one place that its hash names: a later word takes it over.
///
/// All lie in one stretch of memory: asked for a thousand times a document, words of their own would be counted in and out.
struct KnownWords {
  enum Form: Int { case typed, exact, folded }

  static let lately = Mutex(KnownWords())

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let places = 1 << 13
  /// Longer words are not remembered.
  private static let bytesMax = 40
  /// Each form with its length before it.
  private static let room = bytesMax + 1
  private var memory = [UInt8](repeating: 0, count: places * 3 * room)

  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Where the word's forms are; nil when it is too long to be remembered.
  mutating func place(of typed: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    let place = Int(truncatingIfNeeded: (hash ^ hash >> 29) & UInt64(Self.places - 1))
    if bytes(of: place, .typed).elementsEqual(typed) { return place }
    let forms = Self.forms(of: typed)
    guard max(typed.count, forms.exact.count, forms.folded.count) <= Self.bytesMax else { return nil }
    keep(typed, at: place, .typed)
    keep(forms.exact, at: place, .exact)
    keep(forms.folded, at: place, .folded)
    return place
  }

  /// Both forms of a word; nil for what is none.
  mutating func forms(of typed: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> WordForms? {
    guard let place = place(of: typed, hash) else { return Token.forms(of: String(decoding: typed, as: UTF8.self)) }
    let exact = bytes(of: place, .exact)
    guard !exact.isEmpty else { return nil }
    return WordForms(
      exact: String(decoding: exact.dropLast(), as: UTF8.self),
      folded: String(decoding: bytes(of: place, .folded).dropLast(), as: UTF8.self))
  }

  func bytes(of place: Int, _ form: Form) -> ArraySlice<UInt8> {
    let start = (place * 3 + form.rawValue) * Self.room
    return memory[start + 1..<start + 1 + Int(memory[start])]
  }

  private mutating func keep(_ bytes: some Collection<UInt8>, at place: Int, _ form: Form) {
    let start = (place * 3 + form.rawValue) * Self.room
    memory[start] = UInt8(bytes.count)
    for (offset, byte) in bytes.enumerated() { memory[start + 1 + offset] = byte }
  }

  /// Both forms as columns hold them, a blank behind each; empty for what is no word.
  static func forms(of typed: UnsafeBufferPointer<UInt8>) -> (exact: [UInt8], folded: [UInt8]) {
    guard let forms = Token.forms(of: String(decoding: typed, as: UTF8.self)) else { return ([], []) }
    return (column(forms.exact), column(forms.folded))
  }

  private static func column(_ form: String) -> [UInt8] { Array(WordColumns.clipped(form).utf8) + [UInt8(ascii: " ")] }
}
