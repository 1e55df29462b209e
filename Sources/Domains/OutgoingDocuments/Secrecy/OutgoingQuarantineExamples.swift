import Documents
import Markup
import WebApp

/// A withheld outgoing document as each of the two people sees it. People are invented.
enum OutgoingQuarantineExamples {
  static var all: [GalleryExample] {
    [
      example("van-ban-di-niem-giu", page(decides: true)),
      example(
        "van-ban-di-niem-giu-van-thu", page(obstacles: ["Chánh văn phòng hoặc lãnh đạo chưa xác nhận là dấu mật."])),
      example("van-ban-di-niem-giu-da-xac-nhan", page(confirmed: "Lê Văn Bình, 09:12 06/11/2026")),
    ]
  }

  private static func example(_ name: String, _ page: QuarantinePage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .outgoing, main: page.html))
  }

  private static func page(
    decides: Bool = false, confirmed: String? = nil, obstacles: [String] = []
  ) -> QuarantinePage {
    QuarantinePage(
      title: "Văn bản 87/TCĐC-KS: đang niêm giữ", line: "Sổ đăng ký văn bản đi năm 2026, ngày 06/11/2026.",
      numberWord: "số đi", foundAt: "08:41 06/11/2026", foundBy: "hệ thống, khi đọc tệp", page: 1,
      confirmedLine: confirmed, decides: decides, destroys: !decides, destroyObstacles: obstacles,
      confirmPath: "/van-ban-di/87/dau-mat/xac-nhan", releasePath: "/van-ban-di/87/dau-mat/bo",
      destroyPath: "/van-ban-di/87/dau-mat/xoa", seal: OutgoingDocumentExamples.seal)
  }
}
