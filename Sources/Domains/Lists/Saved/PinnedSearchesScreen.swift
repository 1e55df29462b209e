import Database
import Kernel
import Markup

/// Saved searches that a person pinned to «Việc của tôi» (PL6-66).
package enum PinnedSearches {
  package static func chips(of actor: Actor, in transaction: any Transaction) throws -> Chips {
    let pinned = try SavedSearchStore(transaction).pinned(of: actor)
    return Chips(
      label: "Tìm kiếm đã ghim", pinned.map { .init($0.name, path: ListsPaths.opened($0.id)) })
  }
}
