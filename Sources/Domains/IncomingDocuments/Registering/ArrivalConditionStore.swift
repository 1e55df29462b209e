import Database
import Kernel

/// SQL of how papers came in. Whoever reads it has been shown the document.
struct ArrivalConditionStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  func add(_ condition: ArrivalCondition, to document: IncomingDocument.ID) throws {
    try transaction.run(
      """
      INSERT INTO arrival_conditions (document_id, is_unopened, anomaly)
      VALUES (\(document), \(condition.isUnopened), \(condition.anomaly))
      """)
  }

  func findLater(_ document: IncomingDocument.ID) throws -> Later<NotedCondition?> {
    try transaction.later(
      """
      SELECT is_unopened, anomaly, opened_at, told_at, told_by FROM arrival_conditions WHERE document_id = \(document)
      """
    ).map { rows in
      try rows.first.map { row in
        var condition = ArrivalCondition()
        condition.isUnopened = try row.get("is_unopened")
        condition.anomaly = try row.get("anomaly")
        return NotedCondition(
          condition: condition, openedAt: try row.find("opened_at"), toldAt: try row.find("told_at"),
          toldBy: try row.find("told_by"))
      }
    }
  }

  /// Its first file came: the envelope was opened.
  func markOpened(_ document: IncomingDocument.ID) throws {
    try transaction.run(
      """
      UPDATE arrival_conditions SET opened_at = \(transaction.now)
      WHERE document_id = \(document) AND is_unopened = 1 AND opened_at IS NULL
      """)
  }

  func markTold(_ document: IncomingDocument.ID, by actor: Actor) throws {
    try transaction.run(
      """
      UPDATE arrival_conditions SET told_at = \(transaction.now), told_by = \(actor.nameOnRecord)
      WHERE document_id = \(document)
      """)
  }

  /// Forgets what was said of a document that is destroyed.
  func forget(_ document: IncomingDocument.ID) throws {
    try transaction.run("DELETE FROM arrival_conditions WHERE document_id = \(document)")
  }
}
