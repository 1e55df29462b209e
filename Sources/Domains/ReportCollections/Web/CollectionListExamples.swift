import Markup
import WebApp

/// The list of collections for the gallery. Nothing in it exists.
enum CollectionListExamples {
  static let all: [GalleryExample] = [
    example("thu-bao-cao", [open, closed]), example("thu-bao-cao-trong", []),
    example("thu-bao-cao-loc-trong", [], isFiltered: true), example("thu-bao-cao-chu-dai", [long, open]),
  ]

  private static func example(
    _ name: String, _ rows: [CollectionListPage.Row], isFiltered: Bool = false
  ) -> GalleryExample {
    let page = CollectionListPage(
      chips: Chips(
        label: "Tình trạng",
        [
          .init("Tất cả", path: "#", selected: !isFiltered), .init("Đang thu", path: "#"),
          .init("Đã khóa sổ", path: "#", selected: isFiltered),
        ]), rows: rows, isFiltered: isFiltered)
    return GalleryExample(
      name, Page(title: CollectionListPage.title, room: .outgoing, main: page.html, keys: .list))
  }

  private static let open = CollectionListPage.Row(
    path: "#", title: "Điểm mỏ đã kiểm tra quý IV/2026", codeText: "15/TCĐC-KS", documentPath: "#",
    due: "Thứ Sáu, 20/11/2026", state: StateMark("Đang thu", .look), sent: "3/12 nơi đã gửi")

  private static let closed = CollectionListPage.Row(
    path: "#", title: "Điểm mỏ đã kiểm tra quý III/2026", codeText: "09/TCĐC-KS", documentPath: "#",
    due: "Thứ Hai, 20/07/2026", state: StateMark("Đã khóa sổ", .done), sent: "12/12 nơi đã gửi")

  private static let long = CollectionListPage.Row(
    path: "#", title: String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6), codeText: "1234/TCĐC-KHCNHTQT",
    documentPath: "#", due: "Thứ Hai, 20/07/2026", state: StateMark("Đang thu", .look), sent: "118/312 nơi đã gửi")
}
