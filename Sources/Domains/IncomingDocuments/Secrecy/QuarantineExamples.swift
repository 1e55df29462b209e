import Documents
import Markup
import WebApp

/// A withheld document as each of the two people sees it. People are invented.
enum QuarantineExamples {
  static var all: [GalleryExample] {
    [
      example("van-ban-niem-giu", page(decides: true)),
      example("van-ban-niem-giu-van-thu", page(obstacles: ["Chánh văn phòng hoặc lãnh đạo chưa xác nhận là dấu mật."])),
      example("van-ban-niem-giu-da-xac-nhan", page(confirmed: "Lê Văn Bình, 09:12 06/11/2026")),
    ]
  }

  private static func example(_ name: String, _ page: QuarantinePage) -> GalleryExample {
    GalleryExample(name, page.html, title: page.title, keys: [])
  }

  private static func page(
    decides: Bool = false, confirmed: String? = nil, obstacles: [String] = []
  ) -> QuarantinePage {
    QuarantinePage(
      title: "Số đến 1247: đang niêm giữ", line: "Sổ đăng ký văn bản đến năm 2026, đến ngày 06/11/2026.",
      numberWord: "số đến",
      foundAt: "08:41 06/11/2026", foundBy: "hệ thống, khi đọc tệp", page: 1, confirmedLine: confirmed,
      decides: decides, destroys: !decides, destroyObstacles: obstacles,
      confirmPath: "/van-ban-den/1247/dau-mat/xac-nhan",
      releasePath: "/van-ban-den/1247/dau-mat/bo", destroyPath: "/van-ban-den/1247/dau-mat/xoa",
      seal: RegistrationExamples.seal)
  }
}
