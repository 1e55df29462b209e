import Synchronization

/// The words of a text in both forms, as the columns of an index hold them: word after word, a blank behind each.
///
/// They are cut as `Token` cuts them. Long texts are indexed by the thousand, and Vietnamese has few different syllables:
/// so words are written as bytes, and the forms of those seen lately are remembered.
package struct WordColumns: Sendable {
  /// With diacritics, tone placement unified.
  package private(set) var exact: [UInt8] = []
  /// Without diacritics.
  package private(set) var folded: [UInt8] = []
  /// Where each word ends, its blank included.
  private var ends: [(exact: Int, folded: Int)] = []

  /// Words longer than so many scalars are debris of broken text and are cut off there.
  package static let wordScalarsMax = 60

  package init(of text: String) {
    var text = text
    text.makeContiguousUTF8()
    KnownWords.lately.withLock { known in
      text.utf8.withContiguousStorageIfAvailable { cut($0, &known) }
    }
  }

  /// How many words there are.
  package var count: Int { ends.count }

  /// The bytes of these words in both forms.
  package func bytes(of words: Range<Int>) -> (exact: ArraySlice<UInt8>, folded: ArraySlice<UInt8>) {
    let from = words.lowerBound == 0 ? (exact: 0, folded: 0) : ends[words.lowerBound - 1]
    let to = words.isEmpty ? from : ends[words.upperBound - 1]
    return (exact[from.exact..<to.exact], folded[from.folded..<to.folded])
  }

  /// The bytes that one word takes with diacritics, its blank included.
  package func exactByteCount(_ word: Int) -> Int { ends[word].exact - (word == 0 ? 0 : ends[word - 1].exact) }

  /// A word as the columns hold it.
  package static func clipped(_ word: String) -> String {
    guard word.utf8.count > wordScalarsMax else { return word }
    return String(String.UnicodeScalarView(word.unicodeScalars.prefix(wordScalarsMax)))
  }

  private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, _ known: inout KnownWords) {
    exact.reserveCapacity(bytes.count + 16)
    folded.reserveCapacity(bytes.count)
    ends.reserveCapacity(bytes.count / 5)
    WordCut.each(in: bytes) { range, hash in append(UnsafeBufferPointer(rebasing: bytes[range]), hash, &known) }
  }

  private mutating func append(_ typed: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ known: inout KnownWords) {
    let place = known.place(of: typed, hash)
    guard let place else { return append(KnownWords.forms(of: typed)) }
    exact += known.bytes(of: place, .exact)
    folded += known.bytes(of: place, .folded)
    endWord()
  }

  private mutating func append(_ forms: (exact: [UInt8], folded: [UInt8])) {
    exact += forms.exact
    folded += forms.folded
    endWord()
  }

  /// What is no word after all, a run of marks alone, has left nothing.
  private mutating func endWord() {
    if exact.count > (ends.last?.exact ?? 0) { ends.append((exact.count, folded.count)) }
  }
}
