import FileVault
import Kernel
import Markup
import WebApp

/// Screens of old books in the states worth looking at. People and files are invented.
enum OldBookExamples {
  static var all: [GalleryExample] {
    let long = "so-cong-van-den-nam-2019-phong-hanh-chinh-van-thu-tong-cuc-quan-ly-tai-nguyen-dia-chat-ban-cuoi.xlsx"
    return [
      example("so-cu-trong", ImportBatchesPage(kind: .documents, lines: [], limitLine: limit, seal: seal).html),
      example("so-cu", ImportBatchesPage(kind: .documents, lines: lines(long), limitLine: limit, seal: seal).html),
      example(
        "so-cu-khong-nhan",
        ImportBatchesPage(
          kind: .documents, lines: [], limitLine: limit,
          input: FormInput(reasons: [
            ImportPaths.Name.table: ["«anh.png» là ảnh PNG. Hãy đưa vào tệp Excel, CSV (UTF-8) hoặc JSONL."]
          ]),
          seal: seal
        ).html),
      example("so-cu-dang-kiem-tra", page(.checking).html),
      example("so-cu-da-kiem-tra", page(.checked, problems: problems).html),
      example("so-cu-cho-nhap-bi-tu-choi", refused.html),
      example("so-cu-da-nhap", page(.done, name: long).html),
      example("so-cu-co-dau-mat", failed.html),
    ]
  }

  private static let limit = "Mỗi tệp không quá 200 MB."
  private static let seal = FormSeal(csrf: "ma")

  private static func example(_ name: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: ImportBatch.Kind.documents.title, room: .incoming, main: main))
  }

  private static func lines(_ long: String) -> [ImportBatchesPage.Line] {
    let counts = ImportBatch.Counts(rows: 2410, good: 2396, problems: 14, duplicates: 2, entered: 2396)
    func line(_ id: String, _ name: String, _ state: ImportBatch.State, working: Bool = false) -> ImportBatchesPage.Line
    {
      ImportBatchesPage.Line(
        path: "/van-ban-den/so-cu/\(id)", id: id, name: name, askedAt: "09:10 06/11/2026", askedBy: "Nguyễn Thị Hoa",
        stateLabel: state.label, counts: counts, isWorking: working,
        progressNote: "Đã nhập 1200 trong 2396 văn bản")
    }
    return [
      line("4", "so-den-2021.xlsx", .entering, working: true), line("3", long, .done),
      line("2", "so-den-2018.csv", .checked), line("1", "anh-chup.zip", .failed),
    ]
  }

  private static let hash: FileHash = {
    guard let hash = FileHash(String(repeating: "a", count: 64)) else { preconditionFailure("64 digits") }
    return hash
  }()

  private static func page(
    _ state: ImportBatch.State, name: String = "so-den-2021.xlsx", problems: [ImportBatchPage.Problem] = []
  ) -> ImportBatchPage {
    var batch = ImportBatch(
      id: ImportBatch.ID(4), kind: .documents, agency: AgencyID(11), sourceName: name,
      sourceHash: hash, settings: ImportSettings(), state: state,
      askedAt: Instant(milliseconds: 1_793_931_000_000), askedBy: "Nguyễn Thị Hoa", account: AccountID(204),
      post: PostID(1004), version: 3)
    batch.counts = ImportBatch.Counts(
      rows: 2410, good: state == .done ? 0 : 2396, problems: problems.isEmpty ? 0 : 14,
      duplicates: problems.isEmpty ? 0 : 2, entered: state == .done ? 2410 : 0)
    batch.upload = StagedFile(id: "a", hash: batch.sourceHash, bytes: 10)
    let heads = [
      "Số đến", "Ngày đến", "Tác giả", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung",
      "Đơn vị hoặc người nhận", "Cột phụ của phòng hành chính dùng để đối chiếu với sổ chuyển giao văn bản",
    ]
    batch.settings.columns = heads
    batch.settings.mapping.defaults["TypeName"] = "Công văn"
    batch.settings.mapping.values["TypeName"] = ["Giấy mời họp*": "Giấy mời"]
    return ImportBatchPage(
      batch: batch, problems: problems, columns: ImportColumns(batch), changeObstacles: [], enterObstacles: [],
      progress: state == .checking ? (1200, nil, "Đã kiểm tra 1200 dòng") : nil, seal: seal)
  }

  private static let problems: [ImportBatchPage.Problem] = [
    .init(row: 14, field: "Ngày đến", message: "«32/01/2020» không phải ngày. Ghi 20/07/2022 hoặc 2022-07-20."),
    .init(row: 88, field: "Số đến", message: "Số đến 87 lặp lại: dòng 87 của tệp đã có số này."),
    .init(
      row: 901, field: "",
      message:
        "Giống văn bản đã có: dòng 900 của chính tệp này, trùng số, ký hiệu và cơ quan ban hành. Không nhập trừ khi ghi lý do."
    ),
    .init(row: 1204, field: "Tệp", message: "Tệp «2021/05/quyet-dinh.pdf» có mật khẩu nên không đọc được."),
  ]

  private static var refused: ImportBatchPage {
    var page = page(.checked, problems: problems)
    page.input = FormInput(reasons: [
      ImportPaths.Name.skips: ["Còn 12 dòng không nhập được. Sửa rồi tải lại tệp, hoặc tích «Bỏ qua dòng lỗi»."]
    ])
    return page
  }

  private static var failed: ImportBatchPage {
    var page = page(.failed)
    page.batch.upload = nil
    page.batch.trouble =
      "Tệp có dòng mang dấu chỉ độ mật: dòng 17, 230. Tệp tải lên đã được xóa khỏi hệ thống. Bỏ các dòng ấy khỏi tệp rồi tải lại; văn bản mật đăng ký ở sổ mật theo quy định."
    return page
  }
}
