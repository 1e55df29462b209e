import Database
import Dossiers
import FilePlans
import Kernel
import Organization

/// Templates of dossiers of the example body: two of the whole agency, one of the unit that keeps minerals.
enum ExampleDossierTemplates {
  /// By which officers open their dossiers of opinions.
  static let opinions = "Góp ý dự thảo văn bản của cơ quan khác"

  static func fill(in transaction: any Transaction) throws {
    for facts in [giving, conference] {
      try MakeDossierTemplate(facts, unit: nil).perform(by: Cast.headOfOffice, in: transaction)
    }
    try MakeDossierTemplate(appraisal, unit: Cast.unitHead.unit).perform(by: Cast.unitHead, in: transaction)
  }

  private static let giving = DossierTemplate.Facts(
    name: opinions, use: "Bộ, ngành, địa phương gửi dự thảo lấy ý kiến", retention: .years(5),
    contents: [
      ExpectedContent(name: "Công văn gửi lấy ý kiến", typeKey: "congVan", direction: .incoming),
      ExpectedContent(name: "Văn bản góp ý của Tổng cục", typeKey: "congVan", direction: .outgoing),
      ExpectedContent(name: "Báo cáo tổng hợp ý kiến", typeKey: "baoCao", isRequired: false),
    ])

  private static let conference = DossierTemplate.Facts(
    name: "Hội nghị sơ kết, tổng kết", use: "Cơ quan tổ chức hội nghị", retention: .permanent,
    contents: [
      ExpectedContent(name: "Kế hoạch tổ chức hội nghị", typeKey: "keHoach"),
      ExpectedContent(name: "Giấy mời", typeKey: "giayMoi", direction: .outgoing),
      ExpectedContent(name: "Báo cáo tổng kết", typeKey: "baoCao"),
      ExpectedContent(name: "Tham luận", direction: .any, isRequired: false, isMany: true),
      ExpectedContent(name: "Biên bản hội nghị", typeKey: "bienBan"),
      ExpectedContent(name: "Ảnh hội nghị", direction: .file, isRequired: false, isMany: true),
      ExpectedContent(name: "Thông báo kết luận hội nghị", typeKey: "thongBao", direction: .outgoing),
    ])

  private static let appraisal = DossierTemplate.Facts(
    name: "Thẩm định đề án thăm dò khoáng sản", use: "Có đề án gửi tới để thẩm định", heading: "Vụ Khoáng sản",
    retention: .permanent,
    contents: [
      ExpectedContent(name: "Công văn đề nghị thẩm định", typeKey: "congVan", direction: .incoming),
      ExpectedContent(name: "Đề án thăm dò", typeKey: "deAn"),
      ExpectedContent(name: "Quyết định thành lập hội đồng thẩm định", typeKey: "quyetDinh", direction: .outgoing),
      ExpectedContent(name: "Biên bản họp thẩm định", typeKey: "bienBan"),
      ExpectedContent(name: "Tờ trình phê duyệt đề án", typeKey: "toTrinh"),
      ExpectedContent(name: "Quyết định phê duyệt đề án", typeKey: "quyetDinh", direction: .outgoing),
      ExpectedContent(name: "Ảnh hiện trường", direction: .file, isRequired: false, isMany: true),
    ])
}
