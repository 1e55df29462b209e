import Database
import Kernel

/// A row that is refused takes back what it had begun, and only that.
struct OrganizationRowStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
    try transaction.run("SAVEPOINT organization_row")
    do {
      let answer = try body()
      try transaction.run("RELEASE SAVEPOINT organization_row")
      return answer
    } catch let refusal as Refusal {
      try transaction.run("ROLLBACK TO SAVEPOINT organization_row")
      try transaction.run("RELEASE SAVEPOINT organization_row")
      throw refusal
    }
  }
}
