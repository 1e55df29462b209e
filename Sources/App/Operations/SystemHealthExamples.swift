import Audit
import FileVault
import Jobs
import Kernel
import Markup
import Notifications
import Papers
import WebApp

/// Invented states of the health page, for the gallery.
enum SystemHealthExamples {
  static let all: [GalleryExample] = [
    example("suc-khoe-on", usual),
    example("suc-khoe-moi-cai", fresh),
    example("suc-khoe-can-xu-ly", troubled),
  ]

  private static func example(_ name: String, _ health: SystemHealth) -> GalleryExample {
    GalleryExample(
      name,
      Page(
        title: SystemHealthPage.title, room: .administration,
        main: SystemHealthPage(health: health, seal: FormSeal(csrf: "ma")).html))
  }

  private static let now = Instant(Day(number: 20_762), hour: 8, minute: 30)

  private static let usual = SystemHealth(
    tools: [
      .init(tool: .pdfInfo, path: "/usr/bin/pdfinfo", version: "22.12.0"),
      .init(tool: .tesseract, path: "/usr/bin/tesseract", version: "5.3.0"),
      .init(tool: .office, path: "/usr/bin/soffice", version: "7.4.7.2"),
      .init(tool: .sandbox, path: "/usr/bin/bwrap"),
    ],
    database: "SQLite 3.40.1", freeBytes: 412_300_000_000,
    vault: VaultHealth(findings: [], oldestCheckAt: now - .seconds(12 * 86_400)),
    audit: AuditHealth(sealed: 18_204, unsealed: 3, closedDay: now.day - 1),
    jobs: [.waiting: 4, .running: 1, .done: 1000, .failed: 0], isExampleBody: false,
    mail: MailHealth(server: "smtp.tongcuc.vi-du.vn:587", waiting: 1, lastSentAt: now - .seconds(300)), at: now)

  private static var fresh: SystemHealth {
    var health = usual
    health.vault = VaultHealth(findings: [], oldestCheckAt: nil)
    health.audit = AuditHealth(sealed: 0, unsealed: 0, closedDay: nil)
    health.jobs = [:]
    health.isExampleBody = true
    health.mail = MailHealth()
    return health
  }

  private static var troubled: SystemHealth {
    var health = usual
    health.database = "PostgreSQL 15.14 (Debian 15.14-0+deb12u1)"
    health.freeBytes = 640_000_000
    health.tools = [
      .init(tool: .office, remedy: "Chưa \(Tool.office.purpose). Cài gói «\(Tool.office.package)»."),
      .init(
        tool: .sandbox, path: "/usr/bin/bwrap",
        remedy: "Các công cụ chạy không cách ly. Cho phép không gian tên (namespace) trên máy chủ."),
    ]
    let damaged = FileHash(String(repeating: "a1b2", count: 16))
    health.vault = VaultHealth(
      findings: [damaged].compactMap { $0 }.map { .init(hash: $0, damage: .altered, foundAt: now) },
      oldestCheckAt: now - .seconds(90 * 86_400))
    health.audit = AuditHealth(sealed: 90_001, unsealed: 2210, closedDay: now.day - 4)
    health.jobs[.failed] = 2
    health.mail = MailHealth(
      server: "smtp.tongcuc.vi-du.vn:587", waiting: 41, failed: 3, oldestWaitingSince: now - .seconds(7200),
      lastSentAt: now - .seconds(9000),
      lastError: "Máy chủ thư không nhận tên hoặc mật khẩu. Xem mail.user và mail.password.file.")
    return health
  }
}
