import Kernel
import Markup
import Organization
import WebApp
import Work

/// Pages of handing over in the states worth looking at. People are invented.
enum HandoverExamples {
  static var all: [GalleryExample] {
    [
      form("ban-giao-trong", empty), form("ban-giao", usual), form("ban-giao-nhieu", full),
      form("ban-giao-bi-tu-choi", refused), form("ban-giao-chu-rat-dai", long), form("ban-giao-dang-chay", running),
      result("ban-giao-xong", done), result("ban-giao-con-lai", someRefused), result("ban-giao-tien-do", underWay),
      result("ban-giao-xong-chu-rat-dai", longResult),
    ]
  }

  private static let seal = FormSeal(csrf: "ma", post: "1009", submission: "khoa")
  private static let longWords = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let people: [Field.Choice] = [
    .init("1008", "Hoàng Văn Thắng, Vụ trưởng, Vụ Khoáng sản"),
    .init("1010", "Đỗ Thị Hồng Nhung, Văn thư Vụ, Vụ Khoáng sản"),
  ]

  private static let rows: [LeavingPage.Row] = [
    .init(
      code: "Số đến 1247, 152/SNNMT-KS", subject: "V/v đề nghị kiểm tra điểm mỏ đá vôi xã Khe Sim",
      path: "/van-ban-den/1", due: "05/11/2026", isLate: true, state: "chủ trì, đang xử lý"),
    .init(
      code: "", subject: ReadableWords.hidden, path: nil, due: "30/11/2026", state: "phối hợp, chờ nhận"),
  ]

  private static func group(_ title: String, _ count: String, isDuty: Bool = true, isOpen: Bool = false)
    -> LeavingPage.Group
  {
    LeavingPage.Group(
      title: title, count: count, isDuty: isDuty, rows: rows,
      receiver: Field(
        "Người nhận: \(title.prefix(1).lowercased() + title.dropFirst())", name: "nguoi-nhan-1009-\(title.count)",
        kind: .select([.init("", "người nhận cho tất cả"), .init("khong", "để lại, chưa bàn giao")] + people),
        width: .half), isOpen: isOpen)
  }

  private static func page(_ parts: [LeavingPage.Part]) -> LeavingPage {
    LeavingPage(
      personName: "Bùi Quốc Khánh", isOwn: true, parts: parts, earlier: [], receivers: people, action: "/ban-giao",
      backPath: "/viec-cua-toi", input: FormInput(), seal: seal)
  }

  private static var empty: LeavingPage { page([]) }

  private static var usual: LeavingPage {
    var page = page([
      .init(
        label: "Vụ trưởng, Vụ Khoáng sản",
        groups: [
          group("Việc giải quyết văn bản đến", "12", isOpen: true), group("Dự thảo đang soạn", "3"),
          group("Văn bản đang theo dõi", "2", isDuty: false),
        ])
    ])
    page.people = [
      .init(text: "Bùi Quốc Khánh, Chuyên viên", path: "/ban-giao/cua/209"),
      .init(text: "Đỗ Thị Hồng Nhung, Văn thư Vụ", path: "/ban-giao/cua/210"),
    ]
    return page
  }

  private static var full: LeavingPage {
    var lent = group("Ủy quyền đã nhận của người khác", "1")
    (lent.receiver, lent.rows) = (nil, [rows[0]])
    var signing = group("Dự thảo chờ ký", "2")
    (signing.receiver, signing.rows) = (nil, [rows[0]])
    signing.stays =
      "Quyền ký là của riêng từng người nên không bàn giao: mở từng dự thảo để ký hoặc trả lại, hay nhờ người soạn rút về và chọn người ký khác."
    var many = group("Việc giải quyết văn bản đến", "1.000+", isOpen: true)
    many.rows = Array(repeating: rows[0], count: 30)
    many.morePath = "/ban-giao?sau=30"
    var page = page([
      .init(label: "Vụ trưởng, Vụ Pháp chế", groups: [many, group("Góp ý dự thảo được hỏi", "4"), signing, lent]),
      .init(label: "Chuyên viên, Vụ Khoáng sản (đã thôi giữ)", groups: [group("Dự thảo đang soạn", "1")]),
    ])
    page.isOwn = false
    page.people = (1...14).map {
      .init(text: $0 == 5 ? "\(longWords), Chuyên viên" : "Nguyễn Thị Phương Thảo \($0), Chuyên viên chính", path: "#")
    }
    page.earlier = [.init(text: "Đã bàn giao lúc 16:40 02/11/2026, Phan Anh Tuấn thực hiện", path: "/ban-giao/lan/1")]
    return page
  }

  private static var refused: LeavingPage {
    var page = usual
    page.input = FormInput(
      values: ["ly-do": "", "nguoi-nhan": ""],
      reasons: [
        "ly-do": ["Hãy chọn lý do bàn giao."],
        "nguoi-nhan": ["Hãy chọn người nhận, cho tất cả hoặc cho từng nhóm."],
      ])
    return page
  }

  private static var running: LeavingPage {
    var page = usual
    page.running = .init(text: "Đang bàn giao từ 09:12 05/11/2026.", path: "/ban-giao/lan/1")
    return page
  }

  private static var long: LeavingPage {
    var page = usual
    page.personName = longWords
    page.parts[0].label = longWords
    page.parts[0].groups[0].rows[0].subject = longWords
    page.parts[0].groups[0].rows[0].code = "Số đến 12345, 12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
    page.receivers = [.init("1", longWords)]
    return page
  }

  private static func outcome(_ shown: HandoverLine.Outcome, _ counts: [HandoverLine.Outcome: Int]) -> HandoverPage {
    let line = HandoverPage.Line(
      code: "Số đến 1247, 152/SNNMT-KS", subject: "V/v đề nghị kiểm tra điểm mỏ đá vôi xã Khe Sim",
      path: "/van-ban-den/1", kind: "Việc giải quyết văn bản đến", to: people[1].label, due: "05/11/2026",
      refusal: shown == .refused ? "Chỉ bàn giao cho người khác trong cùng đơn vị." : "")
    return HandoverPage(
      personName: "Bùi Quốc Khánh", reason: "Chuyển công tác. Theo Quyết định số 15/QĐ-TCĐC",
      askedBy: "Bùi Quốc Khánh, Chuyên viên", askedAt: "09:12 05/11/2026", finishedAt: "09:13 05/11/2026",
      receivers: [
        .init(
          name: people[1].label, counts: "Việc giải quyết văn bản đến: 12; Dự thảo đang soạn: 3",
          files: HandoverScreen.formats.map { ($0.label, "/ban-giao/lan/1/bien-ban/1010/\($0.name)") })
      ], shown: shown, lines: [line],
      chips: Chips(
        label: "Kết quả",
        HandoverLine.Outcome.allCases.filter { counts[$0] != nil }.map {
          .init(
            $0.label, path: "/ban-giao/lan/1?ket-qua=\($0.rawValue)", selected: $0 == shown,
            count: "\(counts[$0, default: 0])")
        }), backPath: "/ban-giao")
  }

  private static var done: HandoverPage { outcome(.done, [.done: 15]) }
  private static var someRefused: HandoverPage { outcome(.refused, [.done: 14, .refused: 1]) }

  private static var underWay: HandoverPage {
    var page = outcome(.waiting, [.done: 84, .waiting: 116])
    page.finishedAt = nil
    page.progress = ProgressLine(key: "handover-1", text: "Đang bàn giao 84/200 việc, tài liệu", value: 84, max: 200)
    return page
  }

  private static var longResult: HandoverPage {
    var page = outcome(.refused, [.done: 14, .refused: 1])
    (page.personName, page.reason) = (longWords, longWords)
    page.lines[0].subject = longWords
    page.lines[0].refusal = longWords
    page.receivers[0].name = longWords
    return page
  }

  private static func form(_ name: String, _ page: LeavingPage) -> GalleryExample {
    GalleryExample(name, Page(title: LeavingPage.title, room: .myWork, main: page.html, keys: LeavingPage.keys))
  }

  private static func result(_ name: String, _ page: HandoverPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .myWork, main: page.html))
  }
}
