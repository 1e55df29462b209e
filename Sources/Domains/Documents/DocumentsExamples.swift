import Database
import Kernel
import Markup
import WebApp

/// An invented directory for the example body. No agency, place or code of it exists.
package enum DocumentsExamples {
  /// Name, identifier, old identifier, superior.
  static let agencies: [(name: String, code: String, legacyCode: String, parent: String)] = [
    ("Bộ Tài nguyên", "Y98", "000.00.00.Y98", ""),
    ("Văn phòng Bộ Tài nguyên", "Y98.01", "000.00.01.Y98", "Bộ Tài nguyên"),
    ("Bộ Kế hoạch và Ngân sách", "Y97", "000.00.00.Y97", ""),
    ("Ủy ban nhân dân tỉnh Cẩm Giang", "Y53", "000.00.00.Y53", "Tỉnh Cẩm Giang"),
    ("Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", "Y53.01", "000.00.01.Y53", "Tỉnh Cẩm Giang"),
    ("Sở Tài chính tỉnh Cẩm Giang", "Y53.02", "000.00.02.Y53", "Tỉnh Cẩm Giang"),
    ("Sở Xây dựng tỉnh Cẩm Giang", "Y53.03", "000.00.03.Y53", "Tỉnh Cẩm Giang"),
    ("Ủy ban nhân dân tỉnh Thanh Khê", "Y54", "000.00.00.Y54", "Tỉnh Thanh Khê"),
    ("Sở Nông nghiệp và Môi trường tỉnh Thanh Khê", "Y54.01", "000.00.01.Y54", "Tỉnh Thanh Khê"),
    ("Công an tỉnh Thanh Khê", "Y54.08", "000.00.08.Y54", "Tỉnh Thanh Khê"),
    ("Ủy ban nhân dân xã Tân Phú", "Y54.31", "000.00.31.Y54", "Tỉnh Thanh Khê"),
    ("Ủy ban nhân dân xã Tấn Phú", "Y54.32", "000.00.32.Y54", "Tỉnh Thanh Khê"),
    ("Đại học Địa chất Sông Vân", "", "", ""),
    ("Công ty cổ phần Khoáng sản Sao Mai", "", "", ""),
    ("Hiệp hội Doanh nghiệp Đá quý", "", "", ""),
  ]

  /// Puts the directory into a database, as a command of the program does.
  package static func fill(in transaction: any Transaction) throws {
    let rows =
      [["name", "code", "organ_id", "parent"]] + agencies.map { [$0.name, $0.code, $0.legacyCode, $0.parent] }
    _ = try ImportOutsideAgencies(rows: rows).performAsSystem(in: transaction)
  }
}

/// The shared lists in the states worth looking at.
enum DocumentsPageExamples {
  static var all: [GalleryExample] {
    [
      example("co-quan-ngoai", agencies(typed: "", known), OutsideAgenciesPage.title),
      example("co-quan-ngoai-khong-thay", agencies(typed: "so tai nguyen", []), OutsideAgenciesPage.title),
      example("co-quan-ngoai-bi-tu-choi", refused, OutsideAgenciesPage.title),
      example("co-quan-ngoai-chu-dai", longAgencies, OutsideAgenciesPage.title),
      example("loai-van-ban", types(FormInput()), DocumentTypesPage.title),
      example(
        "loai-van-ban-bi-tu-choi",
        types(
          FormInput(
            values: ["ten-loai": "Công văn"], reasons: ["ten-loai": ["Đã có loại «Công văn» trong danh mục."]])),
        DocumentTypesPage.title),
    ]
  }

  private static func example(_ name: String, _ main: HTML, _ title: String) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: .incoming, main: main))
  }

  private static var known: [OutsideAgency] {
    DocumentsExamples.agencies.enumerated().map { index, agency in
      OutsideAgency(
        id: OutsideAgency.ID(Int64(index + 1)), name: agency.name, code: agency.code, legacyCode: agency.legacyCode,
        parentHint: agency.parent, useCount: 100 - index * 7, version: 1)
    }
  }

  private static func agencies(
    typed: String, _ agencies: [OutsideAgency], _ input: FormInput = FormInput()
  ) -> HTML {
    OutsideAgenciesPage(typed: typed, agencies: agencies, mayEdit: true, input: input, seal: FormSeal(csrf: "ma")).html
  }

  private static var refused: HTML {
    let act = AddOutsideAgency(name: String(repeating: "Trung tâm Nghiên cứu Khoáng sản ", count: 8))
    guard let refusal = Refusal(act.obstacles()) else { return .empty }
    var input = FormInput.refused(refusal)
    input.values["ten"] = act.name
    return agencies(typed: "", known, input)
  }

  private static var longAgencies: HTML {
    let long = known.prefix(3).map { agency in
      var long = agency
      long.name =
        String(repeating: "Trung tâm Nghiên cứu Khoáng sản ", count: 6) + "Siêudàikhôngcókhoảngtrắngngoằnngoèo"
      return long
    }
    return agencies(typed: "", long)
  }

  private static func types(_ input: FormInput) -> HTML {
    DocumentTypesPage(
      types: DocumentType.administrative + DocumentType.furtherIncoming, mayEdit: true, input: input,
      seal: FormSeal(csrf: "ma")
    ).html
  }
}
