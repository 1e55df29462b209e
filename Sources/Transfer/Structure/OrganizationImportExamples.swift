import FileVault
import Kernel
import Markup
import WebApp

/// Screens of lists of the body in the states worth looking at. Names and files are invented.
enum OrganizationImportExamples {
  static var all: [GalleryExample] {
    [
      example(
        "nhap-du-lieu-trong", ImportBatchesPage(kind: .organization, lines: [], limitLine: limit, seal: seal).html),
      example("nhap-du-lieu", ImportBatchesPage(kind: .organization, lines: lines, limitLine: limit, seal: seal).html),
      example(
        "nhap-du-lieu-khong-nhan",
        ImportBatchesPage(
          kind: .organization, lines: [], limitLine: limit,
          input: FormInput(reasons: [
            ImportPaths.Name.table: ["«so-do.png» là ảnh PNG. Hãy đưa vào tệp Excel, CSV (UTF-8) hoặc JSONL."]
          ]),
          seal: seal
        ).html),
      example("nhap-du-lieu-dang-nhap", page(.entering).html),
      example("nhap-du-lieu-da-kiem-tra", page(.checked).html),
      example("nhap-du-lieu-co-loi", page(.checked, problems: problems, name: long).html),
      example("nhap-du-lieu-bi-tu-choi", refused.html),
      example("nhap-du-lieu-xong", page(.done).html),
    ]
  }

  private static let limit = "Mỗi tệp không quá 200 MB."
  private static let seal = FormSeal(csrf: "ma")
  private static let long =
    "danh-sach-can-bo-cong-chuc-vien-chuc-toan-tong-cuc-va-cac-don-vi-truc-thuoc-quy-4-nam-2026.xlsx"

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: ImportBatch.Kind.organization.title, room: .administration, main: main))
  }

  private static var lines: [ImportBatchesPage.Line] {
    func line(_ id: String, _ name: String, _ state: ImportBatch.State, working: Bool = false) -> ImportBatchesPage.Line
    {
      ImportBatchesPage.Line(
        path: "/quan-tri/nhap-du-lieu/\(id)", id: id, name: name, askedAt: "08:20 06/11/2026", askedBy: "Phan Anh Tuấn",
        stateLabel: state.label, counts: .init(rows: 1512, good: 1498, problems: 6, entered: working ? 450 : 1498),
        isWorking: working, progressNote: "Đã nhập 450 trong 1498 dòng")
    }
    return [
      line("3", long, .entering, working: true), line("2", "don-vi.xlsx", .done), line("1", "co-quan.csv", .checked),
    ]
  }

  private static let hash: FileHash = {
    guard let hash = FileHash(String(repeating: "b", count: 64)) else { preconditionFailure("64 digits") }
    return hash
  }()

  private static func page(
    _ state: ImportBatch.State, problems: [ImportBatchPage.Problem] = [], name: String = "nguoi-va-chuc-danh.xlsx"
  ) -> ImportBatchPage {
    var batch = ImportBatch(
      id: ImportBatch.ID(3), kind: .organization, agency: AgencyID(11), sourceName: name, sourceHash: hash,
      settings: ImportSettings(), state: state, askedAt: Instant(milliseconds: 1_793_928_000_000),
      askedBy: "Phan Anh Tuấn", account: AccountID(207), post: PostID(1007), version: 3)
    var tally = OrganizationTally()
    (tally[.person].added, tally[.person].same) = (1480, 31)
    (tally[.post].added, tally[.post].changed, tally[.post].same) = (1484, 3, 25)
    (tally.sameRows, tally.withoutPost) = (14, problems.isEmpty ? 0 : 4)
    batch.tally = tally
    batch.counts = .init(
      rows: 1512, good: 1498 - problems.count, problems: problems.count, duplicates: problems.isEmpty ? 0 : 1,
      entered: state == .done ? 1498 : 0)
    batch.upload = StagedFile(id: "b", hash: hash, bytes: 10)
    batch.settings.columns = [
      "Họ và tên", "Mã CBCC", "Chức vụ", "Đơn vị công tác", "Ngày sinh", "Ghi chú của phòng tổ chức cán bộ",
    ]
    batch.settings.mapping.columns["Chức vụ"] = ["Title", "Roles"]
    batch.settings.mapping.values["Roles"] = ["Vụ trưởng": "Lãnh đạo đơn vị", "*": "Chuyên viên"]
    return ImportBatchPage(
      batch: batch, problems: problems, changes: state == .entering ? [] : changes, columns: ImportColumns(batch),
      changeObstacles: [], enterObstacles: [],
      progress: state == .entering ? (450, 1498, "Đã nhập 450 trong 1498 dòng") : nil, seal: seal)
  }

  private static let changes = [
    RowChange(
      row: 31, sentence: "Bùi Quốc Khánh, Chuyên viên, Vụ Khoáng sản. Quyền: Chuyên viên → Văn thư đơn vị, Chuyên viên"),
    RowChange(
      row: 207,
      sentence: "Trịnh Công Hải, đang giữ Vụ trưởng, Vụ Pháp chế: thêm chức danh Phụ trách Trung tâm, Ban Giám đốc"),
  ]

  private static let problems: [ImportBatchPage.Problem] = [
    .init(
      row: 12, field: "Đơn vị",
      message:
        "Không có đơn vị «KHTCCC» trong «Tổng cục Quản lý Tài nguyên Địa chất», cũng không có ở dòng nào nhập được của tệp."
    ),
    .init(
      row: 40, field: "Quyền",
      message:
        "Không có quyền «thư ký». Các quyền: Văn thư cơ quan, Lãnh đạo, Chánh văn phòng, Lãnh đạo đơn vị, Văn thư đơn vị, Chuyên viên, Lưu trữ, Quản trị."
    ),
    .init(
      row: 388, field: "",
      message:
        "Giống người đã có: «Nguyễn Văn Hùng», Chuyên viên, Vụ Pháp chế. Cùng một người thì ghi mã cán bộ của người ấy. Khác thì nhập kèm lý do."
    ),
    .init(row: 501, field: "", message: "Lặp lại dòng 88 của chính tệp này. Bỏ một trong hai dòng."),
  ]

  private static var refused: ImportBatchPage {
    var page = page(.checked, problems: problems)
    page.input = FormInput(reasons: [
      ImportPaths.Name.skips: ["Còn 4 dòng không nhập được. Sửa rồi tải lại tệp, hoặc tích «Bỏ qua dòng lỗi»."],
      ImportPaths.Name.translation("Roles"): [
        "«Vụ trưởng» chưa đúng. Ghi mỗi dòng «giá trị trong tệp = giá trị ghi vào»."
      ],
    ])
    return page
  }
}
