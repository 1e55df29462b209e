import Kernel
import Markup
import VietnameseText
import WebApp

/// Two versions side by side, for the gallery.
enum DraftDifferenceExamples {
  static let all: [GalleryExample] = [
    example("du-thao-so-sanh", before, after, ["Thêm phụ lục «phu-luc.xlsx»."]),
    example("du-thao-so-sanh-giong", before, before, []),
    example(
      "du-thao-so-sanh-tu-dai", [DraftExamples.longWords], ["Bỏ hết \(DraftExamples.longWords) thêm"],
      [DraftExamples.longWords]),
  ]

  private static let before = [
    "Kính gửi: Cục Địa chất miền Bắc", "Thực hiện chương trình công tác năm 2026, Tổng cục yêu cầu:",
    "1. Kiểm kê trữ lượng đá vôi của các mỏ đang khai thác.", "2. Gửi số liệu trước ngày 15 tháng 12 năm 2026.",
    "3. Cử một đầu mối liên hệ.", "4. Lập bảng tổng hợp theo mẫu.", "5. Lưu hồ sơ theo quy định.",
    "Nhận được công văn này, đề nghị Cục triển khai./.",
  ]
  private static let after = [
    "Kính gửi: Cục Địa chất miền Bắc", "Thực hiện chương trình công tác năm 2026, Tổng cục yêu cầu:",
    "1. Kiểm kê trữ lượng đá vôi của các mỏ đang khai thác và đã đóng cửa.",
    "2. Gửi số liệu trước ngày 20 tháng 12 năm 2026.", "3. Cử một đầu mối liên hệ.", "4. Lập bảng tổng hợp theo mẫu.",
    "5. Lưu hồ sơ theo quy định.", "6. Báo cáo khó khăn, vướng mắc nếu có.",
    "Nhận được công văn này, đề nghị Cục triển khai./.",
  ]

  private static func example(
    _ name: String, _ old: [String], _ new: [String], _ annexes: [String]
  ) -> GalleryExample {
    let page = DraftDifferencePage(
      subject: "Về việc kiểm kê trữ lượng đá vôi năm 2026", old: 1, new: 2,
      lines: ("Bùi Quốc Khánh, Chuyên viên, 08:45 05/11/2026", "Bùi Quốc Khánh, Chuyên viên, 09:40 05/11/2026"),
      comparisons: [Comparison("Văn bản", TextDifference(from: old, to: new))], annexes: annexes,
      olds: Chips(
        label: "Bản đem so với bản 2",
        [.init("so với bản 1", path: "/du-thao/8/so-sanh?cu=1&ban=2", selected: true)]),
      news: Chips(
        label: "Bản được so", [.init("Bản 2", path: "/du-thao/8/so-sanh?cu=1&ban=2", selected: true)]),
      draftPath: "/du-thao/8")
    return GalleryExample(name, Page(title: DraftDifferencePage.title, room: .drafts, main: page.html))
  }
}
