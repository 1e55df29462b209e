import Database
import FileVault
import Kernel

/// All SQL on forgetting what a draft said.
struct DestroyedDraftStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Its versions, files, approvals, opinions and every word of those who checked it. Gives the hashes that nothing names any more.
  func forget(_ draft: Draft.ID) throws -> [FileHash] {
    let hashes: [FileHash] = try transaction.rows("SELECT DISTINCT hash FROM draft_files WHERE draft_id = \(draft)")
      .map { try $0.get("hash") }
    let files: SQL = "SELECT id FROM draft_files WHERE draft_id = \(draft)"
    try transaction.run("DELETE FROM draft_form_checks WHERE file_id IN (\(files))")
    for table: SQL in [
      "draft_files", "draft_versions", "draft_readers", "draft_opinion_comments", "draft_opinions", "draft_approvals",
      "draft_submissions",
    ] { try transaction.run("DELETE FROM \(table) WHERE draft_id = \(draft)") }
    try transaction.run("UPDATE draft_checks SET note = '', void_reason = '' WHERE draft_id = \(draft)")
    return try StoredFileStore(transaction).removeUnnamed(among: hashes)
  }
}
