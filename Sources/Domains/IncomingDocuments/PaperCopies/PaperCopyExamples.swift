import Markup
import WebApp

/// Screens of paper copies for the gallery.
enum PaperCopyExamples {
  static let all: [GalleryExample] = [
    one("ban-giay", holder), one("ban-giay-cho-xac-nhan", receiver), one("ban-giay-tu-choi", refused),
    one("ban-giay-chu-dai", long), list("ban-giay-toi-giu", [line], [line, line]),
    list("ban-giay-toi-giu-trong", [], []),
  ]

  private static var holder: PaperCopyPage {
    PaperCopyPage(
      document: "Số đến 1247, 283/SNNMT-KS: Về việc kiểm kê trữ lượng đá vôi năm 2026", documentPath: "/van-ban-den/8",
      state: "Văn thư nhận lúc 08:30 05/11/2026",
      receivers: [.init("u2x", "Vụ Khoáng sản"), .init("p9", "Bùi Quốc Khánh, Chuyên viên")],
      moves: [
        "Văn thư chuyển Vụ Khoáng sản 09:12 05/11/2026, Nguyễn Thị Hoa: không nhận 09:40 05/11/2026, Phạm Thu Hà, lý do: thiếu phụ lục"
      ],
      passPath: "/van-ban-den/8/ban-giay", receivePath: "/van-ban-den/8/ban-giay/nhan",
      refusePath: "/van-ban-den/8/ban-giay/khong-nhan", takeBackPath: "/van-ban-den/8/ban-giay/lay-lai",
      input: FormInput(), seal: FormSeal(csrf: "ma"))
  }

  private static var receiver: PaperCopyPage {
    var page = holder
    page.receivers = []
    page.state = "Văn thư nhận lúc 08:30 05/11/2026; đang chuyển Vụ Khoáng sản từ 09:12 05/11/2026, chờ xác nhận"
    page.answer = .receiver(name: "Vụ Khoáng sản")
    return page
  }

  private static var refused: PaperCopyPage {
    var page = receiver
    page.input = FormInput(reasons: [PaperCopyField.reason: ["Hãy ghi lý do không nhận bản giấy."]])
    return page
  }

  private static var long: PaperCopyPage {
    var page = holder
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    (page.document, page.state, page.moves) = (long, long, [long, long])
    page.answer = .giver(name: long)
    page.receivers = []
    return page
  }

  private static let line = PaperCopiesPage.Line(
    number: "1247", codeText: "283/SNNMT-KS", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
    state: "giữ từ 08:30 05/11/2026, đang chuyển Vụ Khoáng sản", path: "/van-ban-den/8/ban-giay")

  private static func one(_ name: String, _ page: PaperCopyPage) -> GalleryExample {
    GalleryExample(name, Page(title: PaperCopyPage.title, room: .incoming, main: page.html))
  }

  private static func list(
    _ name: String, _ coming: [PaperCopiesPage.Line], _ held: [PaperCopiesPage.Line]
  ) -> GalleryExample {
    GalleryExample(
      name,
      Page(
        title: PaperCopiesPage.title, room: .incoming, main: PaperCopiesPage(coming: coming, held: held).html))
  }
}
