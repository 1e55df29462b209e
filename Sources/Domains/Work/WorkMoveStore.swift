import Database
import Kernel

/// All SQL of the steps of work. Whoever reads them has made sure that the record may be seen.
package struct WorkMoveStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// SQLite binds so many values in one statement at most, and each step binds eleven.
  private static let rowsMax = 1000

  func add(_ moves: [WorkMove]) throws {
    for first in stride(from: 0, to: moves.count, by: Self.rowsMax) {
      let rows = try moves[first..<min(moves.count, first + Self.rowsMax)].map { move -> SQL in
        """
        (\(try transaction.nextKey(of: "work_moves")), \(move.item), \(move.subject.code), \(move.subject.number),
        \(move.from?.rawValue ?? ""), \(move.to), \(move.holder.token), \(move.unit), \(move.at), \(move.by),
        \(move.byName))
        """
      }
      try transaction.run(
        """
        INSERT INTO work_moves (id, item_id, subject_code, subject_number, from_state, to_state, holder, unit_id,
          moved_at, moved_by, mover_name)
        VALUES \(rows.joined(separator: ", "))
        """)
    }
  }

  /// Every step of a record's work, in the order in which they were taken.
  package func moves(of subject: RecordReference) throws -> [WorkMove] {
    try transaction.rows(
      """
      SELECT item_id, subject_code, subject_number, from_state, to_state, holder, unit_id, moved_at, moved_by,
        mover_name
      FROM work_moves WHERE subject_code = \(subject.code) AND subject_number = \(subject.number) ORDER BY id
      """
    ).map(WorkMove.init)
  }
}

extension WorkMove {
  init(_ row: Row) throws {
    item = try row.get("item_id")
    subject = RecordReference(code: try row.get("subject_code"), number: try row.get("subject_number"))
    from = WorkItem.State(rawValue: try row.get("from_state"))
    to = try row.get("to_state")
    holder = Principal(token: try row.get("holder"))
    unit = try row.find("unit_id")
    at = try row.get("moved_at")
    by = try row.get("moved_by")
    byName = try row.get("mover_name")
  }
}
