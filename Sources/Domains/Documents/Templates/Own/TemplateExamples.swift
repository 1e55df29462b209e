import FileVault
import Kernel
import Markup
import WebApp

/// The templates' screens in the states worth looking at.
enum TemplateExamples {
  static var all: [GalleryExample] {
    [
      example("mau-van-ban", list([]), TemplatesPage.title),
      example(
        "mau-van-ban-day", list(DocumentType.administrative.prefix(12).flatMap { own($0, long: true) }),
        TemplatesPage.title),
      example("mau-van-ban-mot-loai", page([]), "Mẫu công văn"),
      example("mau-van-ban-thieu-truong", page(own(.congVan, long: false) + ended), "Mẫu công văn thiếu trường"),
      example(
        "mau-van-ban-khong-duoc-doi", page([], obstacles: TemplateAccess.notAllowed.reasons.map(\.message)),
        "Mẫu công văn chỉ xem"),
      example("mau-van-ban-bi-tu-choi", page([], input: refused), "Mẫu công văn bị từ chối"),
      example("the-thuc-dat", findings([]), "Kiểm tra thể thức, đạt"),
      example("the-thuc-chua-dat", findings(Self.found), "Kiểm tra thể thức, chưa đạt"),
    ]
  }

  private static func example(_ name: String, _ main: HTML, _ title: String) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .administration, main: main))
  }

  private static func list(_ own: [AgencyTemplate]) -> HTML {
    TemplatesPage(
      agencyName: "Tổng cục Địa chất",
      lines: DocumentType.administrative.map { type in .init(type: type, own: own.first { $0.typeKey == type.key }) },
      isAdministrator: true
    ).html
  }

  private static func page(
    _ history: [AgencyTemplate], obstacles: [String] = [], input: FormInput = FormInput()
  ) -> HTML {
    TemplatePage(
      type: .congVan, history: history, obstacles: obstacles, isAdministrator: obstacles.isEmpty, input: input,
      seal: FormSeal(csrf: "ma")
    ).html
  }

  private static func own(_ type: DocumentType, long: Bool) -> [AgencyTemplate] {
    guard let hash = FileHash(String(repeating: "0", count: 64)) else { return [] }
    let name = long ? String(repeating: "mauvanbancuatongcuc", count: 5) : "mau-cong-van"
    let template = AgencyTemplate(
      id: Identifier(1), agency: AgencyID(1), typeKey: type.key,
      file: StoredFile(hash: hash, bytes: 1),
      fileName: "\(name)-2026.docx", fieldNames: ["trich_yeu", "ky_hieu", "noi_nhan", "nguoi_ki"],
      addedAt: Instant(milliseconds: 1_795_000_000_000), addedBy: "Đỗ Thị Thanh Mai")
    return [template]
  }

  private static var ended: [AgencyTemplate] {
    own(.congVan, long: false).map { template in
      var template = template
      template.fileName = "mau-cong-van-2025.docx"
      template.endedAt = template.addedAt
      return template
    }
  }

  private static var refused: FormInput {
    FormInput(
      reasons: [
        TemplatePaths.fileField: [
          "Tệp «bao-cao.docx» không có trường nào. Đặt các trường như {{trich_yeu}} vào chỗ cần điền rồi tải lên lại."
        ]
      ])
  }

  private static func findings(_ findings: [FormFinding]) -> HTML {
    """
    \(PageHead("Kiểm tra thể thức").html)<section class="sheet-block">\(FormFindingsPart(findings).html)</section>
    """
  }

  private static let found: [FormFinding] = [
    MarginsRule.error(
      "Lề trang chưa đúng: lề trái 25 mm (phải từ 30 đến 35 mm).", "Trong Word: Bố cục trang, Lề, nhập đúng số đo."),
    FormFinding(
      rule: "tieu-ngu", severity: .error, article: FormArticle.annexOne("mục II.1"),
      excerpt: "Độc lập – Tự do – Hạnh phúc", message: "Tiêu ngữ viết chưa đúng.",
      remedy: "Viết đúng «\(MottoRule.text)»."),
    FormFinding(
      rule: "viet-hoa", severity: .advice, article: FormArticle.annexTwo("mục III đến V"),
      excerpt: String(repeating: "nghiêngngoằnngoèo", count: 5), message: "«của nhà nước»: xem lại chữ hoa.",
      remedy: "Viết hoa «Nhà nước»."),
  ]
}
