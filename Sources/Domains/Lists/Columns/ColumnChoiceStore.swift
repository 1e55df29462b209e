import Database
import Kernel

/// SQL of chosen columns: one line per person and list.
package struct ColumnChoiceStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What the actor's person chose for a list, or the usual columns.
  package func choice(of list: some ShownList, by actor: Actor) throws -> ColumnChoice {
    try choiceLater(of: list, by: actor).get()
  }

  /// The same, not waited for.
  package func choiceLater(of list: some ShownList, by actor: Actor) throws -> Later<ColumnChoice> {
    try transaction.later(
      "SELECT columns FROM chosen_columns WHERE person_id = \(actor.person) AND list = \(list.code)"
    ).map { rows in
      let stored: String? = try rows.first?.get("columns")
      return ColumnChoice(of: list.columns, stored: stored?.split(separator: ",").map(String.init))
    }
  }

  /// Keeps a choice; the usual columns need no line.
  func save(_ choice: ColumnChoice, of list: some ShownList, by actor: Actor) throws {
    try transaction.run(
      "DELETE FROM chosen_columns WHERE person_id = \(actor.person) AND list = \(list.code)")
    guard !choice.isUsual else { return }
    try transaction.run(
      """
      INSERT INTO chosen_columns (person_id, list, columns)
      VALUES (\(actor.person), \(list.code), \(choice.ids.joined(separator: ",")))
      """)
  }
}
