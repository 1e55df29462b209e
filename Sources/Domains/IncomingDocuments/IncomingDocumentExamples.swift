import Lists
import Markup
import WebApp

/// The list, one document and «Việc của tôi» in the states worth looking at. People and agencies are invented.
enum IncomingDocumentExamples {
  static var all: [GalleryExample] {
    [
      list("van-ban-den", rows), list("van-ban-den-trong", []), list("van-ban-den-chu-dai", [longRow] + rows),
      list("van-ban-den-loc-khong-thay", [], words: "kiểm kê"),
      document("van-ban", usual), document("van-ban-khong-tep", withoutFile), document("van-ban-da-huy", cancelled),
      document("van-ban-hong", broken), document("van-ban-chu-dai", longWords),
      document("van-ban-huy-so-bi-tu-choi", refusedCancelling), document("van-ban-da-huy-truoc", cancelledMeanwhile),
      document("van-ban-but-phe", directed),
      work("viec-cua-toi", groups), work("viec-cua-toi-chu-dai", longGroups), work("viec-cua-toi-trong", []),
    ]
  }

  private static func list(_ name: String, _ rows: [IncomingDocumentListPage.Row], words: String = "") -> GalleryExample
  {
    let choice = Field.Choice("1", "Văn bản đến năm 2026")
    let page = IncomingDocumentListPage(
      rows: rows, tools: ListTools(IncomingDocumentRows(), address: words.isEmpty ? "" : "tim=ki%E1%BB%83m"),
      filter: .init(
        path: "/van-ban-den", words: words, book: "1", books: [choice],
        types: [Field.Choice("congVan", "Công văn"), Field.Choice("keHoach", "Kế hoạch")],
        urgencies: [Field.Choice("urgent", "Khẩn"), Field.Choice("express", "Hỏa tốc")],
        progresses: [Field.Choice("registered", "Chờ trình"), Field.Choice("presented", "Đã trình")]),
      chips: Chips(
        label: "Lọc nhanh",
        [
          .init("Tất cả", path: "/van-ban-den", selected: true),
          .init("Hôm nay", path: "/van-ban-den?ngay=hom-nay", count: "18"),
          .init("Chưa có tệp", path: "/van-ban-den?thieu=tep", count: "2"),
          .init("Chưa chuyển", path: "/van-ban-den?thieu=chuyen", count: "5"),
          .init("Đã hủy số", path: "/van-ban-den?huy=1", count: "1"),
        ]),
      pager: rows.isEmpty ? Pager() : Pager(older: "/van-ban-den?truoc=1200", summary: "50 văn bản mới nhất"),
      registrationPath: "/van-ban-den/cho-vao-so/31/vao-so", waitingPath: "/van-ban-den/cho-vao-so", waitingCount: 12,
      bookPath: "/so/den", importPath: "/van-ban-den/so-cu", canRegister: true)
    return GalleryExample(name, page.html, title: "Văn bản đến", keys: IncomingDocumentListPage.keys)
  }

  private static func row(_ number: Int, _ subject: String) -> IncomingDocumentListPage.Row {
    .init(
      id: "\(number)", path: "/van-ban-den/\(number)", arrivalNumber: number, arrivalDay: "06/11/2026",
      issuer: "Sở Nông nghiệp và Môi trường tỉnh Hòa Bình", codeText: "\(number - 800)/SNNMT-KS",
      issuedDay: "04/11/2026", typeName: "Công văn", subject: subject, toPlaces: "Vụ Khoáng sản",
      state: StateMark("Đã chuyển"))
  }

  private static var rows: [IncomingDocumentListPage.Row] {
    var express = row(1246, "Ứng phó sạt lở tại khu vực mỏ đá số 3, đề nghị cử đoàn kiểm tra hiện trường")
    express.urgency = .express
    express.isUnread = true
    express.state = StateMark("Chưa chuyển", .look)
    express.toPlaces = ""
    express.deadline = DeadlineMark(day: "07/11/2026", left: "còn 1 ngày làm việc", state: .soon)
    var overdue = row(1245, "Báo cáo kết quả thăm dò khoáng sản chín tháng đầu năm 2026")
    overdue.deadline = DeadlineMark(day: "03/11/2026", left: "quá hạn 3 ngày", state: .overdue)
    var sealedEnvelope = row(1244, "(Bì không mở, gửi đích danh Tổng cục trưởng)")
    sealedEnvelope.hasFile = false
    sealedEnvelope.codeText = "Không số"
    var cancelled = row(1243, "Mời họp giao ban")
    cancelled.cancelReason = "vào sổ hai lần cùng một giấy mời, xem số 1241"
    cancelled.state = StateMark("Đã hủy số")
    var urgent = row(1242, "Góp ý dự thảo Thông tư quy định kỹ thuật lập bản đồ địa chất")
    urgent.urgency = .urgent
    urgent.state = StateMark("Đã giải quyết", .done)
    return [express, overdue, sealedEnvelope, cancelled, urgent]
      + (1...8).map { row(1242 - $0, "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026, đợt \($0)") }
  }

  private static var longRow: IncomingDocumentListPage.Row {
    var long = row(1247, String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 12))
    long.issuer = String(repeating: "Ban Chỉ đạo liên ngành rà soát và tháo gỡ vướng mắc ", count: 3)
    long.codeText = "12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
    long.toPlaces = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 8)
    return long
  }

  private static func document(_ name: String, _ page: IncomingDocumentPage) -> GalleryExample {
    GalleryExample(name, page.html, title: "Số đến \(page.arrivalNumber)", keys: IncomingDocumentPage.keys)
  }

  static var usual: IncomingDocumentPage {
    let name = "283-VP-HC.pdf"
    return IncomingDocumentPage(
      arrivalNumber: 1246, arrivalDay: "Thứ Sáu, 06/11/2026", bookName: "Văn bản đến năm 2026", codeText: "283/VP-HC",
      issuer: "Văn phòng Tổng cục Môi trường biển", typeName: "Công văn",
      subject: "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026", urgency: .express,
      state: StateMark("Chưa chuyển", .look),
      viewer: PageViewer(
        name: name, images: RegistrationExamples.images,
        stamp: ArrivalStamp(
          agencyName: "Tổng cục Địa chất", number: "1246", day: "06/11/2026", toPlaces: "Vụ Khoáng sản"),
        tools: """
          <a href="/van-ban-den/1246/in" class="button button-quiet" data-key="i">In có dấu đến</a>
          """),
      files: [
        .init(name: name, line: "PDF, 2 trang, 412 KB", downloadPath: "/van-ban-den/1246/tep/1", isShown: true),
        .init(
          name: "bieu-kiem-ke.xlsx", line: "Excel, 18 KB", downloadPath: "/van-ban-den/1246/tep/2",
          viewPath: "/van-ban-den/1246?tep=2"),
      ],
      related: [
        .init("Trùng với", label: "Số đến 1203", path: "/van-ban-den/1203"),
        .init(
          "Dự thảo trả lời", label: "Công văn: Về việc cung cấp số liệu trữ lượng", state: "Chờ kiểm tra thể thức",
          path: "/du-thao/8"),
        .init(
          "Văn bản trả lời", label: "12/TCĐC-KS: Cung cấp số liệu trữ lượng", state: "Đã phát hành",
          path: "/van-ban-di/9"),
      ],
      asked: "Ghi nơi nhận để chuyển bản giấy.",
      primary: Act.link("Ghi nơi nhận và chuyển", "/van-ban-den/1246/chuyen", .primary, key: "c"),
      acts: [
        Act.link("Sửa thông tin", "/van-ban-den/1246/sua", key: "s"),
        Act.link("Thêm tệp", "/van-ban-den/1246/tep", key: "t"),
        .init(button: Button("Hủy số đến"), dialog: cancelling()),
        .init(
          button: Button(
            "Kết thúc", obstacles: ["Chưa ghi đơn vị hoặc người nhận.", "Chưa có văn bản trả lời và chưa ghi lý do."])),
      ],
      holders: [
        .init(
          name: "Vụ Khoáng sản", role: "chủ trì", state: StateMark("Chưa mở", .look),
          openedLine: "Nhận 08:52 06/11/2026",
          deadline: DeadlineMark(day: "07/11/2026", left: "còn 1 ngày làm việc", state: .soon)),
        .init(
          name: "Trần Thị Hoa", role: "để biết", state: StateMark("Đã xem", .done), openedLine: "Mở 09:10 06/11/2026"),
      ],
      story: Story(story), metadata: DefinitionList(metadata), seal: RegistrationExamples.seal.at(version: 2),
      newerPath: "/van-ban-den/1247", olderPath: "/van-ban-den/1245")
  }

  private typealias Act = IncomingDocumentPage.Act

  private static func cancelling(_ input: FormInput = FormInput()) -> Dialog {
    let reason = Field("Lý do hủy", name: "reason", required: true, focus: input.isRefused, lengthMax: 500)
    return Dialog(
      id: "huy", title: "Hủy số đến 1246?", input: input, pagePath: "/van-ban-den/1246",
      content: """
        <p>Số không dùng lại. Dòng vẫn ở trong sổ, màu xám, kèm lý do.</p>\
        \(ActForm(
          action: "/van-ban-den/1246/huy", seal: RegistrationExamples.seal,
          content: """
            \(input.filling(reason).html)<div class="acts">\(Button("Hủy số đến", style: .grave).html)</div>
            """).html)
        """)
  }

  private static var refusedCancelling: IncomingDocumentPage {
    var page = usual
    let typed = String(repeating: "vào sổ hai lần cùng một công văn, ", count: 16)
    page.acts[2].dialog = cancelling(
      FormInput(values: ["reason": typed], reasons: ["reason": ["Lý do dài quá 500 ký tự."]]))
    return page
  }

  /// One directive stands, one was taken back; the unit waits for its officer.
  private static var directed: IncomingDocumentPage {
    var page = usual
    page.directives = [
      .init(
        text: "Giao Vụ Pháp chế chủ trì, báo cáo tôi trước 20/11.",
        line: "Lê Văn Hùng, Tổng cục trưởng, 09:05 06/11/2026",
        recalled: "10:20 06/11/2026: chưa đúng lĩnh vực"),
      .init(
        text: "Giao Vụ Khoáng sản chủ trì, báo cáo tôi trước 20/11.",
        line: "Lê Văn Hùng, Tổng cục trưởng, 10:22 06/11/2026; văn thư Trần Thị Hoa nhập thay, bút phê ngày 06/11/2026"),
    ]
    page.primary = nil
    page.acts = [
      .init(button: Button("Hoàn thành", obstacles: ["Bùi Quốc Khánh, Chuyên viên (chủ trì) đang xử lý."])),
      Act.link("In có dấu đến", "/van-ban-den/1246/in", key: "i"),
      .init(
        button: Button(
          "Hủy số đến", style: .grave,
          obstacles: ["Văn bản còn việc đang giao Vụ Khoáng sản. Hãy thu hồi việc trước khi hủy số."])),
    ]
    page.folded = [
      .init(
        button: Button(
          "Lưu hồ sơ", obstacles: ["Văn bản chưa giải quyết xong: Vụ Khoáng sản đang giữ."]))
    ]
    page.holders[0].acts = [
      Button("Đôn đốc", style: .quiet, path: "/van-ban-den/1246/viec/1/don-doc"),
      Button(
        "Thu hồi", style: .quiet,
        obstacles: ["Lê Văn Hùng, Tổng cục trưởng đã cho ý kiến chỉ đạo; chỉ người ấy thu hồi việc đã giao."]),
    ]
    return page
  }

  /// Another clerk was first.
  private static var cancelledMeanwhile: IncomingDocumentPage {
    var page = cancelled
    page.refusal =
      RefusedAct(
        act: .cancelNumber,
        input: FormInput(
          values: [RefusedAct.reason: "gửi nhầm cơ quan"],
          generalReasons: ["Số 1246 đã được Trần Thị Hoa hủy lúc 09:12 06/11/2026, lý do: vào sổ hai lần."])
      ).notice
    return page
  }

  private static let story: [Story.Line] = [
    .init(
      time: "09:05 06/11/2026", isoTime: "2026-11-06T09:05:00+07:00", actor: "Lê Văn Hùng, Tổng cục trưởng",
      sentence: "bút phê: «Vụ Khoáng sản chủ trì, báo cáo tôi trước 07/11.»", isDirective: true),
    .init(
      time: "08:55 06/11/2026", isoTime: "2026-11-06T08:55:00+07:00", actor: "Trần Thị Hoa, Văn thư",
      sentence: "sửa thông tin đã vào sổ, lý do: đọc nhầm số.", details: ["Số: 233 → 283"]),
    .init(
      time: "08:52 06/11/2026", isoTime: "2026-11-06T08:52:00+07:00", actor: "Trần Thị Hoa, Văn thư",
      sentence: "vào sổ số đến 1246."),
  ]

  private static let metadata: [DefinitionList.Entry] = [
    .init("Sổ", text: "Văn bản đến năm 2026"), .init("Đến bằng", text: "Giấy (bưu điện)"),
    .init("Số của văn bản", text: "283"), .init("Ký hiệu", text: "VP-HC"), .init("Ngày văn bản", text: "05/11/2026"),
    .init("Người ký", text: "Nguyễn Văn Minh, Chánh Văn phòng"), .init("Số trang", text: "2"),
    .init("Người giữ bản giấy", text: "Văn thư Tổng cục"), .init("Ghi chú", text: nil),
  ]

  private static var withoutFile: IncomingDocumentPage {
    var page = usual
    page.viewer = PageViewer(
      name: "", images: [],
      emptyLine: "Vào sổ không có tệp (bì không mở). Thêm tệp khi người nhận trả lại cho văn thư.",
      tools: Button("Thêm tệp", style: .primary, path: "/van-ban-den/1246/tep").html)
    page.files = []
    page.related = []
    page.holders = []
    page.urgency = nil
    return page
  }

  private static var cancelled: IncomingDocumentPage {
    var page = usual
    page.cancelReason = "vào sổ hai lần cùng một công văn, xem số 1203."
    page.state = StateMark("Đã hủy số")
    page.primary = nil
    page.asked = ""
    page.acts = []
    page.holders = []
    return page
  }

  private static var longWords: IncomingDocumentPage {
    var page = usual
    page.subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 14)
    page.issuer = longRow.issuer
    page.codeText = longRow.codeText
    page.files[0].name = String(repeating: "ban-quet-ngoằnngoèo_", count: 8) + ".pdf"
    page.holders[0].name = longRow.toPlaces
    page.story = Story(
      story.map { line in
        var long = line
        long.sentence += " " + longRow.subject + longRow.toPlaces
        return long
      })
    return page
  }

  private static var broken: IncomingDocumentPage {
    var page = usual
    page.viewer = PageViewer(
      name: "", images: [], emptyLine: "Tệp hỏng nên không vẽ được trang nào. Tải tệp về để xem nguyên bản.")
    page.files[0].trouble = "Tệp hỏng, không đọc được trang nào"
    page.subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 10)
    page.reading = ProgressLine(key: "d1246", text: "Đang nhận dạng chữ, trang 3/10", value: 3, max: 10)
    return page
  }
}

extension IncomingDocumentPage.Act {
  /// An act that begins on a page of its own.
  static func link(_ label: String, _ path: String, _ style: Button.Style = .plain, key: String? = nil) -> Self {
    .init(button: Button(label, style: style, path: path, key: key))
  }
}
