import Kernel
import Markup
import WebApp

/// The screen of reminding and urging, for the gallery.
enum DeadlineRulesExamples {
  static let examples: [GalleryExample] = [
    example("nhac-han-mac-dinh", page()),
    example("nhac-han-day-du", full),
    example("nhac-han-tu-choi", refused),
    example("nhac-han-tu-dai", long),
  ]

  private static func page(_ rules: DeadlineRules = DeadlineRules(), isOwn: Bool = false) -> DeadlineRulesPage {
    DeadlineRulesPage(
      agency: AgencyID(2048), agencyName: "Tổng cục Môi trường biển", rules: rules, superiorName: nil, isOwn: isOwn,
      seal: FormSeal(csrf: "ma", version: 1))
  }

  private static let full = page(
    DeadlineRules(remindDays: 3, alarmMinutes: 20, remindAfter: 1, criticizeAfter: 5, reviewAfter: 10), isOwn: true)

  private static var refused: DeadlineRulesPage {
    var page = full
    page.input = FormInput(
      values: [DeadlineRulesField.criticizeAfter: "1", DeadlineRulesField.alarmMinutes: "mười"],
      reasons: [
        DeadlineRulesField.criticizeAfter: ["Mức nặng hơn phải sau mức nhẹ hơn."],
        DeadlineRulesField.alarmMinutes: ["«mười» không phải số."],
      ])
    return page
  }

  private static var long: DeadlineRulesPage {
    var page = page()
    page.agencyName = String(repeating: "Trung tâm ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    page.superiorName = String(repeating: "Tổng cục Nghiêng ngả khuỷu ưỡn ", count: 6)
    return page
  }

  private static func example(_ name: String, _ page: DeadlineRulesPage) -> GalleryExample {
    GalleryExample(name, Page(title: DeadlineRulesPage.title, room: .administration, main: page.html))
  }
}
