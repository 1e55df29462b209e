import Documents
import Kernel
import Markup
import WebApp

/// Screens of drafts for the gallery.
enum DraftExamples {
  static let all: [GalleryExample] =
    [
      page("du-thao-moi-tao", empty), page("du-thao-tu-mau", made), page("du-thao-dang-trinh", full),
      page("du-thao-da-ky", signed),
      page("du-thao-vuong", blocked), page("du-thao-tu-dai", long), preview,
      list("du-thao-danh-sach", lines), list("du-thao-danh-sach-trong", []),
      list("du-thao-danh-sach-tu-dai", longLines),
    ] + [
      act("du-thao-soan", new), act("du-thao-soan-tu-choi", refused), act("du-thao-trinh", submission),
      act("du-thao-soan-tu-mau", template),
      act("du-thao-ban-moi", version), act("du-thao-tra-lai", giveBack), act("du-thao-ky-vuong", sign),
    ]

  static let longWords = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
  private static let seal = FormSeal(csrf: "ma", post: "1009", version: 2)

  private static var empty: DraftPage {
    DraftPage(
      typeName: "Công văn", unit: "Vụ Khoáng sản", drafter: "Bùi Quốc Khánh, Chuyên viên",
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", state: StateMark("Đang soạn thảo"),
      viewer: PageViewer(name: "Dự thảo", images: [], emptyLine: "Chưa có tệp dự thảo."), versions: [],
      asked: "Anh/chị đang soạn dự thảo này.",
      primary: .init(button: Button("Soạn từ mẫu", style: .primary, key: "w"), postTo: "/du-thao/8/tu-mau"),
      acts: [
        .init(button: Button("Đưa bản Word", path: "/du-thao/8/ban-moi", key: "v")),
        .init(
          button: Button(
            "Trình", path: "/du-thao/8/trinh", key: "c",
            obstacles: [
              "Chưa có tệp dự thảo; hãy tải lên bản Word trước khi trình.",
              "Chưa có nơi nhận; hãy sửa thông tin dự thảo.",
            ])),
        .init(button: Button("Sửa thông tin", path: "/du-thao/8/sua", key: "s")),
      ], folded: [.init(button: Button("Hủy dự thảo", path: "/du-thao/8/huy"))], stations: [],
      story: Story([
        .init(
          time: "08:30 05/11/2026", isoTime: "2026-11-05T01:30:00Z", actor: "Bùi Quốc Khánh",
          sentence: "tạo dự thảo Công văn «Về việc kiểm kê trữ lượng đá vôi năm 2026»")
      ]), metadata: DefinitionList([.init("Loại văn bản", text: "Công văn")]), seal: seal)
  }

  private static var full: DraftPage {
    var page = empty
    page.urgency = .urgent
    page.state = StateMark("Chờ kiểm tra thể thức")
    page.viewer.images = [
      PageViewer.Image(page: 1, path: "/tinh/vi-du/trang-1.svg"),
      PageViewer.Image(page: 2, path: "/tinh/vi-du/trang-2.svg"),
    ]
    page.shownLine = "Đang xem bản 2 trên 2 bản."
    page.versions = [
      .init(
        label: "Bản 2 (sửa khi duyệt)", line: "Lý Thị Nga, Chánh Văn phòng, 09:40 05/11/2026", purpose: "Sửa câu kết",
        files: [
          .init(name: "cong-van-kiem-ke.docx", line: "42 KB", path: "/tep-du-thao/3", pdfPath: "/tep-du-thao/3/pdf"),
          .init(name: "phu-luc.xlsx", line: "phụ lục, 18 KB", path: "/tep-du-thao/4"),
          .init(
            name: "phu-luc-2.pdf", line: "phụ lục, 88 KB", path: "/tep-du-thao/5", viewPath: "/du-thao/8?ban=2&tep=5"),
        ]),
      .init(
        label: "Bản 1", line: "Bùi Quốc Khánh, Chuyên viên, 08:45 05/11/2026", purpose: "", path: "/du-thao/8?ban=1",
        files: [.init(name: "cong-van.docx", line: "40 KB", path: "/tep-du-thao/1", pdfPath: "/tep-du-thao/1/pdf")]),
    ]
    page.asked = "Hoàng Văn Thắng chuyển, chờ kiểm tra thể thức: «Đã kiểm tra nội dung»"
    page.primary = .init(
      button: Button("Đạt thể thức, ký nháy", style: .primary, path: "/du-thao/8/buoc/5/dat", key: "e"))
    page.acts = [
      .init(button: Button("Trả lại", path: "/du-thao/8/buoc/5/tra-lai", key: "r")),
      .init(button: Button("Sửa trực tiếp, đưa bản mới", path: "/du-thao/8/ban-moi", key: "v")),
    ]
    page.stations = [
      .init(
        label: "Kiểm tra nội dung", holder: "Vụ Khoáng sản", state: StateMark("Đạt", .done),
        lines: ["Hoàng Văn Thắng, Vụ trưởng đạt bản 1, 09:02 05/11/2026: Đã kiểm tra nội dung"]),
      .init(
        label: "Kiểm tra thể thức", holder: "Chánh văn phòng", state: StateMark("Đang ở đây", .look),
        lines: ["chưa mở"], isHere: true),
      .init(label: "Ký duyệt", holder: "Trần Văn Quang, Tổng cục trưởng", state: StateMark("Chưa đến")),
    ]
    (page.form, page.concerns) = (form(), concerns.html)
    page.origin = ("Văn bản đến 152/SNNMT-KS: Về việc kiểm kê trữ lượng đá vôi năm 2026", "/van-ban-den/8")
    return page
  }

  /// Made from the template a moment ago; the check is still at work.
  private static var made: DraftPage {
    var page = empty
    page.viewer = full.viewer
    page.versions = [
      .init(
        label: "Bản 1", line: "Bùi Quốc Khánh, Chuyên viên, 08:45 05/11/2026", purpose: "Soạn từ mẫu của hệ thống",
        files: [
          .init(
            name: "Dự thảo công văn.docx", line: "9 KB", path: "/tep-du-thao/1", pdfPath: "/tep-du-thao/1/pdf")
        ])
    ]
    page.primary = .init(button: Button("Trình", style: .primary, path: "/du-thao/8/trinh", key: "c"))
    page.acts = [.init(button: Button("Đưa bản mới", path: "/du-thao/8/ban-moi", key: "v"))]
    var form = DraftFormPart(versionNumber: 1)
    form.progress = ProgressLine(key: "the-thuc-1", text: "Đang kiểm tra thể thức", value: nil, max: 1)
    page.form = form.html
    return page
  }

  /// What the form check says, as it is read by whoever judges the form.
  static func form(_ words: String = "Ký hiệu khác quy tắc của cơ quan.", isOpen: Bool = true) -> HTML {
    var form = DraftFormPart(versionNumber: 2)
    form.isOpen = isOpen
    form.findings = [
      FormFinding(
        rule: "so-ky-hieu", severity: .error, article: "Phụ lục I, phần I, mục II.3, Nghị định 30/2020/NĐ-CP",
        excerpt: "Số: /TCTNĐC-VP", message: words, remedy: "Ghi ký hiệu «TCTNĐC-KS»."),
      FormFinding(
        rule: "chu-hoa", severity: .advice, article: "Phụ lục II, mục V.2, Nghị định 30/2020/NĐ-CP",
        excerpt: "Căn cứ Luật khoáng sản", message: "Tên luật viết hoa chữ cái đầu của mỗi âm tiết chỉ nội dung.",
        remedy: "Viết «Luật Khoáng sản» nếu là tên riêng của luật."),
    ]
    return form.html
  }

  private static var signed: DraftPage {
    var page = full
    page.state = StateMark("Đã ký duyệt", .done)
    page.notice =
      Notice(
        .changed,
        "Trần Văn Quang, Tổng cục trưởng, ký trực tiếp, duyệt bản 2 và 1 phụ lục lúc 14:05 05/11/2026. SHA-256: \(String(repeating: "3f", count: 32))",
        word: "Đã ký"
      ).html
    (page.asked, page.primary, page.acts, page.form, page.concerns) = ("", nil, [], .empty, .empty)
    page.folded = [.init(button: Button("Mở lại để sửa", path: "/du-thao/8/mo-lai"))]
    page.stations = page.stations.map { station in
      var station = station
      (station.state, station.isHere) = (StateMark("Đạt", .done), false)
      return station
    }
    return page
  }

  private static var blocked: DraftPage {
    var page = full
    page.state = StateMark("Trả lại để sửa", .look)
    page.notice = Notice(.caution, "Phê duyệt của Trần Văn Quang cho bản 1 không còn hiệu lực: sai số liệu").html
    return page
  }

  private static var long: DraftPage {
    var page = full
    (page.subject, page.unit, page.drafter) = (longWords, longWords, longWords)
    page.form = form(longWords, isOpen: false)
    page.stations = page.stations.map { station in
      var station = station
      (station.holder, station.lines) = (longWords, [longWords])
      return station
    }
    page.versions = page.versions.map { version in
      var version = version
      version.files = version.files.map { file in
        var file = file
        (file.name, file.remark) = (longWords, "Tệp «\(longWords)» có macro: hệ thống giữ bản không có macro.")
        return file
      }
      (version.purpose, version.line) = (longWords, longWords)
      return version
    }
    return page
  }

  private static var preview: GalleryExample {
    let fragment = DraftPreviewPage(
      title: "Dự thảo Công văn",
      facts: DefinitionList([
        .init("Trích yếu", text: "Về việc kiểm kê trữ lượng đá vôi năm 2026"), .init("Trạng thái", text: "Chờ ký"),
      ]), pagePath: "/tinh/vi-du/trang-1.svg", path: "/du-thao/8")
    return GalleryExample(
      "du-thao-xem-truoc", Page(title: "Xem trước", room: .drafts, main: "\(PageHead("Dự thảo").html)\(fragment.html)"))
  }

  private static var lines: [DraftListPage.Line] {
    [
      .init(
        id: "8", path: "/du-thao/8", previewPath: "/du-thao/8/xem-truoc", typeName: "Công văn",
        subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", urgency: .urgent, unit: "Vụ Khoáng sản",
        drafter: "Bùi Quốc Khánh, Chuyên viên", state: StateMark("Chờ ký"), day: "05/11/2026"),
      .init(
        id: "9", path: "/du-thao/9", previewPath: "/du-thao/9/xem-truoc", typeName: "Quyết định",
        subject: "Thành lập tổ công tác rà soát giấy phép khai thác cát", unit: "Vụ Pháp chế",
        drafter: "Đặng Thùy Dương, Chuyên viên", state: StateMark("Trả lại để sửa", .look), day: "03/11/2026"),
    ]
  }

  private static var longLines: [DraftListPage.Line] {
    lines.map { line in
      var line = line
      (line.subject, line.unit, line.drafter) = (longWords, longWords, longWords)
      return line
    }
  }

  private static func list(_ name: String, _ lines: [DraftListPage.Line]) -> GalleryExample {
    let page = DraftListPage(
      chips: Chips(
        label: "Lọc dự thảo",
        DraftListScreen.Part.allCases.map { .init($0.label, path: DraftPaths.list, selected: $0 == .all) }),
      lines: lines)
    return GalleryExample(name, Page(title: DraftListPage.title, room: .drafts, main: page.html, keys: page.keys))
  }

  private static func page(_ name: String, _ page: DraftPage) -> GalleryExample {
    GalleryExample(name, Page(title: "Dự thảo: \(page.subject)", room: .drafts, main: page.html, keys: page.keys))
  }

  private static func act(_ name: String, _ page: DraftActPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .drafts, main: page.html, keys: page.keys))
  }
}
