import Database
import Kernel

extension DossierParticipant.Role: SQLConvertible {}

/// All SQL on who takes part in dossiers. The caller has found the dossier for the actor.
package struct DossierParticipantStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// In the order in which they came.
  package func list(of dossier: Dossier.ID) throws -> [DossierParticipant] {
    try transaction.rows(
      """
      SELECT holder, name, role, added_at, added_by FROM dossier_participants WHERE dossier_id = \(dossier)
      ORDER BY added_at, holder
      """
    ).map { row in
      DossierParticipant(
        holder: Principal(token: try row.get("holder")), name: try row.get("name"), role: try row.get("role"),
        addedAt: try row.get("added_at"), addedBy: try row.get("added_by"))
    }
  }

  func put(_ participant: DossierParticipant, in dossier: Dossier.ID) throws {
    try transaction.run(
      """
      INSERT INTO dossier_participants (dossier_id, holder, name, role, added_at, added_by)
      VALUES (\(dossier), \(participant.holder.token), \(participant.name), \(participant.role), \(participant.addedAt),
        \(participant.addedBy))
      ON CONFLICT (dossier_id, holder) DO UPDATE SET role = excluded.role, name = excluded.name
      """)
  }

  func remove(_ holder: Principal, from dossier: Dossier.ID) throws {
    try transaction.run(
      "DELETE FROM dossier_participants WHERE dossier_id = \(dossier) AND holder = \(holder.token)")
  }

  /// When a post was last in the dossier; nil for the first time.
  func lastVisit(_ dossier: Dossier.ID, by post: PostID) throws -> Instant? {
    try transaction.rows(
      "SELECT seen_at FROM dossier_visits WHERE dossier_id = \(dossier) AND post_id = \(post)"
    ).first?.get("seen_at")
  }

  func visit(_ dossier: Dossier.ID, by post: PostID) throws {
    try transaction.run(
      """
      INSERT INTO dossier_visits (dossier_id, post_id, seen_at) VALUES (\(dossier), \(post), \(transaction.now))
      ON CONFLICT (dossier_id, post_id) DO UPDATE SET seen_at = excluded.seen_at
      """)
  }
}
