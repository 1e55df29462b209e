import Kernel
import VietnameseText

/// A term proposed for a title, with the row of the table in force that is its reason (LT-07).
package struct RetentionProposal: Sendable, Equatable {
  package var rule: RetentionRule
  /// Name of the table it stands in.
  package var schedule: String
  /// From 0 to 1: how much the words of the two titles are the same.
  package var likeness: Double

  /// The nearest rows for a title, the nearest first; none when nothing is near.
  package static func nearest(
    to title: String, among rules: [RetentionRule], of schedule: String, limit: Int = 3
  ) -> [RetentionProposal] {
    let words = Self.parts(of: title)
    guard !words.isEmpty else { return [] }
    let found = rules.compactMap { rule -> RetentionProposal? in
      let other = Self.parts(of: rule.title)
      let common = words.intersection(other).count
      guard common > 0, !other.isEmpty else { return nil }
      let likeness = 2 * Double(common) / Double(words.count + other.count)
      return likeness < least ? nil : RetentionProposal(rule: rule, schedule: schedule, likeness: likeness)
    }
    return Array(found.sorted { ($1.likeness, $0.rule.place) < ($0.likeness, $1.rule.place) }.prefix(limit))
  }

  /// Below this, two titles share words by chance.
  private static let least = 0.15

  /// Its words and its pairs of words, folded; words of every title tell nothing.
  private static func parts(of title: String) -> Set<String> {
    let words = Folding.folded(title).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.filter { !empty.contains($0) && Int($0) == nil }
    return Set(telling + zip(telling, telling.dropFirst()).map { "\($0) \($1)" })
  }

  private static let empty: Set<String> = [
    "ho", "so", "tai", "lieu", "ve", "cua", "cac", "va", "theo", "nam", "viec", "tap", "van", "ban", "cho", "den",
    "trong", "do", "voi", "hang", "quy", "thang",
  ]
}
