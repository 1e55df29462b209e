import Access
import Kernel
import VietnameseText

/// What is known of a thing in a dossier, for finding the line that it stands for.
struct MatchableContent: Sendable {
  var item: DossierItem.ID
  /// Nil for what is no document that came or was issued: a draft or a copy is never taken by itself.
  var direction: ExpectedContent.Direction?
  var typeName: String
  var title: String

  init(item: DossierItem.ID, direction: ExpectedContent.Direction?, typeName: String, title: String) {
    self.item = item
    self.direction = direction
    self.typeName = typeName
    self.title = title
  }

  /// Nil for what may not be told of now.
  init?(_ item: DossierItem, _ summary: RecordSummary?) {
    if let file = item.file {
      self.init(
        item: item.id, direction: .file, typeName: file.described?.typeName ?? "", title: file.title)
      return
    }
    guard let summary, !summary.isWithheld, let filing = summary.filing else { return nil }
    let direction: ExpectedContent.Direction? =
      switch filing.direction {
      case .incoming: .incoming
      case .outgoing: .outgoing
      case nil: nil
      }
    self.init(item: item.id, direction: direction, typeName: filing.typeName, title: summary.subject)
  }
}

/// Finds which expected line a thing stands for: by where it comes from, its type, and the words of the title.
enum ContentMatching {
  /// So many of the line's own words must stand in the title.
  static let shareMin = 0.5

  /// The line that fits best, the earlier of two alike, and why it fits in words.
  static func best(
    for content: MatchableContent, among lines: [DossierExpectation]
  ) -> (line: DossierExpectation, reason: String)? {
    var best: (line: DossierExpectation, reason: String, score: Double)?
    for line in lines where line.isOpen(to: content.item) {
      guard let (score, reason) = fit(content, line), score > best?.score ?? 0 else { continue }
      best = (line, reason, score)
    }
    return best.map { ($0.line, $0.reason) }
  }

  /// Nil when it does not fit. The type of a line says more than its words; a line without one needs its words.
  private static func fit(_ content: MatchableContent, _ line: DossierExpectation) -> (Double, String)? {
    guard let direction = content.direction,
      line.content.direction == .any || line.content.direction == direction
    else { return nil }
    let type = line.typeName
    if !type.isEmpty, direction != .file || !content.typeName.isEmpty {
      guard Folding.folded(content.typeName) == Folding.folded(type) else { return nil }
    }
    let title = wordSet(content.title)
    let own = type.isEmpty || direction == .file ? words(line.content.name) : words(line.content.name, without: type)
    // A line that says no more than its type is met by every document of it.
    guard !own.isEmpty else { return (1, "loại \(type)") }
    let shared = own.filter { title.contains($0.folded) }
    let share = Double(shared.count) / Double(own.count)
    guard share >= shareMin else { return nil }
    let said = "có chữ «\(shared.map(\.shown).joined(separator: " "))»"
    return type.isEmpty || direction == .file ? (share, said) : (1 + share, "loại \(type), \(said)")
  }

  private struct Word {
    var shown: String
    var folded: String
  }

  /// In their order, without those that stand in every title and those of `type`.
  private static func words(_ text: String, without type: String = "") -> [Word] {
    let left = usual.union(wordSet(type))
    return text.split { !$0.isLetter && !$0.isNumber }.map {
      Word(shown: String($0), folded: Folding.folded(String($0)))
    }
    .filter { !left.contains($0.folded) }
  }

  private static func wordSet(_ text: String) -> Set<String> {
    Set(Folding.folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  private static let usual: Set<String> = ["ve", "viec", "v", "cua", "va", "cac", "cho", "tai", "theo", "nam"]
}
