import VietnameseText

/// What a search can be narrowed by. Typed in the box as `khóa:giá trị`, with diacritics or without.
enum SearchKey: String, CaseIterable {
  /// Cơ quan ban hành.
  case issuer = "cq"
  case signer = "ky"
  case type = "loai"
  case urgency = "khan"
  case register = "so"
  /// Arrived on this day or later.
  case after = "sau"
  /// Arrived on this day or earlier.
  case before = "truoc"
  /// The document's own day.
  case issuedAfter = "vbsau"
  case issuedBefore = "vbtruoc"
  /// Who holds the paper copy, or to whom it went.
  case holder = "giu"
  case state = "tt"
  /// `co` or `khong`.
  case file = "tep"

  /// On a chip: «Nơi gửi: Bộ Tài chính».
  var label: String {
    switch self {
    case .issuer: "Nơi gửi"
    case .signer: "Người ký"
    case .type: "Loại"
    case .urgency: "Độ khẩn"
    case .register: "Sổ"
    case .after: "Đến từ ngày"
    case .before: "Đến hết ngày"
    case .issuedAfter: "Ngày văn bản từ"
    case .issuedBefore: "Ngày văn bản đến hết"
    case .holder: "Nơi giữ, nơi nhận"
    case .state: "Tình trạng"
    case .file: "Tệp"
    }
  }

  enum Kind {
    /// Words of a name: everything up to the next key.
    case words
    /// One of a few values, found by its name.
    case choice
    case day
  }

  var kind: Kind {
    switch self {
    case .issuer, .signer, .holder: .words
    case .after, .before, .issuedAfter, .issuedBefore: .day
    case .type, .urgency, .register, .state, .file: .choice
    }
  }

  /// The key of `typed` before a colon: «loại», «LOAI».
  init?(typed: some StringProtocol) {
    self.init(rawValue: Folding.folded(String(typed)))
  }

  /// Other words for a key, taken for it only when a digit follows: «từ:1/6/2026», but not «kính gửi đến: …».
  init?(otherName typed: some StringProtocol) {
    switch Folding.folded(String(typed)) {
    case "tu": self = .after
    case "den": self = .before
    default: return nil
    }
  }

  /// Whether a stretch of days begins with it.
  var isBeginning: Bool { self == .after || self == .issuedAfter }
}

/// A value that a key may have, and what people call it.
struct SearchChoice: Sendable, Equatable {
  /// As the index has it.
  var value: String
  /// As a chip and a list show it.
  var label: String
  /// Other ways to say it: abbreviations.
  var names: [String]

  init(_ value: String, _ label: String, _ names: [String] = []) {
    self.value = value
    self.label = label
    self.names = ([label] + names).filter { !$0.isEmpty }.map(Folding.folded)
  }
}

/// The values of every key that has few: types, degrees of urgency, books, states.
struct SearchVocabulary: Sendable {
  var choices: [SearchKey: [SearchChoice]]

  /// The choice that these words name, however they are written.
  func choice(_ key: SearchKey, named typed: String) -> SearchChoice? {
    let name = Folding.folded(typed)
    return choices[key]?.first { $0.names.contains(name) || $0.value == typed }
      ?? (key == .register ? onlyBook(holding: name) : nil)
  }

  /// A book's name is long and its year says enough: the only one that holds all these words.
  private func onlyBook(holding name: String) -> SearchChoice? {
    let words = Set(name.split(separator: " "))
    let books = (choices[.register] ?? []).filter { book in
      book.names.contains { words.isSubset(of: $0.split(separator: " ")) }
    }
    return words.isEmpty || books.count != 1 ? nil : books[0]
  }
}
