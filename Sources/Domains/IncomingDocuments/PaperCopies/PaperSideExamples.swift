import Markup
import WebApp

/// A document's page with what belongs to its paper: the handwriting of a directive, what was out of the ordinary on
/// arrival, and the paper on its way.
enum PaperSideExamples {
  static let all: [GalleryExample] = [example]

  private static var example: GalleryExample {
    var page = IncomingDocumentExamples.usual
    page.directives = [
      .init(
        text: "Vụ Khoáng sản chủ trì, báo cáo tôi trước 07/11.",
        line: "Trần Văn Quang, Tổng cục trưởng, 09:05 06/11/2026; văn thư Nguyễn Thị Hoa nhập thay",
        scan: .init(pagePath: RegistrationExamples.images[0].path, filePath: "/but-tich/8", pageCount: 1))
    ]
    page.arrival =
      Notice(
        .caution,
        "Bì không mở: chuyển nguyên bì cho người nhận. Bất thường khi nhận: bì rách một góc (chưa báo nơi gửi)."
      ).html
    page.holders.append(
      .init(
        name: "Văn thư", role: "giữ bản giấy", state: StateMark("Đang chuyển", .look),
        openedLine: "Văn thư nhận lúc 08:30 06/11/2026; đang chuyển Vụ Khoáng sản từ 09:12 06/11/2026, chờ xác nhận",
        deadline: nil))
    return GalleryExample(
      "van-ban-den-ban-giay", page.html, title: "Số đến \(page.arrivalNumber)", keys: IncomingDocumentPage.keys)
  }
}
