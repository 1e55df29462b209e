import Kernel
import VietnameseText
import Work

/// «30/11», «30/11/2026».
private let dayInFigures = Pattern(/(\d{1,2})\s*[\/\-.]\s*(\d{1,2})(?:\s*[\/\-.]\s*(\d{4}|\d{2}))?/)
/// What ends a sentence.
private let fullStop = Pattern(/[.](?=\s|$)/)

/// Reads whom a directive names, as leaders write it: «gđ vp ct, ph tc, b/c 15/7», «Giao Vụ Khoáng sản chủ trì, Vụ Pháp
/// chế phối hợp, báo cáo trước 15/7». It only proposes: everything is shown before it is sent.
struct DirectiveReading {
  /// A unit or person that may be named.
  struct Candidate {
    var holder: HolderChoice
    /// «Vụ Kế hoạch – Tài chính», «Lê Minh Đức».
    var name: String
    /// `KHTC`; empty for a person.
    var abbreviation: String
  }

  private let candidates: [Candidate]
  private let today: Day
  /// Words that mean a place, folded; those that could mean two are left out.
  private let aliases: [(words: [Substring], holder: HolderChoice)]

  init(_ candidates: [Candidate], today: Day) {
    self.candidates = candidates
    self.today = today
    var owners: [String: Set<HolderChoice>] = [:]
    for candidate in candidates {
      for alias in Self.aliases(of: candidate) { owners[alias, default: []].insert(candidate.holder) }
    }
    aliases = owners.compactMap { alias, holders in
      holders.count == 1 ? holders.first.map { (alias.split(separator: " "), $0) } : nil
    }.sorted { $0.0.count > $1.0.count }
  }

  /// Places in the order of the text. A deadline said for nobody in particular is everybody's who has none.
  func places(in text: String) -> [DirectedTo] {
    var places: [DirectedTo] = []
    var role: WorkRole?
    var common: Day?
    for clause in Self.clauses(of: text) {
      let found = holders(in: clause.words).filter { holder in !places.contains { $0.holder == holder } }
      role = Self.role(in: clause.words) ?? (found.isEmpty ? nil : role)
      let due = deadline(in: clause.text)
      if found.isEmpty { common = due ?? common }
      for holder in found {
        let hasLead = places.contains { $0.role == .lead }
        let own = role ?? (hasLead ? .coordinate : .lead)
        places.append(DirectedTo(holder, own == .lead && hasLead ? .coordinate : own, due: due))
      }
    }
    return places.map { place in
      var place = place
      if place.role != .inform { place.due = place.due ?? common }
      return place
    }
  }

  // MARK: names

  private static let kinds: Set<Substring> = ["vu", "cuc", "phong", "ban", "trung", "tam", "van", "vien", "to", "doi"]

  /// The whole name, the name without what kind of unit it is, the abbreviation, and the first letters of its last words.
  private static func aliases(of candidate: Candidate) -> Set<String> {
    let words = words(of: candidate.name)
    var aliases: Set<String> = [words.joined(separator: " ")]
    if !candidate.abbreviation.isEmpty { aliases.insert(Folding.folded(candidate.abbreviation)) }
    guard case .unit = candidate.holder else {
      // People are called by their last two words.
      if words.count > 2 { aliases.insert(words.suffix(2).joined(separator: " ")) }
      return aliases
    }
    let bare = words.first.map { kinds.contains($0) } == true ? Array(words.dropFirst()) : words
    if bare.count > 1 { aliases.insert(bare.joined(separator: " ")) }
    for count in 2..<max(words.count, 2) + 1 where count <= words.count {
      aliases.insert(words.suffix(count).map { String($0.prefix(1)) }.joined())
    }
    return aliases
  }

  /// Letters and figures, folded; every sign parts words.
  private static func words(of text: some StringProtocol) -> [Substring] {
    Folding.folded(String(text)).split { !$0.isLetter && !$0.isNumber }
  }

  private func holders(in words: [Substring]) -> [HolderChoice] {
    var found: [(at: Int, holder: HolderChoice)] = []
    var taken = Set<Int>()
    for (alias, holder) in aliases where alias.count <= words.count {
      for start in 0...(words.count - alias.count) {
        let places = Set(start..<start + alias.count)
        guard Array(words[start..<start + alias.count]) == alias, taken.isDisjoint(with: places) else { continue }
        taken.formUnion(places)
        found.append((start, holder))
      }
    }
    return found.sorted { $0.at < $1.at }.map(\.holder)
  }

  // MARK: roles and deadlines

  private static let roles: [(WorkRole, [[Substring]])] = [
    (.coordinate, [["phoi", "hop"], ["ph"], ["p", "hop"]]),
    (.inform, [["de", "biet"], ["db"]]),
    (.lead, [["chu", "tri"], ["ct"]]),
  ]

  private static func role(in words: [Substring]) -> WorkRole? {
    roles.first { _, signs in signs.contains { words.holds($0) } }?.0
  }

  /// The day that stands in the clause. Without a year it is the next such day.
  private func deadline(in text: Substring) -> Day? {
    guard let match = text.firstMatch(of: dayInFigures.regex),
      let day = TypedDay.parse(String(match.0), today: today)
    else { return nil }
    guard match.3 == nil, day < today else { return day }
    return day.adding(years: 1)
  }

  /// Parts between commas, semicolons and line ends; a stop ends one only before a blank, so that dates stay whole.
  private static func clauses(of text: String) -> [(text: Substring, words: [Substring])] {
    text.replacing(fullStop.regex, with: ";").split { ",;\n".contains($0) }.map { ($0[...], words(of: $0)) }
      .map { (Substring(String($0.0)), $0.1) }
  }
}

extension [Substring] {
  fileprivate func holds(_ sign: [Substring]) -> Bool {
    guard sign.count <= count else { return false }
    return (0...(count - sign.count)).contains { Array(self[$0..<$0 + sign.count]) == sign }
  }
}

extension Day {
  fileprivate func adding(years: Int) -> Day {
    Day(year: parts.year + years, month: parts.month, day: parts.day) ?? self + 365 * years
  }
}
