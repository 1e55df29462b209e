import Kernel
import Markup
import WebApp

/// Screens of acts on many documents for the gallery.
enum WorkBatchExamples {
  static let all: [GalleryExample] = [
    form("hang-loat-phan-cong", assignment), form("hang-loat-tu-choi", refused), form("hang-loat-nhan", acceptance),
    form("hang-loat-khong-lam-duoc", impossible), form("hang-loat-chu-dai", long),
    result("hang-loat-ket-qua", someRefused), result("hang-loat-xong", allDone),
    result("hang-loat-dang-lam", underWay), result("hang-loat-trong", undone),
  ]

  private static let lines: [WorkBatchPage.Line] = [
    .init(
      target: "8.16", code: "Số đến 1247, 152/SNNMT-KS", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
      path: "/van-ban-den/8"),
    .init(
      target: "24.32", code: "Số đến 1248, 45/GM-VP", subject: "Họp giao ban tháng 11 năm 2026", path: "/van-ban-den/24"
    ),
    .init(
      target: "40.48", code: "Số đến 1251, 861/SXD-VP", subject: "V/v rà soát giấy phép khai thác cát lòng sông",
      path: "/van-ban-den/40", obstacle: "Việc đang «Đang xử lý», không cần nhận."),
  ]

  private static func base(_ act: WorkBatch.Act) -> WorkBatchPage {
    WorkBatchPage(act: act, lines: lines, input: FormInput(), seal: FormSeal(csrf: "ma"), back: "/viec-cua-toi")
  }

  private static let acceptance = base(.accept)

  private static var assignment: WorkBatchPage {
    var page = base(.assign)
    page.fields = [
      Field("Ý kiến", name: HandlingField.text, kind: .area(rows: 3)),
      Field(
        "Hạn chung", name: HandlingField.due, kind: .day, hint: "Không muộn hơn hạn của đơn vị ở từng văn bản.",
        width: .third),
    ]
    page.placesTitle = "Giao cho"
    page.roles = HandlingScreen.assignmentRoles
    page.places = [
      .init(key: "p1009", label: "Bùi Quốc Khánh, Chuyên viên, Vụ Khoáng sản", role: "lead"),
      .init(key: "p1010", label: "Đỗ Thị Lan, Văn thư đơn vị, Vụ Khoáng sản"),
    ]
    page.lines[2].obstacle = ""
    return page
  }

  private static var refused: WorkBatchPage {
    var page = base(.complete)
    page.fields = [
      Field("Kết quả giải quyết (ghi cho tất cả)", name: HandlingField.result, kind: .area(rows: 3), required: true)
    ]
    page.input = FormInput(
      values: [HandlingField.result: ""], reasons: [HandlingField.result: ["Hãy ghi kết quả giải quyết."]])
    return page
  }

  private static var impossible: WorkBatchPage {
    var page = base(.accept)
    page.lines = [lines[2]]
    return page
  }

  private static var long: WorkBatchPage {
    var page = assignment
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 10)
    for index in page.lines.indices { page.lines[index].subject = long }
    page.lines[0].code = "Số đến 12345, 12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
    page.lines[1].obstacle = long
    page.places = page.places.map { .init(key: $0.key, label: long, role: $0.role) }
    return page
  }

  private static func outcome(
    _ act: WorkBatch.Act, _ counts: [WorkBatchLine.State: Int], _ shown: WorkBatchLine.State
  ) -> WorkBatchResultPage {
    WorkBatchResultPage(
      act: act, counts: counts, shown: shown,
      lines: lines.map { .init(code: $0.code, subject: $0.subject, path: $0.path, reason: $0.obstacle) },
      chips: Chips(
        label: "Kết quả",
        WorkBatchLine.State.allCases.filter { counts[$0] != nil }.map {
          .init(
            $0.label, path: "/viec-cua-toi/hang-loat/8?nhom=\($0.rawValue)", selected: $0 == shown,
            count: "\(counts[$0, default: 0])")
        }), back: "/viec-cua-toi")
  }

  private static var someRefused: WorkBatchResultPage {
    var page = outcome(.complete, [.done: 117, .refused: 3], .refused)
    page.lines[0].reason = "Bùi Quốc Khánh, Chuyên viên (chủ trì) đang xử lý."
    page.lines[1].reason = "Việc của Vụ Khoáng sản đã thu hồi lúc 09:12 05/11/2026. Hãy tải lại trang."
    page.pager = Pager(older: "/viec-cua-toi/hang-loat/8?nhom=refused&tiep=50", olderLabel: "Tiếp theo ›")
    return page
  }

  private static var allDone: WorkBatchResultPage {
    var page = outcome(.assign, [.done: 3], .done)
    for index in page.lines.indices { page.lines[index].reason = "" }
    page.undo =
      UndoNotice(
        "Đã phân công 3 văn bản.", action: "/viec-cua-toi/hang-loat/8/hoan-tac", seal: FormSeal(csrf: "ma")
      ).html
    return page
  }

  private static var underWay: WorkBatchResultPage {
    var page = outcome(.accept, [.done: 84, .waiting: 116], .waiting)
    page.progress = ProgressLine(key: "batch-8", text: "Đang làm 84/200 văn bản", value: 84, max: 200)
    for index in page.lines.indices { page.lines[index].reason = "" }
    return page
  }

  private static var undone: WorkBatchResultPage {
    var page = outcome(.present, [.undone: 12, .done: 0], .done)
    page.lines = []
    page.undoneLine = "Đã hoàn tác 12 văn bản lúc 09:12 05/11/2026."
    return page
  }

  private static func form(_ name: String, _ page: WorkBatchPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .myWork, main: page.html, keys: WorkBatchPage.keys))
  }

  private static func result(_ name: String, _ page: WorkBatchResultPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .myWork, main: page.html, keys: WorkBatchResultPage.keys))
  }
}
