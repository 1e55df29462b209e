import Audit
import Database
import Drafts
import FileVault
import IncomingDocuments

/// What `chauban verify` proves: the audit chain from its first link, the hash of every stored file, and how far each
/// document and draft is.
package struct InstallationProof: Sendable {
  package var text: String
  package var isSound: Bool

  /// Blocking; memory is bounded.
  package static func run(_ installation: Installation) throws -> InstallationProof {
    try run(installation.database, installation.vault)
  }

  /// The same over a database that is not the installation's own yet.
  static func run(_ database: any Database, _ vault: FileVault) throws -> InstallationProof {
    let audit = try VerifyAudit(database: database).run()
    let vault = try VerifyVault(vault: vault, database: database).run()
    let progress = try VerifyProgress(database: database).run()
    let drafts = try VerifyDrafts(database: database).run()
    var lines = [
      "Nhật ký: \(audit.links) dòng đã niêm phong, \(audit.unsealed) dòng chờ niêm phong, \(audit.closings) ngày đã khóa.",
      "Kho tệp: \(vault.files) tệp, \(vault.bytes / 1_000_000) MB.",
    ]
    if let fault = audit.fault { lines.append("SAI: \(fault.text)") }
    if let damage = vault.firstDamage {
      lines.append("SAI: \(vault.damaged) tệp; tệp đầu tiên \(damage.hash): \(damage.damage.label).")
    }
    lines.append("Tình trạng xử lý: \(progress.documents) văn bản đến, tính lại từ việc đã giao.")
    for wrong in progress.wrong { lines.append("SAI: \(wrong).") }
    lines.append("Dự thảo: \(drafts.drafts) dự thảo, trạng thái tính lại từ việc và phê duyệt.")
    for wrong in drafts.wrong { lines.append("SAI: \(wrong).") }
    let isSound =
      audit.fault == nil && vault.firstDamage == nil && progress.wrong.isEmpty && drafts.wrong.isEmpty
    lines.append(isSound ? "Mọi thứ còn nguyên vẹn." : "Có chỗ không khớp ở trên.")
    return InstallationProof(text: lines.joined(separator: "\n"), isSound: isSound)
  }
}
