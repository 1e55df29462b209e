import Kernel
import Markup
import WebApp

/// Two versions side by side, for the gallery.
enum DraftDifferenceExamples {
  static let all: [GalleryExample] = [
    example("du-thao-so-sanh", DraftDifference(from: before, to: after), ["Thêm phụ lục «phu-luc.xlsx»."]),
    example("du-thao-so-sanh-giong", DraftDifference(from: before, to: before), []),
    example(
      "du-thao-so-sanh-tu-dai",
      DraftDifference(from: DraftExamples.longWords, to: "Bỏ hết \(DraftExamples.longWords) thêm"),
      [DraftExamples.longWords]),
  ]

  private static let before = "Giao Vụ Khoáng sản chủ trì, báo cáo trước ngày 15 tháng 12 năm 2026."
  private static let after =
    "Giao Vụ Khoáng sản chủ trì, phối hợp Vụ Pháp chế, báo cáo trước ngày 20 tháng 12 năm 2026."

  private static func example(
    _ name: String, _ difference: DraftDifference, _ annexes: [String]
  ) -> GalleryExample {
    let page = DraftDifferencePage(
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", old: 1, new: 2, difference: difference, annexes: annexes,
      pairs: Chips(
        label: "Bản đem so với bản 2", [.init("Bản 1", path: "/du-thao/8/so-sanh?cu=1&ban=2", selected: true)]),
      draftPath: "/du-thao/8")
    return GalleryExample(name, Page(title: DraftDifferencePage.title, room: .drafts, main: page.html))
  }
}
