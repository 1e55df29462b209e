import Database
import Kernel

extension Work {
  /// How many pieces of work are open on a record: what keeps it from being destroyed.
  package static func openCount(on subject: RecordReference, in transaction: any Transaction) throws -> Int {
    try WorkStore(transaction).items(of: subject).filter(\.isOpen).count
  }
}
