import Database
import Documents
import Kernel

/// All SQL on what the form check said.
struct DraftFormCheckStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What is known of a file; nil for one that nobody asked about, as those from before the check.
  func find(_ file: DraftFile.ID) throws -> DraftFormCheck? {
    try transaction.rows(
      "SELECT file_id, checked_at, findings, trouble FROM draft_form_checks WHERE file_id = \(file)"
    ).first.map { row in
      DraftFormCheck(
        file: file, checkedAt: try row.find("checked_at"), findings: try JSONText.value(try row.get("findings")),
        trouble: try row.get("trouble"))
    }
  }

  /// It is to be looked at; what was found before stays to be seen until then.
  func ask(_ file: DraftFile.ID) throws {
    try transaction.run(
      """
      INSERT INTO draft_form_checks (file_id, checked_at, findings, trouble) VALUES (\(file), NULL, '[]', '')
      ON CONFLICT (file_id) DO UPDATE SET checked_at = NULL
      """)
  }

  func save(_ check: DraftFormCheck) throws {
    try transaction.run(
      """
      UPDATE draft_form_checks SET checked_at = \(check.checkedAt), findings = \(JSONText.text(check.findings)),
        trouble = \(check.trouble)
      WHERE file_id = \(check.file)
      """)
  }
}
