import Documents
import Kernel
import Markup
import WebApp

/// How far files in dossiers are read, and withheld ones as each of the two people sees them. Nothing in them exists.
enum OwnFileExamples {
  static var all: [GalleryExample] {
    [
      DossierFileExamples.example(
        "ho-so-tep-dang-doc", "Biên bản họp ngày 20/11/2026", .recording(path: "/tinh/vi-du/ghi-am.wav"),
        reading: "đang đọc"),
      DossierFileExamples.example(
        "ho-so-tep-khong-doc", longText, .nothing("Tệp bị hỏng, không mở được."),
        reading: "không đọc được: Tệp bị hỏng, không mở được. Mở bằng chương trình đã làm ra tệp, lưu lại rồi thay."),
      withheld("ho-so-tep-niem-giu", page(decides: true)),
      withheld("ho-so-tep-niem-giu-nguoi-lap", page()),
      withheld(
        "ho-so-tep-niem-giu-van-thu",
        page(destroys: true, obstacles: ["Chánh văn phòng hoặc lãnh đạo chưa xác nhận là dấu mật."])),
      withheld(
        "ho-so-tep-niem-giu-da-xac-nhan", page(destroys: true, confirmed: "Lê Văn Bình, 09:12 24/11/2026")),
      withheld(
        "ho-so-tep-niem-giu-tu-choi",
        page(
          decides: true,
          input: FormInput.refused(
            Refusal(.invalid, "Bỏ niêm giữ cần ghi lý do; lý do ở lại trong diễn biến.", field: "ly-do"),
            keeping: Form()))),
      contents,
    ]
  }

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let seal = FormSeal(csrf: "mau", post: "1009", version: 1)

  private static func withheld(_ name: String, _ page: QuarantinePage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .dossiers, main: page.html))
  }

  private static func page(
    decides: Bool = false, destroys: Bool = false, confirmed: String? = nil, obstacles: [String] = [],
    input: FormInput = FormInput()
  ) -> QuarantinePage {
    QuarantinePage(
      title: "Tài liệu số thứ tự 3: đang niêm giữ", line: "Hồ sơ 01.KS «Kiểm kê trữ lượng đá vôi năm 2026».",
      numberWord: "số thứ tự", foundAt: "08:41 24/11/2026", foundBy: "hệ thống, khi đọc tệp", page: 1,
      confirmedLine: confirmed, decides: decides, destroys: destroys, destroyObstacles: obstacles, confirmPath: "#",
      releasePath: "#", destroyPath: "#", remains: OwnFileQuarantineScreen.remains, input: input, seal: seal)
  }

  /// The list of contents with every state of a file.
  private static var contents: GalleryExample {
    func row(_ ordinal: Int, _ title: String, _ reading: DossierContentsPart.Reading?) -> DossierContentsPart.Row {
      .init(
        ordinal: "\(ordinal)", codeText: "", date: "20/11/2026", title: title, path: "#", author: "",
        pages: "\(ordinal)",
        takeOut: .empty, reading: reading)
    }
    let part = DossierContentsPart(
      rows: [
        row(1, "Biên bản họp", nil), row(2, "Ảnh chụp bản vẽ", .waiting),
        row(3, OwnFileQuarantine.veil, .withheld),
        row(4, longText, .unreadable("không đọc được: Tệp bị hỏng, không mở được. \(longText)")),
      ], acts: .empty)
    return GalleryExample(
      "ho-so-muc-luc-doc-tep",
      Page(
        title: "Văn bản", room: .dossiers,
        main: "\(PageHead("01.KS Kiểm kê trữ lượng đá vôi năm 2026").html)\(part.html)"))
  }
}
