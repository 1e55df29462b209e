import Kernel
import Markup
import WebApp

/// The handling slip for the gallery.
enum HandlingSlipExamples {
  static let all: [GalleryExample] = [
    example("phieu-giai-quyet", full), example("phieu-giai-quyet-trong", empty),
    example("phieu-giai-quyet-tu-dai", long),
  ]

  static var full: HandlingSlip {
    let day = Day(number: 20_762)
    return HandlingSlip(
      parentAgencyName: "Bộ Tài nguyên", agencyName: "Tổng cục Quản lý Tài nguyên Địa chất", placeName: "Hà Nội",
      arrivalNumber: 1247, arrivalDay: day, typeName: "Công văn", codeText: "152/SNNMT-KS", issuedOn: day - 2,
      issuer: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
      leaders: [
        .init(
          author: "Trần Văn Quang, Tổng cục trưởng", text: "Giao Vụ Khoáng sản chủ trì, Vụ Pháp chế phối hợp.",
          places: ["Chủ trì: Vụ Khoáng sản, hạn 13/11/2026", "Phối hợp: Vụ Pháp chế, hạn 13/11/2026"], on: day)
      ],
      units: [
        .init(
          author: "Hoàng Văn Thắng", text: "Soạn công văn trả lời.",
          places: ["Chủ trì: Bùi Quốc Khánh, Chuyên viên, hạn 12/11/2026"], on: day)
      ],
      proposals: [
        .init(author: "Bùi Quốc Khánh", text: "Đề xuất trả lời theo số liệu kiểm kê năm 2025.", on: day + 3)
      ],
      madeOn: day + 4, provenance: "Nguyễn Thị Hoa, Văn thư, in lúc 08:30 05/11/2026 từ Châu Bản")
  }

  private static var empty: HandlingSlip {
    var slip = full
    (slip.leaders, slip.units, slip.proposals) = ([], [], [])
    return slip
  }

  private static var long: HandlingSlip {
    let words = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 12)
    var slip = full
    (slip.subject, slip.issuer) = (words, words)
    slip.leaders = [.init(author: words, text: words, places: [words, words], on: slip.madeOn)]
    return slip
  }

  private static func example(_ name: String, _ slip: HandlingSlip) -> GalleryExample {
    let page = HandlingSlipPage(
      slip: slip, documentPath: "/van-ban-den/8", files: [("In (PDF)", "/van-ban-den/8/phieu/pdf")])
    return GalleryExample(name, Page(title: HandlingSlip.title, room: .incoming, main: page.html))
  }
}
