import Jobs
import Kernel
import Markup

/// Background jobs: what waits, what runs and how far, what did not finish, why, and what to do (Quản trị → Công việc nền).
struct JobsPage {
  static let title = "Công việc nền"
  static let countMax = 1000

  var jobs: [Job]
  var counts: [Job.State: Int]
  /// Nil: all that are not done.
  var state: Job.State?
  /// What to do when a kind of job fails, by its code.
  var remedies: [String: String]
  var olderPath: String?
  var seal: FormSeal

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .jobs))\(PageHead(Self.title, line: line).html)\(filters.html)\(list)\(Pager(older: olderPath).html)
    """
  }

  private var line: HTML {
    let failed = counts[.failed] ?? 0
    return failed == 0
      ? "Việc hệ thống tự làm sau lưng mọi người: đọc ảnh quét, in sổ, niêm phong nhật ký, kiểm tra kho tệp."
      : "Có \(Self.shown(failed)) việc không xong, cần người xem."
  }

  private var filters: Chips {
    let all = Chips.Chip("Chưa xong", path: OperationsPaths.jobs, selected: state == nil)
    return Chips(
      label: "Tình trạng",
      [all]
        + Job.State.allCases.map { state in
          Chips.Chip(
            state.label, path: OperationsPaths.jobs(in: state), selected: self.state == state,
            count: counts[state].map(Self.shown))
        })
  }

  private static func shown(_ count: Int) -> String { count >= countMax ? "1.000+" : String(count) }

  private var list: HTML {
    guard !jobs.isEmpty else {
      return EmptyState("Không có việc nào ở đây.", "Việc nền tự xuất hiện khi có việc phải làm, không cần ai thêm.")
        .html
    }
    return DataTable(
      caption: Self.title,
      columns: [
        .init("Việc", .long), .init("Tình trạng"), .init("Thêm lúc", .figures), .init("Chạy lúc", .figures),
        .init("Thao tác", .narrow, labelHidden: true),
      ],
      rows: jobs.map(row)
    ).html
  }

  private func row(_ job: Job) -> DataTable.Row {
    DataTable.Row(
      id: "viec-\(job.id)",
      cells: [
        "\(job.title)\(trouble(job))", state(of: job), "\(job.createdAt.text)", "\(time(of: job))",
        job.state == .failed ? retry(job) : .empty,
      ])
  }

  private func state(of job: Job) -> HTML {
    let tone: StateMark.Tone =
      switch job.state {
      case .waiting: job.lastError == nil ? .plain : .look
      case .running: .plain
      case .done: .done
      case .failed: .wrong
      }
    let mark = StateMark(job.state.label, tone).html
    guard job.state == .running, let total = job.progress.total else { return mark }
    let text = job.progress.note.isEmpty ? "\(job.progress.done)/\(total)" : job.progress.note
    return "\(mark) \(ProgressLine(key: "viec-\(job.id)", text: text, value: job.progress.done, max: total).html)"
  }

  /// When it ended, or when it runs (next).
  private func time(of job: Job) -> String {
    switch job.state {
    case .waiting: job.notBefore.text
    case .running: ""
    case .done, .failed: job.finishedAt?.text ?? ""
    }
  }

  private func trouble(_ job: Job) -> HTML {
    guard let error = job.lastError else { return .empty }
    let times: HTML = "<p class=\"hint\">Lần chạy thứ \(job.attempts) không xong: \(error)</p>"
    guard job.state == .failed, let remedy = remedies[job.code] else { return times }
    return "\(times)<p class=\"hint\">Cách xử lý: \(remedy)</p>"
  }

  private func retry(_ job: Job) -> HTML {
    ActForm(action: OperationsPaths.retry(job.id), seal: seal, button: Button("Chạy lại")).html
  }
}
