import Kernel
import Markup
import WebApp

/// Opinions and the slip for the gallery.
enum OpinionExamples {
  static let all: [GalleryExample] = [
    table("tong-hop-y-kien", lines), table("tong-hop-y-kien-trong", []), table("tong-hop-y-kien-tu-dai", longLines),
    give("gop-y-dieu-khoan"), slip("phieu-trinh", slip), slip("phieu-trinh-trong", emptySlip),
    slip("phieu-trinh-tu-dai", longSlip),
  ]

  private static let long = DraftExamples.longWords

  private static var lines: [OpinionTablePage.Line] {
    [
      .init(
        whom: "Vụ Pháp chế (Trịnh Công Hải, Vụ trưởng)", stance: "Không nhất trí", tone: .look,
        text: "Điều 3: «giao Vụ Khoáng sản»: trùng thẩm quyền đã phân cấp", line: "bản 1, 09:12 05/11/2026"),
      .init(whom: "Vụ Tổ chức cán bộ", stance: "Nhất trí", tone: .done, text: "", line: "bản 1, 10:30 05/11/2026"),
      .init(
        whom: "Đặng Thùy Dương, Chuyên viên", stance: "Im lặng, quá hạn", tone: .wrong, text: "",
        line: "hạn 03/11/2026", extendPath: "/du-thao/8/y-kien/5/gia-han"),
    ]
  }

  private static var longLines: [OpinionTablePage.Line] {
    lines.map { line in
      var line = line
      (line.whom, line.text) = (long, long)
      return line
    }
  }

  private static func table(_ name: String, _ lines: [OpinionTablePage.Line]) -> GalleryExample {
    let page = OpinionTablePage(
      agencyName: "Tổng cục Quản lý Tài nguyên Địa chất", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
      unit: "Vụ Khoáng sản", lines: lines,
      places: lines.isEmpty
        ? []
        : [
          .init(
            place: "Điều 3", whom: "Trịnh Công Hải, Vụ trưởng", text: "Trùng thẩm quyền đã phân cấp", line: "bản 2"),
          .init(
            place: "Điều 7 khoản 2", whom: "Trịnh Công Hải, Vụ trưởng",
            text: lines[0].text == long ? long : "Bỏ cụm từ «theo quy định»", line: "bản 1, bản mới không còn"),
        ], provenance: "", draftPath: "/du-thao/8", printPath: "/du-thao/8/y-kien/in",
      askPath: "/du-thao/8/y-kien/hoi")
    return GalleryExample(
      name, Page(title: OpinionTablePage.title, room: .drafts, main: page.html, keys: OpinionTablePage.keys))
  }

  private static func give(_ name: String) -> GalleryExample {
    var page = DraftActPage(
      title: "Góp ý dự thảo", explanation: "Bùi Quốc Khánh hỏi: «Điều 3 có trùng thẩm quyền không?»",
      line: "Quyết định, Vụ Khoáng sản soạn", subject: "Ban hành quy chế phối hợp quản lý khoáng sản",
      backPath: "/du-thao/8", pagePath: "/tinh/vi-du/trang-1.svg", action: "/du-thao/8/y-kien/5/gop-y",
      label: "Gửi ý kiến", input: FormInput(), seal: FormSeal(csrf: "ma", post: "1012", version: 2))
    page.fields = [
      Field(
        "Ý kiến", name: DraftField.stance,
        kind: .select(DraftOpinion.Stance.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
      Field("Ý kiến chung", name: DraftField.note, kind: .area(rows: 4), hint: "Nhất trí thì có thể để trống."),
    ]
    page.lastFields = (1...2).flatMap { row in
      [
        Field(
          "Góp ý \(row): Điều, khoản", name: CommentFields.place(row),
          kind: .select([.init("", "không"), .init("Điều 3", "Điều 3"), .init("Điều 3 khoản 2", "Điều 3 khoản 2")]),
          width: .third), Field("Nội dung góp ý \(row)", name: CommentFields.text(row), kind: .area(rows: 2)),
      ]
    }
    return GalleryExample(name, Page(title: page.title, room: .drafts, main: page.html, keys: page.keys))
  }

  static var slip: SubmissionSlipPage {
    SubmissionSlipPage(
      agencyName: "Tổng cục Quản lý Tài nguyên Địa chất", unit: "Vụ Khoáng sản", placeName: "Hà Nội",
      day: Day(number: 20_762), addressee: "Trần Văn Quang, Tổng cục trưởng", typeName: "Công văn",
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", basis: "Văn bản đến 152/SNNMT-KS",
      recipients: "Cục Địa chất miền Bắc", informed: "Vụ Pháp chế", round: 2,
      summary:
        "Yêu cầu báo cáo trữ lượng từng mỏ trước 20/12.\nKèm mẫu biểu; nơi chưa có số đo mới báo lý do.",
      files: ["cong-van.docx (bản 2)"],
      checks: ["Kiểm tra nội dung: Hoàng Văn Thắng, Vụ trưởng, đạt bản 2, 10:02 05/11/2026"],
      opinions: ["Vụ Pháp chế: nhất trí"], proposal: "Kính trình ký ban hành.",
      drafter: "Bùi Quốc Khánh, Chuyên viên", provenance: "", draftPath: "/du-thao/8",
      printPath: "/du-thao/8/phieu-trinh/in")
  }

  private static var emptySlip: SubmissionSlipPage {
    var page = slip
    (page.checks, page.opinions, page.files, page.basis) = ([], [], [], "")
    (page.summary, page.round, page.informed) = ("", 0, "")
    return page
  }

  private static var longSlip: SubmissionSlipPage {
    var page = slip
    (page.subject, page.checks, page.opinions, page.proposal) = (long, [long, long], [long], long)
    page.summary = long
    return page
  }

  private static func slip(_ name: String, _ page: SubmissionSlipPage) -> GalleryExample {
    GalleryExample(
      name, Page(title: SubmissionSlipPage.title, room: .drafts, main: page.html, keys: SubmissionSlipPage.keys))
  }
}
