import Database
import Kernel

/// What waits at a desk of another flow and stands in «Việc của tôi» too. `App` brings them together.
package protocol MyWorkDesk: Sendable {
  /// How many things wait for this actor there: part of the badge and of «Cần tôi làm».
  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int>

  /// The same things as rows, when there are any.
  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group
}
