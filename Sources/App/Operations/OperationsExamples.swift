import Jobs
import Kernel
import Markup
import WebApp

/// Invented states of the operations screens, for the gallery.
enum OperationsExamples {
  static let all: [GalleryExample] = [
    example("cong-viec-trong", jobs: []),
    example("cong-viec-thuong", jobs: [waiting, running, scheduled]),
    example("cong-viec-khong-xong", jobs: [failed, running, retried], state: nil),
    example("cong-viec-day", jobs: (0..<50).map { index in Self.done(index) }, state: .done),
  ]

  private static func example(_ name: String, jobs: [Job], state: Job.State? = nil) -> GalleryExample {
    var counts = Dictionary(uniqueKeysWithValues: Job.State.allCases.map { ($0, 0) })
    for job in jobs { counts[job.state, default: 0] += 1 }
    if state == .done { counts[.done] = JobsPage.countMax }
    let page = JobsPage(
      jobs: jobs, counts: counts, state: state,
      remedies: ["example.read": "Mở văn bản, xem tệp có mở được không; tải lại tệp rồi bấm «Chạy lại»."],
      olderPath: state == .done ? OperationsPaths.jobs(in: .done, before: jobs.last?.id) : nil,
      seal: FormSeal(csrf: "example"))
    return GalleryExample(
      name, Page(title: JobsPage.title, room: .administration, main: page.html))
  }

  private static let morning = Instant(Day(number: 20_762), hour: 8, minute: 30)

  private static let waiting = Job(
    id: Job.ID(1), code: "example.read", title: "Đọc tệp quét của văn bản số đến 1247", state: .waiting,
    notBefore: morning, createdAt: morning)
  private static let running = Job(
    id: Job.ID(2), code: "example.read", title: "Đọc tệp quét của văn bản số đến 1246", state: .running, attempts: 1,
    notBefore: morning, progress: .init(done: 3, total: 12, note: "Đang đọc trang 3/12"), createdAt: morning)
  private static let scheduled = Job(
    id: Job.ID(3), code: "example.seal", title: "Niêm phong nhật ký", state: .waiting,
    notBefore: morning + .seconds(20), isScheduled: true, createdAt: morning, finishedAt: morning)
  private static let retried = Job(
    id: Job.ID(4), code: "example.print", title: "In sổ đăng ký văn bản đến năm 2026", state: .waiting, attempts: 2,
    notBefore: morning + .seconds(10), lastError: "LibreOffice dừng sau 120 giây.", createdAt: morning)
  private static let failed = Job(
    id: Job.ID(5), code: "example.read",
    title: "Đọc tệp quét của văn bản số đến 1245 về việc tổng kiểm kê tài sản công tại các đơn vị trực thuộc",
    state: .failed, attempts: 5, notBefore: morning,
    lastError: "Tệp PDF bị cắt cụt ở trang 7, không đọc được phần còn lại.", createdAt: morning, finishedAt: morning)

  private static func done(_ index: Int) -> Job {
    Job(
      id: Job.ID(Int64(100 - index)), code: "example.read",
      title: "Đọc tệp quét của văn bản số đến \(1200 - index)", state: .done, attempts: 1, notBefore: morning,
      createdAt: morning, finishedAt: morning + .seconds(index))
  }
}
