import Documents
import Exchange
import Kernel
import Markup
import WebApp

/// Packets in the intake, in the states worth looking at. People and agencies are invented.
enum PacketExamples {
  static let all: [GalleryExample] = [
    page("goi-den", usual), page("goi-den-trung", known), page("goi-den-tu-choi", refused),
    page("goi-den-da-rut", withdrawn), page("goi-den-chu-dai", long),
  ]

  /// Lines of «Chờ vào sổ».
  static var lines: [WaitingPapersPage.Sent] {
    [
      .init(
        id: "9", path: "/van-ban-den/8", codeText: "07/TCĐC-KS", subject: "Báo cáo tình hình khai thác đá vôi",
        sender: "Tổng cục Địa chất", line: "gửi 08:10 05/11/2026, Nguyễn Thị Hoa", urgency: nil,
        state: StateMark("Đã báo thu hồi", .wrong), deadline: nil, asked: "Xác nhận đã hủy"),
      .init(
        id: "31", path: "/van-ban-den/gui-den/31", codeText: "12/TCĐC-VP",
        subject: "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026", sender: "Tổng cục Địa chất",
        line: "gửi 08:30 06/11/2026, Nguyễn Thị Hoa", urgency: .express, state: StateMark("Đã đến", .look),
        deadline: DeadlineMark(day: "09:00 06/11/2026", left: "vào sổ ngay, còn 12 phút", state: .soon), asked: "Vào sổ"
      ),
    ]
  }

  private static var usual: PacketPage {
    var page = PacketPage(
      codeText: "12/TCĐC-VP", subject: "Kiểm kê tài sản công và rà soát trang thiết bị làm việc năm 2026",
      sender: "Tổng cục Địa chất", urgency: nil, state: StateMark("Đã đến", .look),
      line: "gửi 08:30 06/11/2026, Nguyễn Thị Hoa",
      viewer: PageViewer(name: "12/TCĐC-VP", images: [], emptyLine: "Tệp này không có trang để xem."),
      files: [.init(name: "12-TCDC-VP.pdf", line: "PDF, 2 trang, 412 KB", downloadPath: "/tep", isShown: true)],
      metadata: DefinitionList([
        .init("Cơ quan ban hành", text: "Tổng cục Địa chất"), .init("Tên loại", text: "Công văn"),
        .init("Ngày văn bản", text: "06/11/2026"), .init("Người ký", text: "Tổng cục trưởng Trần Văn Quang"),
        .init("Hạn trả lời", text: "20/11/2026"),
      ]),
      deadline: DeadlineMark(day: "Thứ Sáu, 06/11/2026", left: "vào sổ trong ngày", state: .later),
      nextNumber: NextNumber(number: 48),
      acts: .init(
        registerPath: "/vao-so", returnPath: "/tra", input: FormInput(), returnInput: FormInput(),
        books: [.init("", "Sổ đăng ký văn bản đến"), .init("khieu-nai", "Sổ đơn thư")], toPlacesSource: "/noi-nhan"),
      listPath: "/van-ban-den/cho", seal: FormSeal(csrf: "ma"))
    page.nextPath = "/van-ban-den/gui-den/32"
    return page
  }

  private static var known: PacketPage {
    var page = usual
    page.known = .init(
      panel: DuplicatePanel(matches: [
        .init(
          arrivalNumber: 41, arrivalDay: "06/11/2026", codeText: "12/TCĐC-VP", issuedDay: "06/11/2026",
          issuer: "Tổng cục Địa chất", subject: page.subject, why: "trùng số, ký hiệu và cơ quan ban hành",
          path: "/van-ban-den/41", thumbnailPath: nil)
      ]), joinPath: "/nhap", choices: [.init("41", "Số đến 41")])
    return page
  }

  private static var refused: PacketPage {
    var page = usual
    page.acts?.returnInput = FormInput(
      values: [:], reasons: [PacketField.reason: ["Hãy ghi lý do trả, ví dụ: gửi nhầm, không thuộc thẩm quyền."]])
    return page
  }

  private static var withdrawn: PacketPage {
    var page = usual
    (page.acts, page.nextNumber, page.deadline) = (nil, nil, nil)
    page.state = StateMark("Đã rút lại", .wrong)
    page.ended = "Nơi gửi đã thu hồi văn bản này lúc 09:15 06/11/2026: sai phụ lục."
    page.confirmPath = "/da-huy"
    return page
  }

  private static var long: PacketPage {
    var page = usual
    page.subject = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 14)
    page.sender = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 8)
    page.urgency = .express
    return page
  }

  private static func page(_ name: String, _ page: PacketPage) -> GalleryExample {
    GalleryExample(
      name, Page(title: "\(page.codeText): \(page.subject)", room: .incoming, main: page.html, keys: page.keys))
  }
}
