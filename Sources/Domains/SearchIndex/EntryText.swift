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

  private(set) var folded = ""
  private(set) var exact = ""
  /// Words of the record's facets, the same in each of its entries.
  private(set) var facets = ""

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
    var head = EntryText(facets: SearchFacet.text(of: facets))
    var room = metadataTokensMax
    for line in metadata.split(whereSeparator: \.isNewline) where room > 0 && head.exact.utf8.count < metadataBytesMax {
      let tokens = WordForms.all(of: String(line)).prefix(room)
      if !tokens.isEmpty { head.append(tokens, then: boundary) }
      room -= tokens.count
    }
    head.append([], then: textStart)
    var entries: [EntryText] = []
    var current = head
    var count = 0
    for page in parts.sorted(by: { $0.part < $1.part }) {
      var tokens = WordForms.all(of: page.text)[...]
      while !tokens.isEmpty {
        let isFull = current.exact.utf8.count > bytesMax
        if count > 0, isFull || (count + tokens.count > tokensMax) {
          entries.append(current)
          current = head
          count = 0
        }
        let fitting = current.fitting(tokens)
        current.append(fitting)
        count += fitting.count
        tokens = tokens.dropFirst(fitting.count)
      }
    }
    return entries + [current]
  }

  /// The tokens that still go into this entry: at least one.
  private func fitting(_ tokens: ArraySlice<WordForms>) -> ArraySlice<WordForms> {
    var bytes = exact.utf8.count
    var end = tokens.startIndex
    for token in tokens.prefix(Self.tokensMax) {
      bytes += token.exact.utf8.count + 1
      end += 1
      if bytes > Self.bytesMax { break }
    }
    return tokens[tokens.startIndex..<end]
  }

  private mutating func append(_ tokens: ArraySlice<WordForms>, then sign: String? = nil) {
    for token in tokens {
      folded += IndexWord.clipped(token.folded)
      folded += " "
      exact += IndexWord.clipped(token.exact)
      exact += " "
    }
    guard let sign else { return }
    folded += sign + " "
    exact += sign + " "
  }
}

/// The form of a word in the index.
enum IndexWord {
  /// Longer runs are debris of broken text; the engines limit a word's length.
  private static let scalarsMax = 60

  static func clipped(_ word: String) -> String {
    guard word.utf8.count > scalarsMax else { return word }
    return String(String.UnicodeScalarView(word.unicodeScalars.prefix(scalarsMax)))
  }
}
