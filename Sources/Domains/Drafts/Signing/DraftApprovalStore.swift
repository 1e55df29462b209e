import Database
import FileVault
import Kernel

/// All SQL on approvals.
package struct DraftApprovalStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, version_number, main_hash, annex_hashes, post_id, person_id, person_name, title, capacity, basis, at, voided_at,
    void_reason
    """

  /// Every approval of a draft that the caller has found for the actor, oldest first; voided ones too.
  package func list(of draft: Draft.ID) throws -> [DraftApproval] {
    try transaction.rows("SELECT \(Self.columns) FROM draft_approvals WHERE draft_id = \(draft) ORDER BY id")
      .map(DraftApproval.init)
  }

  /// The one that stands.
  package func standing(of draft: Draft.ID) throws -> DraftApproval? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM draft_approvals WHERE draft_id = \(draft) AND voided_at IS NULL"
    ).first.map(DraftApproval.init)
  }

  func add(_ approval: DraftApproval, to draft: Draft.ID) throws {
    try refusing("draft_approvals_standing", as: Refusal(.conflict, "Dự thảo vừa được người khác ký duyệt.")) {
      try transaction.run(
        """
        INSERT INTO draft_approvals (id, draft_id, version_number, main_hash, annex_hashes, post_id, person_id,
          person_name, title, capacity, basis, at, void_reason)
        VALUES (\(approval.id), \(draft), \(approval.versionNumber), \(approval.mainHash),
          \(approval.annexHashes.map(\.text).joined(separator: ",")), \(approval.post), \(approval.person),
          \(approval.personName), \(approval.title), \(approval.capacity), \(approval.basis), \(approval.at), '')
        """)
    }
  }

  func void(of draft: Draft.ID, because reason: String) throws {
    try transaction.run(
      """
      UPDATE draft_approvals SET voided_at = \(transaction.now), void_reason = \(reason)
      WHERE draft_id = \(draft) AND voided_at IS NULL
      """)
  }
}

extension DraftApproval {
  init(_ row: Row) throws {
    let annexes: String = try row.get("annex_hashes")
    self.init(
      id: try row.get("id"), versionNumber: try row.get("version_number"), mainHash: try row.get("main_hash"),
      annexHashes: annexes.split(separator: ",").compactMap { FileHash(String($0)) }, post: try row.get("post_id"),
      person: try row.get("person_id"), personName: try row.get("person_name"), title: try row.get("title"),
      capacity: try row.get("capacity"), basis: try row.get("basis"), at: try row.get("at"),
      voidedAt: try row.find("voided_at"), voidReason: try row.get("void_reason"))
  }
}
