import Access
import Database
import Kernel
import Organization

extension Notifications {
  /// Tells whoever wrote a document, and the unit that answers for it, what became of it.
  ///
  /// - Parameter others: who else is told the same.
  package static func tellAuthors(
    _ event: NotificationEvent, of record: RecordReference, and others: [Principal] = [], _ words: String = "",
    by actor: Actor? = nil, source: Int64 = 0, in transaction: any Transaction
  ) throws {
    let told = try once(others + Access.authors(of: record, in: transaction), in: transaction)
    try tell(event, told, on: record, words, by: actor, source: source, in: transaction)
  }

  /// The same without the posts that look at a desk among them: one thing is told to a person once.
  package static func once(_ principals: [Principal], in transaction: any Transaction) throws -> [Principal] {
    let desks = Set(principals)
    return try principals.filter { principal in
      guard let id = principal.post else { return true }
      let post = try OrganizationStore(transaction).post(id)
      return Principal.held(post.roles, agency: post.agency, unit: post.unit, post: id)
        .allSatisfy { $0 == principal || !desks.contains($0) }
    }
  }
}
