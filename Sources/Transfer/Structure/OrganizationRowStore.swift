import Database
import Kernel

/// A row that is refused takes back what it had begun, and only that.
struct OrganizationRowStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func attempt(_ body: () throws -> Void) throws {
    try transaction.run("SAVEPOINT organization_row")
    do {
      try body()
      try transaction.run("RELEASE SAVEPOINT organization_row")
    } catch let refusal as Refusal {
      try transaction.run("ROLLBACK TO SAVEPOINT organization_row")
      try transaction.run("RELEASE SAVEPOINT organization_row")
      throw refusal
    }
  }

  /// The person of a number in the personnel records.
  func person(staffCode: String) throws -> PersonID? {
    try transaction.rows("SELECT id FROM people WHERE staff_code = \(staffCode)").first?.get("id")
  }
}
