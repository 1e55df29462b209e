import Audit
import Kernel
import Markup
import WebApp

/// Pages of accesses to a record, for the gallery. Nothing in them exists.
enum RecordAccessesExamples {
  static let all: [GalleryExample] = [
    page("luot-truy-cap", people, lines, pager: Pager(older: "#")), page("luot-truy-cap-trong", [], []),
    page("luot-truy-cap-mot-nguoi", [], lines, chosen: ("Bùi Quốc Khánh, Chuyên viên, tải về", "#")),
    page(
      "luot-truy-cap-tu-choi", people, lines,
      problem: "Ngày cuối cần không sớm hơn ngày đầu; đang xem: tháng này.", days: ("20/11/2026", "01/11/2026")),
    page(
      "luot-truy-cap-chu-dai",
      [
        .init(
          name: longText, unit: longText, figures: [("1234", "#"), ("0", nil), ("12", "#"), ("1", "#")], last: time)
      ],
      [.init(time: time, who: longText, unit: longText, sentence: longText)]),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let time = "08:10 20/11/2026"

  private static func page(
    _ name: String, _ people: [RecordAccessesPage.Person], _ lines: [RecordAccessesPage.Line], problem: String? = nil,
    days: (from: String, to: String) = ("", ""), chosen: (words: String, all: String)? = nil, pager: Pager = Pager()
  ) -> GalleryExample {
    var page = RecordAccessesPage(
      recordName: "Hồ sơ G13.2026.01.KS: Kiểm kê trữ lượng đá vôi năm 2026", recordPath: "#", action: "#",
      chips: Chips(
        label: "Kỳ",
        AccessPeriod.named.map { .init($0.label, path: "#", selected: $0 == .month) }),
      problem: problem, summary: "12 lượt xem, 3 lượt tải về, 1 lượt in, của 2 người", people: people,
      ways: AccessWay.allCases.map(\.label), chosen: chosen, lines: lines, pager: pager,
      acts: [Button(WhoSeesPage.title, path: "#")])
    page.days = days
    return GalleryExample(name, Page(title: RecordAccessesPage.title, main: page.html))
  }

  private static let people: [RecordAccessesPage.Person] = [
    .init(
      name: "Bùi Quốc Khánh, Chuyên viên", unit: "Vụ Khoáng sản",
      figures: [("10", "#"), ("3", "#"), ("1", "#"), ("0", nil)], last: time),
    .init(
      name: "Lê Minh Đức, Phó Tổng cục trưởng (thay Trần Văn Quang)", unit: "Lãnh đạo Tổng cục",
      figures: [("2", "#"), ("0", nil), ("0", nil), ("1", "#")], last: "16:45 19/11/2026"),
  ]

  private static let lines: [RecordAccessesPage.Line] = [
    .init(
      time: time, who: "Bùi Quốc Khánh, Chuyên viên", unit: "Vụ Khoáng sản", sentence: "tải về «de-an.pdf» trong hồ sơ"),
    .init(time: "08:09 20/11/2026", who: "Bùi Quốc Khánh, Chuyên viên", unit: "Vụ Khoáng sản", sentence: "xem hồ sơ"),
    .init(
      time: "16:45 19/11/2026", who: "Lê Minh Đức, Phó Tổng cục trưởng (thay Trần Văn Quang)",
      unit: "Lãnh đạo Tổng cục", sentence: "xem hồ sơ"),
  ]
}
