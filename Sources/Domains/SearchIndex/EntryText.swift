import VietnameseText

/// The text of one index entry as the engines get it: tokens parted by blanks, in both forms.
struct EntryText: Equatable, Sendable {
  /// A part holds at most this many tokens of text: a phrase search stays quick and a rewrite bounded.
  static let tokensMax = 10_000
  /// Metadata is repeated in every part, so it is short.
  private static let metadataTokensMax = 2_000
  private static let metadataBytesMax = 60_000
  /// PostgreSQL refuses more than 1 MiB of words in an entry; both forms and every token's overhead count.
  private static let bytesMax = 240_000
  /// Stands between fields, so that no phrase reaches from one into the next. Nobody can type it as a word.
  static let boundary = "\u{E000}"
  /// Stands between the metadata and the text, for excerpts.
  static let textStart = "\u{E002}"

  let folded: String
  let exact: String
  /// Words of the record's facets, the same in each of its entries.
  let facets: String

  init(folded: String = "", exact: String = "", facets: String = "") {
    self.folded = folded
    self.exact = exact
    self.facets = facets
  }

  /// The same text with other facets.
  func with(_ facets: [SearchFacet]) -> EntryText {
    EntryText(folded: folded, exact: exact, facets: SearchFacet.text(of: facets))
  }

  /// What stands in the index beside the words of the text.
  func marks(access: String) -> String { facets.isEmpty ? access : access + " " + facets }

  /// The entries of a record: its metadata (one field a line) and as many pages as fit, so that words of different
  /// pages are found together. A record without any text still has one entry.
  static func entries(metadata: String, facets: [SearchFacet] = [], parts: [SearchPart]) -> [EntryText] {
    let facets = SearchFacet.text(of: facets)
    let head = head(metadata)
    var entries: [EntryColumns] = []
    var current = head
    var count = 0
    for page in parts.sorted(by: { $0.part < $1.part }) {
      let words = WordColumns(of: page.text)
      var rest = 0..<words.count
      while !rest.isEmpty {
        let isFull = current.exact.count > bytesMax
        if count > 0, isFull || (count + rest.count > tokensMax) {
          entries.append(current)
          current = head
          count = 0
        }
        let fitting = current.fitting(rest, of: words)
        current.append(fitting, of: words)
        count += fitting.count
        rest = fitting.upperBound..<rest.upperBound
      }
    }
    return (entries + [current]).map { EntryText($0, facets: facets) }
  }

  private static func head(_ metadata: String) -> EntryColumns {
    var head = EntryColumns()
    var room = metadataTokensMax
    for line in metadata.split(whereSeparator: \.isNewline) where room > 0 && head.exact.count < metadataBytesMax {
      let words = WordColumns(of: String(line))
      let shown = min(room, words.count)
      if shown > 0 { head.append(0..<shown, of: words, then: boundary) }
      room -= shown
    }
    head.append(sign: textStart)
    return head
  }

  private init(_ columns: EntryColumns, facets: String) {
    self.init(
      folded: String(decoding: columns.folded, as: UTF8.self), exact: String(decoding: columns.exact, as: UTF8.self),
      facets: facets)
  }

  /// An entry while it is filled.
  private struct EntryColumns {
    var folded: [UInt8] = []
    var exact: [UInt8] = []

    /// The words that still go into this entry: at least one.
    func fitting(_ rest: Range<Int>, of words: WordColumns) -> Range<Int> {
      var bytes = exact.count
      var end = rest.lowerBound
      for word in rest.prefix(tokensMax) {
        bytes += words.exactByteCount(word)
        end += 1
        if bytes > bytesMax { break }
      }
      return rest.lowerBound..<end
    }

    mutating func append(_ range: Range<Int>, of words: WordColumns, then sign: String? = nil) {
      let bytes = words.bytes(of: range)
      folded += bytes.folded
      exact += bytes.exact
      if let sign { append(sign: sign) }
    }

    mutating func append(sign: String) {
      folded += sign.utf8
      exact += sign.utf8
      folded.append(UInt8(ascii: " "))
      exact.append(UInt8(ascii: " "))
    }
  }
}
