import Markup
import WebApp

/// «Vào sổ» and «Chờ vào sổ» in the states worth looking at. People and agencies are invented.
enum RegistrationExamples {
  static let seal = FormSeal(csrf: "ma", post: "7", submission: "k1")

  static var all: [GalleryExample] {
    [
      example("vao-so", registration()), example("vao-so-khong-tep", withoutFile),
      example("vao-so-dang-doc", reading), example("vao-so-trung", refused), example("vao-so-sua", correction),
      example("vao-so-chu-dai", longWords), example("vao-so-bi-tu-choi", refusedPlainly),
      example("vao-so-sua-bi-tu-choi", refusedCorrection),
      GalleryExample("cho-vao-so-chu-dai", waiting(longPapers), title: "Chờ vào sổ", keys: WaitingPapersPage.keys),
      GalleryExample("cho-vao-so", waiting(papers), title: "Chờ vào sổ", keys: WaitingPapersPage.keys),
      GalleryExample("cho-vao-so-trong", waiting([]), title: "Chờ vào sổ", keys: WaitingPapersPage.keys),
    ]
  }

  private static func example(_ name: String, _ page: RegistrationPage) -> GalleryExample {
    GalleryExample(name, page.html, title: page.title, keys: RegistrationPage.keys)
  }

  static let images = [
    PageViewer.Image(page: 1, path: "/tinh/vi-du/trang-1.svg"),
    PageViewer.Image(page: 2, path: "/tinh/vi-du/trang-2.svg"),
  ]

  private static let choices = RegistrationForm.Choices(
    books: [Field.Choice("1", "Văn bản đến năm 2026"), Field.Choice("2", "Đơn thư năm 2026")],
    types: ["Công văn", "Quyết định", "Kế hoạch", "Báo cáo", "Tờ trình", "Giấy mời"].map { Field.Choice($0, $0) },
    urgencies: [
      Field.Choice("normal", "Thường"), Field.Choice("urgent", "Khẩn"), Field.Choice("veryUrgent", "Thượng khẩn"),
      Field.Choice("express", "Hỏa tốc"),
    ],
    channels: [Field.Choice("paper", "Giấy (bưu điện)"), Field.Choice("email", "Thư điện tử")],
    issuerSource: "/co-quan/goi-y", toPlacesSource: "/don-vi/goi-y")

  private static let typed = ["arrivalDate": "06/11/2026", "channel": "paper", "pageCount": "2", "copyCount": "1"]

  private typealias Suggestion = RegistrationForm.Suggestion

  private static let suggestions: [String: Suggestion] = {
    let f = RegistrationField.self
    func at(_ left: Double, _ top: Double, _ width: Double, _ height: Double) -> [Suggestion.Box] {
      [Suggestion.Box(page: 1, left: left, top: top, width: width, height: height)]
    }
    return [
      f.issuer: .init(
        value: "Văn phòng Tổng cục Môi trường biển", confidence: .sure, boxes: at(0.11, 0.055, 0.36, 0.045)),
      f.numberText: .init(value: "283", confidence: .doubtful, boxes: at(0.215, 0.122, 0.145, 0.02)),
      f.notation: .init(value: "VP-HC", confidence: .sure, boxes: at(0.28, 0.122, 0.08, 0.02)),
      f.issuedDate: .init(value: "05/11/2026", confidence: .sure, boxes: at(0.53, 0.12, 0.35, 0.022)),
      f.type: .init(value: "Công văn", confidence: .sure),
      f.subject: .init(
        value: "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026", confidence: .doubtful,
        boxes: at(0.12, 0.15, 0.34, 0.04)),
      f.signerName: .init(value: "Nguyễn Văn Minh", confidence: .sure, boxes: at(0.6, 0.72, 0.21, 0.02)),
    ]
  }()

  private static func registration(_ input: FormInput = FormInput(values: typed)) -> RegistrationPage {
    RegistrationPage(
      action: "/van-ban-den", seal: seal,
      form: RegistrationForm(input: input, suggestions: suggestions, choices: choices, isCorrection: false),
      nextNumber: NextNumber(number: 1247), nextNumberPath: "/van-ban-den/so-tiep-theo",
      viewer: PageViewer(name: "cv-283.pdf", images: images, readAreaPath: "/van-ban-den/cho-vao-so/31/doc-vung"),
      duplicatePath: "/van-ban-den/trung",
      waiting: .init(
        count: 12, listPath: "/van-ban-den/cho-vao-so", nextPath: "/van-ban-den/cho-vao-so/32/vao-so",
        discardPath: "/van-ban-den/cho-vao-so/31/bo", returnPath: "/van-ban-den/cho/31/tra",
        destroyPath: "/van-ban-den/cho-vao-so/31/dau-mat",
        turnPath: "/van-ban-den/cho-vao-so/31/xoay",
        splitPath: "/van-ban-den/cho-vao-so/31/tach", joinPath: "/van-ban-den/cho-vao-so/31/ghep",
        lookAgainPath: "/van-ban-den/cho-vao-so/31/xem-lai",
        others: [Field.Choice("32", "scan0032.pdf, 3 trang")]),
      cancelPath: "/van-ban-den")
  }

  private static var withoutFile: RegistrationPage {
    var page = registration()
    page.form.suggestions = [:]
    page.form.input.values["pageCount"] = nil
    page.waiting = nil
    page.viewer = PageViewer(
      name: "", images: [],
      emptyLine: "Vào sổ không có tệp: bì không mở, hoặc tệp thêm sau. Trang văn bản sẽ hiện ở đây.")
    return page
  }

  private static var reading: RegistrationPage {
    var page = registration()
    page.form.suggestions = [:]
    page.reading = ProgressLine(key: "paper-31", text: "Đang nhận dạng chữ, trang 1/2", value: 1, max: 2)
    page.livePath = "/van-ban-den/cho-vao-so/tien-do"
    return page
  }

  private static var refused: RegistrationPage {
    var values = typed
    values["numberText"] = "283"
    values["notation"] = "VP-HC"
    values["issuedDate"] = "31/02/2026"
    values["subject"] = ""
    var page = registration(
      FormInput(
        values: values,
        reasons: [
          "issuedDate": ["«31/02/2026» không phải ngày có thật. Gõ lại, ví dụ 57 cho ngày 05/07 năm nay."],
          "subject": ["Chưa có trích yếu. Chép lại dòng V/v hoặc dòng dưới tên loại."],
          "overrideReason": ["Văn bản này có thể đã vào sổ. Nếu vẫn vào, ghi lý do."],
        ]))
    page.duplicates = DuplicatePanel(matches: [
      .init(
        arrivalNumber: 1203, arrivalDay: "05/11/2026", codeText: "283/VP-HC", issuedDay: "05/11/2026",
        issuer: "Văn phòng Tổng cục Môi trường biển", subject: "Về việc kiểm kê tài sản công năm 2026",
        why: "trùng số, ký hiệu và cơ quan ban hành", path: "/van-ban-den/1203",
        thumbnailPath: "/tinh/vi-du/trang-1.svg")
    ])
    return page
  }

  private static var correction: RegistrationPage {
    var page = registration()
    page.title = "Sửa thông tin đã vào sổ"
    page.action = "/van-ban-den/1203/sua"
    page.seal = seal.at(version: 3)
    page.form.suggestions = [:]
    page.form.isCorrection = true
    page.form.input.values.merge(suggestions.mapValues(\.value)) { old, _ in old }
    page.nextNumber = nil
    page.correctedNumber = 1203
    page.waiting = nil
    return page
  }

  private static var refusedPlainly: RegistrationPage {
    var values = typed
    values["handlingDueDate"] = "32/13"
    values["sheetCount"] = "hai"
    return registration(
      FormInput(
        values: values,
        reasons: [
          "handlingDueDate": ["Hạn giải quyết «32/13» không phải một ngày. Gõ như 05/07/2026 hoặc 57."],
          "sheetCount": ["Số tờ «hai» phải là số."],
        ]))
  }

  private static var refusedCorrection: RegistrationPage {
    var page = correction
    page.form.input.reasons["correctionReason"] = ["Hãy ghi vì sao sửa; lý do nằm lại trong diễn biến."]
    return page
  }

  private static var longWords: RegistrationPage {
    var page = registration()
    page.form.input.values["issuer"] = String(
      repeating: "Ban Chỉ đạo liên ngành về rà soát và tháo gỡ vướng mắc ", count: 3)
    page.form.input.values["notation"] = "QĐ-BCĐ138-TTHĐND-UBMTTQVN-VPUBND"
    page.form.input.values["subject"] = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 14)
    page.form.input.values["toPlaces"] = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 12)
    return page
  }

  private static func waiting(_ papers: [WaitingPapersPage.Paper]) -> HTML {
    WaitingPapersPage(
      papers: papers, sent: papers.count > 1 ? PacketExamples.lines : [], uploadPath: "/van-ban-den/cho-vao-so",
      limitLine: "PDF, Word, ảnh; mỗi tệp không quá 200 MB. Thả nhiều tệp một lúc, mỗi tệp là một văn bản.",
      livePath: "/van-ban-den/cho-vao-so/tien-do", withoutFilePath: "/van-ban-den/vao-so",
      returnedPath: "/van-ban-den/da-tra",
      refusals: papers.isEmpty
        ? ["hop-dong.pdf: tệp có mật khẩu nên không mở được. Xin bản không khóa của nơi gửi."] : [],
      seal: seal
    ).html
  }

  private static var longPapers: [WaitingPapersPage.Paper] {
    papers.map { paper in
      var long = paper
      long.fileName = String(repeating: "ban-quet-ngoằnngoèo_", count: 8) + ".pdf"
      long.guess =
        "Quyết định 12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN, " + String(repeating: "Ban Chỉ đạo liên ngành ", count: 6)
      long.subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 12)
      return long
    }
  }

  private static var papers: [WaitingPapersPage.Paper] {
    func paper(_ id: Int, _ name: String, _ line: String) -> WaitingPapersPage.Paper {
      .init(
        id: "\(id)", fileName: name, line: line, thumbnailPath: "/tinh/vi-du/trang-1.svg",
        registrationPath: "/van-ban-den/cho-vao-so/\(id)/vao-so", discardPath: "/van-ban-den/cho-vao-so/\(id)/bo")
    }
    var read = paper(31, "scan0031.pdf", "PDF, 2 trang, 412 KB, tải lên 08:41")
    read.guess = "Công văn 283/VP-HC, Văn phòng Tổng cục Môi trường biển"
    read.subject = "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026"
    read.doubtfulCount = 2
    var done = paper(32, "giay-moi-hop.docx", "Word, 1 trang, 38 KB, tải lên 08:41")
    done.guess = "Giấy mời 45/GM-VP, Văn phòng Tổng cục"
    done.subject = "Họp giao ban tháng 11 năm 2026"
    var running = paper(33, "scan0033.pdf", "PDF, 10 trang, 3,1 MB, tải lên 08:42")
    running.progress = ProgressLine(key: "paper-33", text: "Đang nhận dạng chữ, trang 3/10", value: 3, max: 10)
    var broken = paper(34, "van-ban-cu-quet-lai-lan-2-ban-chinh-co-dau-do.pdf", "PDF, 1,4 MB, tải lên 08:42")
    broken.thumbnailPath = nil
    broken.trouble = "tệp hỏng từ trang 4"
    return [read, done, running, broken]
  }
}

extension GalleryExample {
  /// A screen of the incoming room.
  init(_ name: String, _ main: HTML, title: String, room: Room = .incoming, keys: [KeyHint]) {
    self.init(name, Page(title: title, room: room, main: main, keys: keys))
  }
}
