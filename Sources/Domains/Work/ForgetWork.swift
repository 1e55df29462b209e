import Access
import Database
import Kernel
import Notifications

extension Work {
  /// Forgets every word said of a record that a job destroys after its work has ended, and who saw it through that work.
  package static func forget(_ subject: RecordReference, in transaction: any Transaction) throws {
    let items = try WorkStore(transaction).items(of: subject)
    try WorkStore(transaction).forgetWords(of: subject)
    try Notifications.forget(subject, in: transaction)
    if !items.isEmpty { try Access.revoke(sources: items.map { .workItem($0.id) }, of: subject, in: transaction) }
  }
}
