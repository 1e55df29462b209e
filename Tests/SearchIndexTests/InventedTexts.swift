import Foundation
import Kernel

/// Random numbers that are the same in every run.
struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A syllable that the invented texts use. What finds it is known without folding anything.
struct InventedSyllable: Hashable, Sendable {
  var exact: String
  var folded: String
  /// Other ways in which people write the same syllable.
  var spellings: [String]

  var hasDiacritics: Bool { exact != folded }

  init(_ exact: String, _ folded: String, _ others: String...) {
    self.exact = exact
    self.folded = folded
    spellings = [exact] + others
  }

  static let all = [
    Self("định", "dinh", "ÐỊNH", "Định"), Self("đinh", "dinh"), Self("đình", "dinh"), Self("dinh", "dinh"),
    Self("bán", "ban"), Self("bạn", "ban"), Self("bản", "ban", "BẢN"), Self("ban", "ban", "Ban"),
    Self("hòa", "hoa", "hoà", "HOÀ"), Self("hoa", "hoa"), Self("hóa", "hoa", "hoá"), Self("họa", "hoa", "hoạ"),
    Self("thúy", "thuy", "thuý"), Self("thủy", "thuy", "thuỷ"), Self("quý", "quy", "qúy"), Self("quy", "quy"),
    Self("đường", "duong", "Đường"), Self("dương", "duong"), Self("dưỡng", "duong"), Self("văn", "van", "VĂN"),
    Self("vận", "van"), Self("van", "van"), Self("đất", "dat"), Self("đạt", "dat"), Self("công", "cong", "CÔNG"),
    Self("cộng", "cong"), Self("2026", "2026"), Self("15", "15", "015"), Self("qđ", "qd", "QĐ", "QÐ"),
    Self("ubnd", "ubnd", "UBND"), Self("tài", "tai"), Self("tải", "tai"), Self("tại", "tai"), Self("sản", "san"),
    Self("sân", "san"), Self("ẵm", "am"), Self("ngưỡng", "nguong"), Self("ữ", "u"),
  ]
}

/// A record of the invented body, as a row of syllables.
struct InventedRecord: Sendable {
  var reference: RecordReference
  var subject: [InventedSyllable]
  var pages: [[InventedSyllable]]
  var principals: [Principal]

  /// What stands next to each other, field by field.
  var fields: [[InventedSyllable]] { [subject, pages.flatMap(\.self)] }

  static func many(_ count: Int, seed: UInt64, pageSyllablesMax: Int = 30) -> [InventedRecord] {
    var random = FixedRandom(seed: seed)
    return (0..<count).map { index in
      func syllables(_ count: Int) -> [InventedSyllable] {
        // The lower the more frequent, so that there are common words and rare ones.
        (0..<count).map { _ in
          let draw = Double.random(in: 0..<1, using: &random)
          return InventedSyllable.all[Int(draw * draw * Double(InventedSyllable.all.count))]
        }
      }
      return InventedRecord(
        reference: RecordReference(code: index % 3 == 0 ? "paper" : "incomingPaper", number: Int64(1_000 + index * 8)),
        subject: syllables(Int.random(in: 1...12, using: &random)),
        pages: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          syllables(Int.random(in: 0...pageSyllablesMax, using: &random))
        },
        principals: Self.principals(index, &random))
    }
  }

  private static func principals(_ index: Int, _ random: inout FixedRandom) -> [Principal] {
    var principals: [Principal] = [.agency(AgencyID(Int64(1 + index % 2)))]
    if Bool.random(using: &random) { principals.append(.unit(UnitID(Int64.random(in: 1...4, using: &random)))) }
    if Int.random(in: 0..<10, using: &random) == 0 { principals.append(.post(PostID(7))) }
    return principals
  }
}

extension [InventedSyllable] {
  /// The row as somebody wrote it: any spelling, composed or not, parted by signs.
  func written(_ random: inout FixedRandom) -> String {
    let signs = [" ", " ", " ", ", ", ". ", "\n", "/", "-", " – ", " (", ") ", "; "]
    return map { syllable in
      let spelling = syllable.spellings.randomElement(using: &random) ?? syllable.exact
      let form =
        Bool.random(using: &random)
        ? spelling.decomposedStringWithCanonicalMapping : spelling.precomposedStringWithCanonicalMapping
      return form + (signs.randomElement(using: &random) ?? " ")
    }.joined()
  }
}

/// What somebody looks for, and which records hold it by definition.
struct InventedQuery: Sendable, CustomStringConvertible {
  struct Term: Sendable {
    var syllables: [InventedSyllable]
    var isExact: Bool

    func finds(in field: [InventedSyllable]) -> Bool {
      guard field.count >= syllables.count else { return false }
      return (0...(field.count - syllables.count)).contains { start in
        syllables.indices.allSatisfy { index in
          let there = field[start + index]
          return isExact ? there.exact == syllables[index].exact : there.folded == syllables[index].folded
        }
      }
    }
  }

  var terms: [Term]
  var typed: String

  var description: String { typed }

  init(_ random: inout FixedRandom) {
    terms = []
    typed = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let isPhrase = Int.random(in: 0..<4, using: &random) == 0
      let count = isPhrase ? Int.random(in: 2...3, using: &random) : 1
      let syllables = (0..<count).map { _ in InventedSyllable.all.randomElement(using: &random) ?? .init("a", "a") }
      let isTypedExact = Bool.random(using: &random)
      let words = syllables.map { isTypedExact ? ($0.spellings.randomElement(using: &random) ?? "") : $0.folded }
      terms.append(Term(syllables: syllables, isExact: isTypedExact && syllables.contains(where: \.hasDiacritics)))
      typed += isPhrase ? " \"\(words.joined(separator: " "))\"" : " \(words.joined())"
    }
  }

  func finds(_ record: InventedRecord) -> Bool {
    terms.allSatisfy { term in record.fields.contains { term.finds(in: $0) } }
  }
}
