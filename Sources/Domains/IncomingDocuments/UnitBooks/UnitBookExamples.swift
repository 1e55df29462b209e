import Markup
import WebApp

/// Screens of units' own books for the gallery.
enum UnitBookExamples {
  static let all: [GalleryExample] = [
    list("so-noi-bo", lines), list("so-noi-bo-trong", []), book("so-noi-bo-don-vi", entries),
    book("so-noi-bo-don-vi-trong", []), book("so-noi-bo-don-vi-chu-dai", long, closed: "09:12 05/11/2026"),
  ]

  private static let lines: [UnitBooksPage.Line] = [
    .init(
      unit: "Vụ Khoáng sản", state: "đang dùng từ 05/11/2026", isOn: true, bookPath: "/so-noi-bo/105",
      switchPath: "/so-noi-bo/105"),
    .init(unit: "Vụ Pháp chế", state: "không dùng", isOn: false, bookPath: nil, switchPath: "/so-noi-bo/106"),
  ]

  private static let entries: [UnitBookPage.Line] = [
    .init(
      number: 1, day: "05/11/2026", arrivalNumber: "1247", codeText: "283/SNNMT-KS",
      issuer: "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn", subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026",
      officers: "Bùi Quốc Khánh, Chuyên viên", path: "/van-ban-den/8"),
    .init(
      number: 2, day: "06/11/2026", arrivalNumber: "", codeText: "", issuer: "", subject: "(không còn giao cho đơn vị)",
      officers: "", path: nil),
  ]

  private static var long: [UnitBookPage.Line] {
    let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    return entries.map { line in
      var line = line
      (line.subject, line.issuer, line.officers) = (long, long, long)
      return line
    }
  }

  private static func list(_ name: String, _ lines: [UnitBooksPage.Line]) -> GalleryExample {
    let page = UnitBooksPage(lines: lines, seal: FormSeal(csrf: "ma"))
    return GalleryExample(name, Page(title: UnitBooksPage.title, room: .incoming, main: page.html))
  }

  private static func book(_ name: String, _ lines: [UnitBookPage.Line], closed: String? = nil) -> GalleryExample {
    let page = UnitBookPage(
      unit: "Vụ Khoáng sản", year: 2026, lines: lines, closed: closed,
      years: Chips(label: "Năm", [.init("2026", path: "/so-noi-bo/105?nam=2026", selected: true)]),
      printPath: "/so-noi-bo/105/in?nam=2026")
    return GalleryExample(
      name, Page(title: page.title, room: .incoming, main: page.html, keys: UnitBookPage.keys))
  }
}
