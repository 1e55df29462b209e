import Audit
import Database
import FileVault
import Jobs
import Kernel
import Notifications
import Papers

/// The state of the installation as an administrator sees it.
struct SystemHealth: Sendable {
  /// Below this much free disk, uploads may soon fail.
  static let freeBytesMin: Int64 = 2_000_000_000
  /// The scrubber hashes every file again within a month; longer means that it does not run.
  static let checkAgeMax: Duration = .seconds(45 * 86_400)
  /// Sealing runs within seconds; more entries than this mean that it does not.
  static let unsealedMax = 500

  var tools: [ToolInventory.Line]
  /// «SQLite 3.40.1».
  var database: String
  /// Nil when the system does not tell.
  var freeBytes: Int64?
  var vault: VaultHealth
  var audit: AuditHealth
  var jobs: [Job.State: Int]
  var isExampleBody: Bool
  var mail = MailHealth()
  /// When this was seen.
  var at: Instant

  /// Everything that somebody has to look at, each with what to do.
  var troubles: [String] {
    var found: [String] = []
    if let count = vault.findings.isEmpty ? nil : vault.findings.count {
      found.append("\(count) tệp trong kho bị hỏng hoặc mất. Lấy lại từ bản sao lưu gần nhất (xem «Kho tệp»).")
    }
    if let freeBytes, freeBytes < Self.freeBytesMin {
      found.append("Đĩa chỉ còn \(ByteText.text(freeBytes)). Giải phóng chỗ trước khi tệp mới bị từ chối.")
    }
    if let oldest = vault.oldestCheckAt, oldest + Self.checkAgeMax < at {
      found.append("Có tệp chưa được kiểm lại từ \(oldest.day.text). Xem việc «Kiểm tra kho tệp» ở «Công việc nền».")
    }
    if audit.unsealed > Self.unsealedMax {
      found.append("\(audit.unsealed) dòng nhật ký chờ niêm phong. Xem việc «Niêm phong nhật ký» ở «Công việc nền».")
    }
    if let failed = jobs[.failed], failed > 0 {
      found.append("\(failed) việc nền không xong. Mở «Công việc nền» để xem nguyên nhân và cho chạy lại.")
    }
    found += mail.troubles(at: at)
    return found + tools.compactMap { line in line.remedy.map { "\(line.tool.title): \($0)" } }
  }
}
