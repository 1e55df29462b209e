import Kernel
import VietnameseText

/// A person of the body. What they may do comes from their posts, how they sign in from their account.
package struct Person: Sendable, Equatable, Identifiable {
  package let id: PersonID
  /// The agency whose administrator keeps this entry.
  package var agency: AgencyID
  /// The name on the day that was asked for.
  package var fullName: String
  /// Number in the personnel records, if any.
  package var staffCode: String?
  package var version: Int
}

/// Forms of a person's name for order and search.
struct PersonNameKeys: Equatable {
  /// Given name first, as Vietnamese lists are ordered: «Hoa, Nguyễn Thị».
  var sortKey: String
  /// Folded and exact, each word after a blank, so that a search matches beginnings of words.
  var folded: String
  var exact: String

  init(_ fullName: String) {
    let words = fullName.split(separator: " ")
    let given = words.last.map(String.init) ?? ""
    // «0» sorts before every tone, so that a given name comes before its longer kin.
    sortKey = VietnameseOrder.sortKey(given) + "0" + VietnameseOrder.sortKey(words.dropLast().joined(separator: " "))
    folded = " " + Folding.folded(fullName)
    exact = " " + Folding.exact(fullName)
  }
}
