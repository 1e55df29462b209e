import Kernel
import Markup
import WebApp

/// Pages of templates of dossiers for the gallery. Nothing in them exists.
enum DossierTemplateExamples {
  static var all: [GalleryExample] {
    let lists: [(String, DossierTemplatesPage)] = [
      ("mau-ho-so", DossierTemplatesPage(lines: lines, mayMake: true)),
      ("mau-ho-so-trong", DossierTemplatesPage(lines: [], mayMake: true)),
      ("mau-ho-so-trong-chi-xem", DossierTemplatesPage(lines: [], mayMake: false)),
    ]
    return lists.map { name, page in
      GalleryExample(
        name,
        Page(title: DossierTemplatesPage.title, room: .dossiers, main: page.html, keys: DossierTemplatesPage.keys))
    } + [
      form("mau-ho-so-lap", values(["Tờ trình", "Biên bản họp thẩm định"])),
      form(
        "mau-ho-so-lap-tu-choi",
        FormInput(
          values: values([long]).values,
          reasons: [
            DossierTemplateField.name: ["Nhập tên mẫu hồ sơ."],
            DossierTemplateField.line(.name, 0): ["Dài quá \(ExpectedContent.nameLengthMax) ký tự."],
          ])), form("mau-ho-so-chi-xem", FormInput(), readOnly: true),
    ]
  }

  private static let long = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)

  private static let lines: [DossierTemplatesPage.Line] = [
    .init(
      path: "#", name: "Thẩm định đề án thăm dò khoáng sản", use: "Có đề án gửi tới để thẩm định",
      owner: "Toàn cơ quan", retention: "20 năm", contents: "5 (4 bắt buộc)", openingPath: "#", isInUse: true),
    .init(
      path: "#", name: long, use: long, owner: "Vụ Khoa học, Công nghệ và Hợp tác quốc tế", retention: "Vĩnh viễn",
      contents: "40 (40 bắt buộc)", openingPath: nil, isInUse: true),
    .init(
      path: "#", name: "Hội nghị, hội thảo (cũ)", use: "", owner: "Toàn cơ quan", retention: "",
      contents: "3 (1 bắt buộc)", openingPath: nil, isInUse: false),
  ]

  private static func values(_ names: [String]) -> FormInput {
    var values = [DossierTemplateField.name: "Thẩm định đề án thăm dò khoáng sản"]
    for (index, name) in names.enumerated() { values[DossierTemplateField.line(.name, index)] = name }
    return FormInput(values: values)
  }

  private static func form(_ name: String, _ input: FormInput, readOnly: Bool = false) -> GalleryExample {
    let page = DossierTemplatePage(
      heading: readOnly ? "Thẩm định đề án thăm dò khoáng sản" : "Lập mẫu hồ sơ", line: "Toàn cơ quan", action: "#",
      readOnlyReason: readOnly ? "Chỉ chánh văn phòng và lưu trữ cơ quan lập, sửa mẫu hồ sơ dùng chung." : nil,
      lines: [
        .init(
          place: "1", name: "Biên bản họp thẩm định", type: "Biên bản", direction: "Bất kỳ", need: "bắt buộc",
          amount: "một"),
        .init(place: "2", name: long, type: "mọi loại", direction: "Tệp riêng", need: "nên có", amount: "nhiều"),
      ], lineCount: 3, owners: [.init("", "Toàn cơ quan"), .init("105", "Vụ Khoáng sản")],
      types: [.init("toTrinh", "Tờ trình"), .init("bienBan", "Biên bản")], retentions: [.init("20", "20 năm")],
      headings: ["II. Quản lý khoáng sản"], acts: [Button("Mở hồ sơ theo mẫu này", path: "#").html], input: input,
      seal: FormSeal(csrf: "mau", post: "1009", version: 1))
    return GalleryExample(
      name, Page(title: page.heading, room: .dossiers, main: page.html, keys: DossierTemplatePage.keys))
  }
}
