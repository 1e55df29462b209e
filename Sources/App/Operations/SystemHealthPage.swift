import Audit
import FileVault
import Jobs
import Kernel
import Markup
import Notifications
import Papers

/// Whether the system is well, and what to do where it is not (Quản trị → Sức khỏe hệ thống).
struct SystemHealthPage {
  static let title = "Sức khỏe hệ thống"

  var health: SystemHealth
  var seal: FormSeal

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .health))\(PageHead(Self.title, line: "Xem lúc \(health.at.text).").html)\
    \(verdict)\
    <section><h2>Dữ liệu</h2>\(data.html)</section>\
    <section><h2>Kho tệp</h2>\(vault)</section>\
    <section><h2>Công việc nền</h2>\(jobs)</section>\
    <section><h2>Thư điện tử</h2>\(mail)</section>\
    <section><h2>Công cụ trên máy chủ</h2>\(tools.html)</section>
    """
  }

  private var verdict: HTML {
    let troubles = health.troubles
    guard !troubles.isEmpty else {
      return Notice(.changed, "Không có điều gì phải xử lý.", word: "Mọi thứ ổn").html
    }
    return Notice(.caution, "\(troubles.count) điều cần xử lý.", reasons: troubles).html
  }

  private var data: DefinitionList {
    let closed = health.audit.closedDay.map { "khóa đến hết ngày \($0.text)" } ?? "chưa có ngày nào được khóa"
    return DefinitionList([
      .init("Cơ sở dữ liệu", text: health.database),
      .init("Đĩa còn trống", text: health.freeBytes.map(ByteText.text) ?? "máy chủ không cho biết"),
      .init(
        "Nhật ký",
        text: "\(health.audit.sealed) dòng đã niêm phong, \(health.audit.unsealed) dòng chờ niêm phong; \(closed)"),
      .init(
        "Cơ quan ví dụ",
        text: health.isExampleBody
          ? "Có: người và văn bản đều hư cấu, ai cũng vào được bằng tài khoản chung. Đừng nhập văn bản thật."
          : "Không: đây là dữ liệu thật"),
    ])
  }

  private var vault: HTML {
    let line: HTML =
      health.vault.oldestCheckAt.map {
        "<p>Mọi tệp trong kho đã được đọc lại và đối chiếu từ \($0.text) đến nay.</p>"
      } ?? "<p>Kho chưa có tệp nào.</p>"
    guard !health.vault.findings.isEmpty else { return line }
    let table = DataTable(
      caption: "Tệp bị hỏng hoặc mất",
      columns: [.init("Tệp (mã băm)", .long), .init("Tình trạng"), .init("Phát hiện lúc", .figures)],
      rows: health.vault.findings.map { finding in
        .init(cells: [
          "<span class=\"code\">\(finding.hash.text.prefix(16).description)…</span>",
          StateMark(finding.damage.label, .wrong).html, "\(finding.foundAt.text)",
        ])
      }, walkable: false)
    return """
      \(table.html)<p class="hint">Chép tệp cùng mã băm từ bản sao lưu vào thư mục vault rồi chạy «chauban verify».</p>
      """
  }

  private var jobs: HTML {
    let entries = Job.State.allCases.map { state -> DefinitionList.Entry in
      let count = health.jobs[state] ?? 0
      let text = count >= JobsPage.countMax ? "1.000+" : String(count)
      return .init(state.label, "<a href=\"\(OperationsPaths.jobs(in: state))\">\(text) việc</a>")
    }
    return DefinitionList(entries).html
  }

  private var mail: HTML {
    guard let server = health.mail.server else {
      return "<p>Chưa nối với máy chủ thư: thông báo chỉ hiện trong hệ thống. Cách nối ghi ở tài liệu vận hành.</p>"
    }
    func text(_ count: Int) -> String { count >= JobsPage.countMax ? "1.000+" : String(count) }
    let oldest = health.mail.oldestWaitingSince.map { ", cũ nhất từ \($0.text)" } ?? ""
    let list = DefinitionList([
      .init("Máy chủ thư", text: server), .init("Chờ gửi", text: "\(text(health.mail.waiting)) thư\(oldest)"),
      .init("Không gửi được", text: "\(text(health.mail.failed)) thư"),
      .init("Gửi được lần cuối", text: health.mail.lastSentAt?.text ?? "chưa lần nào"),
      .init("Trục trặc gần nhất", text: health.mail.trouble ?? health.mail.lastError ?? ""),
    ])
    guard health.mail.failed > 0 else { return list.html }
    let retry = ActForm(action: NotificationsPaths.retryMail, seal: seal, button: Button("Gửi lại"))
    return "\(list.html)<div class=\"acts\">\(retry.html)</div>"
  }

  private var tools: DataTable {
    DataTable(
      caption: "Công cụ trên máy chủ",
      columns: [
        .init("Công cụ"), .init("Phiên bản", .figures), .init("Tình trạng", .figures), .init("Việc phải làm", .long),
      ],
      rows: health.tools.map(row), walkable: false)
  }

  private func row(_ line: ToolInventory.Line) -> DataTable.Row {
    let state: StateMark =
      switch (line.path, line.remedy) {
      case (nil, _): StateMark("Thiếu", .wrong)
      case (_, .some): StateMark("Cần xem", .look)
      default: StateMark("Có", .done)
      }
    return DataTable.Row(cells: [
      "\(line.tool.title)", "\(line.version ?? "")", state.html, "\(line.remedy ?? "")",
    ])
  }
}
