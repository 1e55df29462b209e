import Kernel
import Markup
import WebApp

/// Screens of returning for the gallery.
enum ReturnExamples {
  static let all: [GalleryExample] = [
    form("tra-noi-gui", waiting), form("tra-noi-gui-tu-choi", refused), form("tra-noi-gui-da-vao-so", registered),
    list("da-tra", lines), list("da-tra-trong", []), list("da-tra-chu-dai", long),
  ]

  private static var waiting: ReturnPage {
    var facts = ReturnedPaper.Facts()
    facts.sender = "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
    facts.codeText = "283/SNNMT-KS"
    facts.subject = "Về việc kiểm kê trữ lượng đá vôi năm 2026"
    return ReturnPage(
      what: "Tệp scan0033.pdf",
      explanation: "Không số đến nào được dùng. Văn bản ghi vào «Đã trả nơi gửi»; in được phiếu trả kèm theo.",
      action: "/van-ban-den/cho/31/tra", facts: facts, hasFile: true, pagePath: RegistrationExamples.images[0].path,
      cancelPath: "/van-ban-den/cho/31/vao-so", input: FormInput(), seal: FormSeal(csrf: "ma"))
  }

  private static var refused: ReturnPage {
    var page = waiting
    page.vouches = true
    page.input = FormInput(
      values: [ReturnField.sender: "Sở Nông nghiệp", ReturnField.keepsFile: "1", ReturnField.way: "byHand"],
      reasons: [
        ReturnField.reason: ["Hãy ghi lý do trả, ví dụ: gửi nhầm, không thuộc thẩm quyền."],
        RegistrationField.vouchedOpen: ["Tệp chưa đọc xong."],
      ])
    return page
  }

  private static var registered: ReturnPage {
    var page = waiting
    (page.hasFile, page.isRegistered) = (false, true)
    page.what = "Số đến 1247, 283/SNNMT-KS của Sở Nông nghiệp và Môi trường tỉnh Trường Sơn"
    return page
  }

  private static var lines: [ReturnedPapersPage.Line] {
    [
      .init(
        at: "09:12 05/11/2026", by: "Nguyễn Thị Hoa", sender: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn",
        codeText: "283/SNNMT-KS", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", reason: "Gửi nhầm cơ quan",
        way: "bưu điện", condition: "Bì rách một góc", slipPath: "/van-ban-den/da-tra/1/phieu",
        filePath: "/van-ban-den/da-tra/1/tep", documentPath: nil),
      .init(
        at: "08:40 04/11/2026", by: "Nguyễn Thị Hoa", sender: "Công ty Đá vôi Trường Sơn", codeText: "", subject: "",
        reason: "Không có chữ ký", way: "trực tiếp", condition: "", slipPath: "/van-ban-den/da-tra/2/phieu",
        filePath: nil, documentPath: "/van-ban-den/8"),
    ]
  }

  private static var long: [ReturnedPapersPage.Line] {
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    return lines.map { line in
      var line = line
      (line.sender, line.subject, line.reason, line.condition) = (long, long, long, long)
      return line
    }
  }

  private static func form(_ name: String, _ page: ReturnPage) -> GalleryExample {
    GalleryExample(name, Page(title: ReturnPage.title, room: .incoming, main: page.html, keys: ReturnPage.keys))
  }

  private static func list(_ name: String, _ lines: [ReturnedPapersPage.Line]) -> GalleryExample {
    let page = ReturnedPapersPage(lines: lines, pager: Pager(), newPath: "/van-ban-den/da-tra/moi")
    return GalleryExample(
      name, Page(title: ReturnedPapersPage.title, room: .incoming, main: page.html, keys: ReturnedPapersPage.keys))
  }
}
