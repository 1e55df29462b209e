import Documents
import IncomingDocuments
import Kernel
import Lists
import Markup
import WebApp

/// The list and the page of outgoing documents in the states worth looking at. People and agencies are invented.
enum OutgoingDocumentExamples {
  static var all: [GalleryExample] {
    [
      list("van-ban-di", rows), list("van-ban-di-trong", []), list("van-ban-di-khong-khop", [], isSet: true),
      list("van-ban-di-chu-dai", long),
      page("van-ban-di-cho-phat-hanh", waiting), page("van-ban-di-chua-co-tep", withoutFile),
      page("van-ban-di-da-phat-hanh", issued), page("van-ban-di-thu-hoi", recalled),
      page("van-ban-di-huy-so", cancelled), page("van-ban-di-trong-he-thong", inside),
      page("van-ban-di-hop-gui-them", further),
    ]
  }

  static let seal = FormSeal(csrf: "ma")
  private static let subject = "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026"

  private static func list(
    _ name: String, _ rows: [OutgoingDocumentListPage.Row], isSet: Bool = false,
    columns: [OutgoingDocumentColumn] = OutgoingDocumentColumn.usual
  ) -> GalleryExample {
    var filter = OutgoingDocumentListPage.Filter()
    filter.books = [.init("", "Mọi sổ"), .init("1", "Sổ đăng ký văn bản đi năm 2026")]
    filter.types = DocumentType.administrative.map { .init($0.key, $0.name) }
    filter.states = OutgoingDocument.State.allCases.map { .init($0.rawValue, $0.label) }
    if isSet { filter.words = "kiểm kê" }
    let page = OutgoingDocumentListPage(
      rows: rows, columns: columns, tools: ListTools(OutgoingDocumentRows(), address: ""), filter: filter,
      chips: Chips(
        label: "Lọc nhanh",
        [
          .init("Tất cả", path: "/van-ban-di", selected: !isSet),
          .init("Chờ phát hành", path: OutgoingDocumentPaths.waiting),
        ]), bookPath: "/so/1", canNumber: true)
    return GalleryExample(name, Page(title: "Văn bản đi", room: .outgoing, main: page.html, keys: page.keys))
  }

  private static var rows: [OutgoingDocumentListPage.Row] {
    (0..<8).map { step in
      let number = 12 - step
      var row = OutgoingDocumentListPage.Row(
        id: "\(number)", path: "/van-ban-di/\(number)",
        codeText: number < 10 ? "0\(number)/TCĐC-KS" : "\(number)/TCĐC-KS",
        issuedDay: "06/11/2026", typeName: "Công văn", subject: subject, urgency: step == 0 ? .express : nil,
        recipients: "Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang; Vụ Pháp chế và 4 nơi khác", signer: "Lê Minh Đức",
        signerLine: "Phó Tổng cục trưởng (KT.)", unit: "Vụ Khoáng sản", state: StateMark("Đã phát hành", .done))
      if step < 2 {
        row.state = StateMark("Chờ phát hành", .look)
        row.issuing = DeadlineMark(
          day: "Thứ Sáu, 06/11/2026", left: step == 0 ? "khẩn, chưa phát hành, quá 20 phút" : "nên phát hành hôm nay",
          state: step == 0 ? .overdue : .later)
        row.hasFile = step == 0
      }
      if step == 4 {
        (row.state, row.endReason, row.isCancelled) = (StateMark("Đã hủy số", .wrong), "Cấp trùng, xem số 07.", true)
      }
      if step == 5 { (row.state, row.endReason) = (StateMark("Đã thu hồi", .wrong), "Sai phụ lục") }
      return row
    }
  }

  private static var long: [OutgoingDocumentListPage.Row] {
    rows.prefix(3).map { row in
      var long = row
      long.subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 14)
      long.recipients = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 6)
      long.codeText = "12345678901/QĐ-BCĐ138-TTHĐND-UBMTTQVN"
      return long
    }
  }

  private static func page(_ name: String, _ page: OutgoingDocumentPage) -> GalleryExample {
    GalleryExample(
      name, Page(title: "\(page.codeText): \(page.subject)", room: .outgoing, main: page.html, keys: page.keys))
  }

  private static func recipients(_ states: [StateMark]) -> [OutgoingDocumentPage.Recipient] {
    let names = ["Sở Nông nghiệp và Môi trường tỉnh Cẩm Giang", "Cục Địa chất miền Bắc", "Vụ Pháp chế"]
    return zip(names, states).map { name, state in
      .init(
        name: name, way: name.hasPrefix("Vụ") ? "trong hệ thống" : "bưu điện", state: state,
        line: state.label == "Chờ gửi" ? "" : "gửi 09:12 06/11/2026, RB 0912VN, 1 bì")
    }
  }

  private static var waiting: OutgoingDocumentPage {
    OutgoingDocumentPage(
      codeText: "05/TCĐC-KS", issuedDay: "06/11/2026", bookName: "Sổ đăng ký văn bản đi năm 2026",
      typeName: "Công văn", signer: "Phó Tổng cục trưởng (KT.) Lê Minh Đức", subject: subject, urgency: .express,
      state: StateMark("Chờ phát hành", .look),
      issuing: DeadlineMark(day: "09:05 06/11/2026", left: "phát hành ngay, còn 12 phút", state: .soon),
      viewer: PageViewer(name: "05/TCĐC-KS", images: [], emptyLine: "Tệp này không có trang để xem."),
      files: [.init(name: "05-TCDC-KS.pdf", line: "PDF, 2 trang, 412 KB", downloadPath: "/tep-di/1", isShown: true)],
      primary: .init(button: Button("Phát hành", style: .primary, key: "e"), postTo: "/van-ban-di/5/phat-hanh"),
      acts: [
        .init(button: Button("Sửa thông tin", path: "/van-ban-di/5/sua", key: "s")),
        .init(button: Button("Hủy số", style: .grave), postTo: "/van-ban-di/5/huy-so"),
      ],
      recipients: recipients([StateMark("Chờ gửi", .look), StateMark("Chờ gửi", .look), StateMark("Chờ gửi", .look)]),
      story: Story([
        .init(
          time: "08:50 06/11/2026", isoTime: "2026-11-06T08:50:00+07:00", actor: "Trần Thị Hoa, Văn thư",
          sentence: "cấp số 05/TCĐC-KS, Sổ đăng ký văn bản đi năm 2026")
      ]),
      metadata: DefinitionList([
        .init("Tên loại", text: "Công văn"), .init("Mã định danh văn bản", text: "G12.2026.5"),
      ]), seal: seal, olderPath: "/van-ban-di/4")
  }

  private static var withoutFile: OutgoingDocumentPage {
    var page = waiting
    page.files = []
    page.urgency = nil
    page.viewer.emptyLine = "Chưa có tệp."
    page.primary = .init(
      button: Button(
        "Phát hành", style: .primary, key: "e",
        obstacles: IssueOutgoingDocument.obstacles([], [], []).map(\.message)))
    return page
  }

  static var issued: OutgoingDocumentPage {
    var page = waiting
    (page.state, page.issuing) = (StateMark("Đã phát hành", .done), nil)
    page.asked = "Còn 1 nơi nhận chưa ghi gửi."
    page.primary = .init(
      button: Button("Ghi đã gửi", style: .primary, key: "g"),
      dialog: Dialog(id: "hop-gui", title: "Ghi đã gửi văn bản 05/TCĐC-KS", content: "<p>Nơi nhận</p>"))
    page.acts = [
      .init(
        button: Button("Ghi phản hồi"),
        dialog: Dialog(id: "hop-phan-hoi", title: "Ghi phản hồi", content: "<p>Nơi nhận</p>"))
    ]
    page.recipients = recipients([StateMark("Chờ gửi", .look), StateMark("Đã gửi"), StateMark("Đã nhận", .done)])
    return page
  }

  private static var recalled: OutgoingDocumentPage {
    var page = issued
    page.state = StateMark("Đã thu hồi", .wrong)
    page.ended = "Văn bản đã thu hồi, tệp và thông tin giữ nguyên như lúc phát hành. Lý do: Sai phụ lục"
    (page.primary, page.asked) = (nil, "")
    page.recipients = recipients([StateMark("Trả lại", .wrong), StateMark("Đã gửi"), StateMark("Đã thu lại", .done)])
    return page
  }

  private static var cancelled: OutgoingDocumentPage {
    var page = waiting
    (page.state, page.issuing, page.primary) = (StateMark("Đã hủy số", .wrong), nil, nil)
    page.acts = []
    page.ended = "Số 05/TCĐC-KS đã hủy; dòng vẫn giữ trong sổ. Lý do: Cấp trùng"
    return page
  }
}
