import Kernel
import VietnameseText

extension SearchQuestion {
  /// Longest name of a type or a state, in words.
  private static let choiceWordsMax = 6
  private static let filtersMax = 20

  /// Reads what was typed. Never refuses: what it cannot read as a filter is told in `problems` or is a word.
  init(_ typed: String, vocabulary: SearchVocabulary, today: Day) {
    self.init(words: "", filters: [], problems: [])
    var pieces = Self.pieces(of: typed)[...]
    var words: [String] = []
    while let piece = pieces.popFirst() {
      if let filter = Self.excludedFilter(piece) {
        problems.append(
          "Dấu trừ chỉ bỏ được từ và cụm từ, không bỏ được điều kiện «\(filter)»; điều kiện ấy không được dùng.")
        continue
      }
      guard filters.count < Self.filtersMax, let (key, first) = Self.key(of: piece) else {
        words.append(piece)
        continue
      }
      switch key.kind {
      case .words: takeName(key, first, &pieces)
      case .day: takeDay(key, first, &pieces, today: today)
      case .choice:
        if let number = Self.number(key, piece, first, vocabulary) {
          words += ["số", number]
        } else {
          takeChoice(key, first, &pieces, vocabulary)
        }
      }
    }
    self.words = words.joined(separator: " ")
    tellEmptyStretches()
  }

  /// «số:123» asks for a number; «so:2016» too, unless a book is called so.
  private static func number(
    _ key: SearchKey, _ piece: String, _ first: String, _ vocabulary: SearchVocabulary
  ) -> String? {
    guard key == .register, first.first?.isNumber == true else { return nil }
    let isNumber = Folding.exact(piece).hasPrefix("số:") || vocabulary.choice(key, named: first) == nil
    return isNumber ? first : nil
  }

  /// `-loai:cv`: a filter with a minus, which nothing is looked for by.
  private static func excludedFilter(_ piece: String) -> String? {
    guard let minus = piece.first, "-−–".contains(minus), key(of: String(piece.dropFirst())) != nil else { return nil }
    return String(piece.dropFirst())
  }

  private mutating func tellEmptyStretches() {
    for (first, last) in [(SearchKey.after, SearchKey.before), (.issuedAfter, .issuedBefore)] {
      guard let from = filters.filter({ $0.key == first }).compactMap(\.day).max(),
        let to = filters.filter({ $0.key == last }).compactMap(\.day).min(), from > to
      else { continue }
      problems.append(
        "«\(first.label)» \(from.text) sau «\(last.label)» \(to.text), nên không văn bản nào khớp. Xem lại hai ngày này."
      )
    }
  }

  /// Adds a filter that was chosen in the form, as if it had been typed.
  mutating func add(_ key: SearchKey, _ typed: String, vocabulary: SearchVocabulary, today: Day) {
    let line = typed.replacingQuotes
    guard !line.isEmpty else { return }
    let read = SearchQuestion("\(key.rawValue):\"\(line)\"", vocabulary: vocabulary, today: today)
    filters.removeAll { $0.key == key }
    filters += read.filters
    problems += read.problems
  }

  private mutating func takeName(_ key: SearchKey, _ first: String, _ pieces: inout ArraySlice<String>) {
    if let quoted = first.unquoted { return addName(key, quoted) }
    var name = first.isEmpty ? [] : [first]
    while let next = pieces.first, Self.key(of: next) == nil, next.unquoted == nil, !next.hasPrefix("-") {
      name.append(next)
      pieces.removeFirst()
    }
    addName(key, name.joined(separator: " "))
  }

  private mutating func addName(_ key: SearchKey, _ name: String) {
    guard !Token.tokens(of: name).isEmpty else { return }
    filters.append(Filter(key: key, typed: name.replacingQuotes, shown: name.replacingQuotes))
  }

  private mutating func takeDay(
    _ key: SearchKey, _ first: String, _ pieces: inout ArraySlice<String>, today: Day
  ) {
    let typed = first.isEmpty ? pieces.popFirst() ?? "" : first
    var text = typed.unquoted ?? typed
    var day: Day?
    // «hôm qua», «ngày 05 tháng 7 năm 2026»: the longest run that is a day.
    let more =
      typed.first?.isLetter == true ? pieces.prefix(SearchDay.piecesMax - 1).prefix { Self.key(of: $0) == nil } : []
    for count in stride(from: more.count, through: 0, by: -1) where day == nil {
      let run = ([text] + more.prefix(count)).joined(separator: " ")
      day = SearchDay.parse(run, isBeginning: key.isBeginning, today: today)
      guard day != nil, count > 0 else { continue }
      text = run
      pieces = pieces.dropFirst(count)
    }
    guard let day else {
      problems.append(
        "«\(text)» không phải là ngày có thật, nên không lọc «\(key.label)». Gõ như 05/07/2026, 57, 7/2026 hoặc 2026.")
      return
    }
    filters.append(Filter(key: key, typed: day.text, shown: day.text, day: day))
  }

  private mutating func takeChoice(
    _ key: SearchKey, _ first: String, _ pieces: inout ArraySlice<String>, _ vocabulary: SearchVocabulary
  ) {
    if let quoted = first.unquoted { return addChoice(key, vocabulary.choice(key, named: quoted), typed: quoted) }
    var run = (first.isEmpty ? [] : [first]) + pieces.prefix(Self.choiceWordsMax).prefix { Self.key(of: $0) == nil }
    let taken = first.isEmpty ? 0 : 1
    while run.count > max(taken, 1), vocabulary.choice(key, named: run.joined(separator: " ")) == nil {
      run.removeLast()
    }
    let name = run.joined(separator: " ")
    pieces = pieces.dropFirst(run.count - taken)
    addChoice(key, vocabulary.choice(key, named: name), typed: name)
  }

  private mutating func addChoice(_ key: SearchKey, _ choice: SearchChoice?, typed: String) {
    guard let choice else {
      if !typed.isEmpty { problems.append("Không có giá trị «\(typed)» cho «\(key.label)», nên không lọc theo đó.") }
      return
    }
    let shortest = choice.names.min { $0.count < $1.count } ?? choice.value
    filters.append(
      Filter(key: key, typed: shortest, shown: choice.label, value: choice.value))
  }

  /// `cq:bộ` is the key and «bộ»; nil for what is no key.
  private static func key(of piece: String) -> (SearchKey, String)? {
    guard let colon = piece.firstIndex(of: ":") else { return nil }
    let rest = String(piece[piece.index(after: colon)...])
    if let key = SearchKey(typed: piece[..<colon]) { return (key, rest) }
    guard rest.first?.isNumber == true, let key = SearchKey(otherName: piece[..<colon]) else { return nil }
    return (key, rest)
  }

  private static let opening: Set<Character> = ["\"", "“", "„", "«"]
  private static let closing: Set<Character> = ["\"", "”", "“", "»"]

  /// Parted by blanks, what stands in quotes kept together with its quotes.
  private static func pieces(of typed: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var isQuoted = false
    for character in typed {
      if !isQuoted, character.isWhitespace {
        if !piece.isEmpty { pieces.append(piece) }
        piece = ""
        continue
      }
      piece.append(character)
      if isQuoted ? closing.contains(character) : opening.contains(character) { isQuoted.toggle() }
    }
    if !piece.isEmpty { pieces.append(isQuoted ? piece + "\"" : piece) }
    return pieces
  }
}

extension String {
  /// What stands between quotes around the whole of it; nil without them.
  fileprivate var unquoted: String? {
    guard count >= 2, let first, let last, "\"“„«".contains(first), "\"”“»".contains(last) else { return nil }
    return String(dropFirst().dropLast()).trimmingBlanks
  }

  /// Without quotes, so that it can stand in quotes.
  fileprivate var replacingQuotes: String {
    String(map { "\"“”„«»".contains($0) ? " " : $0 }).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var trimmingBlanks: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
