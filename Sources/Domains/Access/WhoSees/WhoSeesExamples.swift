import Kernel
import Markup
import WebApp

/// Pages that tell who sees what, for the gallery. Nothing in them exists.
enum WhoSeesExamples {
  static let all: [GalleryExample] = [
    page("ai-xem-duoc", rows), page("ai-xem-duoc-trong", []),
    page(
      "ai-xem-duoc-khong", [], chosen: "1",
      missing:
        "Đặng Thùy Dương, Chuyên viên, Vụ Pháp chế không có quyền nào ở đây. Muốn xem thì phải được giao xử lý, được chuyển để biết, hoặc tham gia một hồ sơ có văn bản này."
    ),
    page(
      "ai-xem-duoc-chu-dai",
      [
        .init(
          name: longText, unit: longText,
          reasons: [.init(text: longText, source: longText, path: "#", since: "08:10 20/11/2026")])
      ]),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)

  private static func page(
    _ name: String, _ rows: [WhoSeesPage.Row], chosen: String = "", missing: String? = nil
  ) -> GalleryExample {
    let page = WhoSeesPage(
      recordName: "Văn bản đến 152/SNNMT-KS: Về việc kiểm kê trữ lượng đá vôi", recordPath: "#", action: "#",
      people: [.init("1", "Đặng Thùy Dương, Chuyên viên, Vụ Pháp chế")], chosen: chosen, rows: rows, missing: missing)
    return GalleryExample(name, Page(title: WhoSeesPage.title, main: page.html))
  }

  private static let rows: [WhoSeesPage.Row] = [
    .init(
      name: "Trần Văn Quang, Tổng cục trưởng", unit: "Lãnh đạo Tổng cục",
      reasons: [
        .init(text: "văn bản nằm trong sổ của cơ quan (lãnh đạo)", source: "", since: "08:10 20/11/2026")
      ]),
    .init(
      name: "Bùi Quốc Khánh, Chuyên viên", unit: "Vụ Khoáng sản",
      reasons: [
        .init(text: "được giao xử lý (chính người này)", source: "", since: "09:00 20/11/2026"),
        .init(
          text: "tham gia hồ sơ có văn bản này (chính người này)", source: "Hồ sơ G13.2026.01.KS: Kiểm kê đá vôi",
          path: "#", since: "10:30 21/11/2026"),
      ]),
  ]
}
