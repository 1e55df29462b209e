import Kernel
import Markup
import WebApp

/// Terms of transfer and askings to keep a dossier, for the gallery.
enum TransferTermsExamples {
  static let all = terms + holdForms + holds

  private static let seal = FormSeal(csrf: "mau", post: "1006", version: 1)
  private static let longText = ArchiveExamples.longText

  private static func page(_ name: String, _ input: FormInput, setBy: String?, isAdministrator: Bool) -> GalleryExample
  {
    var page = TransferTermsPage(
      terms: [
        .init(label: "Nên nộp trong (ngày)", name: "muc-tieu", value: "60", hint: "Hồ sơ điện tử: 60 ngày."),
        .init(
          label: "Chậm nhất (tháng)", name: "cham-nhat", value: "12", hint: "Nghị định 30/2020: không quá 12 tháng."),
      ], action: "#", isAdministrator: isAdministrator, input: input, seal: seal)
    (page.setBy, page.backPath) = (setBy, isAdministrator ? nil : "#")
    return GalleryExample(
      name, Page(title: TransferTermsPage.title, room: .archive, main: page.html, keys: TransferTermsPage.keys))
  }

  private static let terms = [
    page(
      "luu-tru-thoi-han", FormInput(), setBy: "Đang theo thời hạn của luật; cơ quan chưa đặt thời hạn riêng.",
      isAdministrator: false),
    page("luu-tru-thoi-han-quan-tri", FormInput(), setBy: nil, isAdministrator: true),
    page(
      "luu-tru-thoi-han-tu-choi",
      FormInput(values: ["cham-nhat": "24"], reasons: ["cham-nhat": ["Nhập từ 1 đến 12 tháng."]]), setBy: nil,
      isAdministrator: false),
  ]

  private static func form(
    _ name: String, _ lines: [HoldFormPage.Line], obstacle: String? = nil, input: FormInput = FormInput(),
    dossier: String = "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»"
  ) -> GalleryExample {
    let page = HoldFormPage(
      dossierName: dossier, dossierPath: "#",
      due: DeadlineMark(day: "20/12/2026", left: "còn 23 ngày", state: .soon).html,
      bound: "Chậm nhất 20/12/2028: hai năm kể từ ngày đến hạn 20/12/2026.", lines: lines, action: "#",
      untilName: "den-ngay", reasonName: "ly-do", reasonLengthMax: 500, obstacle: obstacle, input: input, seal: seal)
    return GalleryExample(
      name, Page(title: HoldFormPage.title, room: .dossiers, main: page.html, keys: HoldFormPage.keys))
  }

  private static let asked = HoldFormPage.Line(
    text: "Đến hết 30/06/2027, Vũ Thị Lan Anh, Chuyên viên", reason: "Thanh tra Chính phủ đang dùng",
    state: StateMark("Chờ ý kiến", .look), answer: "", path: "#")

  private static let holdForms = [
    form("luu-tru-xin-giu-lai", []),
    form("luu-tru-xin-giu-lai-dang-cho", [asked], obstacle: "Hồ sơ này đã có đề nghị đang chờ ý kiến."),
    form(
      "luu-tru-xin-giu-lai-tu-choi", [],
      input: FormInput(
        values: ["den-ngay": "31/12/2030", "ly-do": longText],
        reasons: ["den-ngay": ["Chọn ngày sau 20/12/2026, chậm nhất 20/12/2028."]]), dossier: longText),
  ]

  private static func hold(_ name: String, _ state: StateMark, answer: String, obstacle: String?) -> GalleryExample {
    let page = HoldPage(
      dossierName: "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»", dossierPath: "#",
      asker: "Vũ Thị Lan Anh, Chuyên viên", reason: longText, due: "20/12/2026", until: "30/06/2027", state: state,
      answer: answer, consentAction: "#", refusalAction: "#", reasonName: "ly-do", reasonLengthMax: 500,
      obstacle: obstacle, input: FormInput(), seal: seal)
    return GalleryExample(name, Page(title: HoldPage.title, room: .archive, main: page.html))
  }

  private static let holds = [
    hold("luu-tru-de-nghi-giu-lai", StateMark("Chờ ý kiến", .look), answer: "", obstacle: nil),
    hold(
      "luu-tru-de-nghi-giu-lai-da-tra-loi", StateMark("Đồng ý", .done),
      answer: "Trần Văn Quang, Tổng cục trưởng, 09:00 24/11/2026", obstacle: "Đề nghị đã được trả lời."),
  ]
}
