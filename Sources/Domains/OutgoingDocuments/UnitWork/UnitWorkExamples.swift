import Kernel
import Markup
import WebApp

/// A document at units of the agency, as the registry sees its lines and as a unit's head and officer see their part.
enum UnitWorkExamples {
  static var all: [GalleryExample] {
    [
      page("van-ban-di-cac-don-vi", lines), page("van-ban-di-viec-don-vi", head),
      page("van-ban-di-viec-chuyen-vien", officer), page("van-ban-di-phan-cong-sai", refused),
      page("van-ban-di-don-vi-chu-dai", long),
    ]
  }

  private static func page(_ name: String, _ page: OutgoingDocumentPage) -> GalleryExample {
    GalleryExample(
      name, Page(title: "\(page.codeText): \(page.subject)", room: .outgoing, main: page.html, keys: page.keys))
  }

  private static let seal = OutgoingDocumentExamples.seal

  private static var lines: OutgoingDocumentPage {
    var page = OutgoingDocumentExamples.inside
    page.recipients = [
      .init(
        name: "Vụ Pháp chế", way: "trong hệ thống", state: StateMark("Đang xử lý"),
        line: "gửi 08:30 06/11/2026; Trịnh Công Hải mở 08:41 06/11/2026; giao Đặng Thùy Dương, Chuyên viên, hạn "
          + "13/11/2026, đã nhận",
        deadline: DeadlineMark(day: "Thứ Sáu, 13/11/2026", left: "còn 5 ngày làm việc", state: .later)),
      .init(
        name: "Vụ Kế hoạch - Tài chính", way: "trong hệ thống", state: StateMark("Đã gửi"),
        line: "gửi 08:30 06/11/2026",
        deadline: DeadlineMark(day: "Thứ Sáu, 13/11/2026", left: "còn 5 ngày làm việc", state: .later)),
      .init(
        name: "Vụ Tổ chức cán bộ", way: "trong hệ thống", state: StateMark("Trả lại", .wrong),
        line: "gửi 08:30 06/11/2026; trả lại 09:02 06/11/2026: không thuộc nhiệm vụ của Vụ"),
      .init(
        name: "Vụ Khoáng sản", way: "trong hệ thống", state: StateMark("Đã xong", .done),
        line: "gửi 08:30 06/11/2026; nhận 08:50 06/11/2026; đã xong 16:20 10/11/2026: đã gửi danh sách 14 giấy phép"),
      .init(
        name: "Văn phòng", way: "trong hệ thống, để biết", state: StateMark("Đã xem", .done),
        line: "gửi 08:30 06/11/2026; Phạm Thu Hà mở 10:00 06/11/2026"),
    ]
    page.replies = ReplyBlock(
      due: "Thứ Sáu, 13/11/2026",
      lines: [
        .init(name: "Vụ Pháp chế", state: StateMark("Chưa trả lời", .look), line: ""),
        .init(
          name: "Vụ Khoáng sản", state: StateMark("Đã trả lời", .done),
          line: "đã gửi danh sách 14 giấy phép; Hoàng Văn Thắng ghi, 16:20 10/11/2026"),
      ], answered: 1)
    return page
  }

  private static var head: OutgoingDocumentPage {
    var page = lines
    page.asked = "Việc của Vụ Pháp chế: thực hiện văn bản này, hạn Thứ Sáu, 13/11/2026."
    page.primary = .init(button: Button("Phân công", style: .primary, key: "c"), dialog: assigning())
    page.acts = [
      .init(button: Button("Nhận việc", key: "a"), postTo: "/van-ban-di/5/nhan-viec"),
      .init(button: Button("Hoàn thành", key: "e"), dialog: reasoned("hop-hoan-thanh", "Hoàn thành", "Kết quả")),
      .init(button: Button("Trả lại nơi gửi", key: "r"), dialog: reasoned("hop-tra-lai", "Trả lại", "Lý do")),
    ]
    return page
  }

  private static var officer: OutgoingDocumentPage {
    var page = lines
    page.asked = "Trịnh Công Hải giao, hạn Thứ Sáu, 13/11/2026. «Rà các giấy phép cấp trước năm 2020.»"
    page.primary = .init(
      button: Button("Hoàn thành", style: .primary, key: "e"),
      dialog: reasoned("hop-hoan-thanh", "Hoàn thành", "Kết quả"))
    page.acts = [
      .init(button: Button("Trả lại", key: "r"), dialog: reasoned("hop-tra-lai", "Trả lại", "Lý do"))
    ]
    return page
  }

  private static var refused: OutgoingDocumentPage {
    var page = head
    page.primary?.dialog = assigning(
      FormInput(
        values: [UnitWorkField.due: "20/11/2026"],
        reasons: [UnitWorkField.due: ["Hạn không được sau hạn của đơn vị: Thứ Sáu, 13/11/2026."]]))
    return page
  }

  private static var long: OutgoingDocumentPage {
    var page = head
    let word = "Siêudàikhôngcókhoảngtrắng" + String(repeating: "ngoằnngoèo", count: 8)
    page.asked += " «\(word)»"
    page.recipients[0].line += "; đã xong 16:20 10/11/2026: \(word)"
    page.recipients[0].name = "Vụ Hợp tác quốc tế, Khoa học, Công nghệ và Chuyển đổi số ngành Địa chất và Khoáng sản"
    return page
  }

  private static func assigning(_ input: FormInput = FormInput()) -> Dialog {
    let field = UnitWorkField.self
    let fields = [
      Field(
        "Người thực hiện", name: field.officer,
        kind: .select([.init("", "chọn một người"), .init("1012", "Đặng Thùy Dương, Chuyên viên")]), required: true,
        id: "phan-cong-nguoi"),
      Field(
        "Hạn", name: field.due, kind: .day, hint: "Để trống là hạn của đơn vị: Thứ Sáu, 13/11/2026.",
        id: "phan-cong-han"),
      Field("Ý kiến", name: field.instruction, kind: .area(rows: 3), id: "phan-cong-y-kien"),
    ]
    return Dialog(
      id: "hop-phan-cong", title: "Phân công việc theo văn bản 05/TCĐC-KS", input: input, pagePath: "/van-ban-di/5",
      content: ActForm(
        action: "/van-ban-di/5/phan-cong", seal: seal,
        content: "\(fields.map { input.filling($0).html })\(Button("Phân công", style: .primary).html)"
      ).html)
  }

  private static func reasoned(_ id: String, _ title: String, _ label: String) -> Dialog {
    Dialog(
      id: id, title: title,
      content: ActForm(
        action: "/van-ban-di/5/\(id)", seal: seal,
        content: "\(Field(label, name: "chu", required: true, id: "\(id)-chu").html)\(Button(title).html)"
      ).html)
  }
}
