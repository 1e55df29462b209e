import Markup

/// A document that went to agencies of the installation, with what became of it there, answers and relations.
extension OutgoingDocumentExamples {
  static var inside: OutgoingDocumentPage {
    var page = issued
    page.recipients = [
      .init(
        name: "Cục Địa chất miền Bắc", way: "trong hệ thống", state: StateMark("Đang giải quyết"),
        line: "gửi 08:30 06/11/2026; số đến 48; Phòng Quản lý khoáng sản; đang giải quyết 10:12 06/11/2026"),
      .init(
        name: "Cục Địa chất miền Nam", way: "trong hệ thống", state: StateMark("Đã đến", .look),
        line: "gửi 08:30 06/11/2026"),
      .init(
        name: "Trung tâm Dữ liệu Địa chất", way: "trong hệ thống", state: StateMark("Trả lại", .wrong),
        line: "gửi 08:30 06/11/2026; trả lại 09:02 06/11/2026: gửi nhầm cơ quan"),
    ]
    page.superseded = [
      .init(label: "Đã bị thay thế bởi", text: "31/TCĐC-KS ngày 20/11/2026", path: "/van-ban-di/31")
    ]
    page.relations = RelationBlock(
      lines: page.superseded + [
        .init(
          label: "Sửa đổi, bổ sung", text: "02/TCĐC-KS ngày 04/11/2026", path: "/van-ban-di/2",
          note: "chưa có hiệu lực: văn bản sau chưa phát hành hoặc đã thu hồi",
          undo: Dialog(id: "hop-bo-quan-he", title: "Bỏ quan hệ?", content: "<p>Lý do</p>"))
      ])
    page.replies = ReplyBlock(
      due: "Thứ Sáu, 20/11/2026",
      lines: [
        .init(
          name: "Cục Địa chất miền Bắc", state: StateMark("Đã trả lời", .done),
          line: "15/CĐCMB-KS ngày 12/11/2026; có dẫn số, ký hiệu, 09:00 12/11/2026",
          unpair: ActForm(action: "/bo-ghep", seal: seal, button: Button("Bỏ ghép", style: .quiet))),
        .init(
          name: "Cục Địa chất miền Nam", state: StateMark("Chưa trả lời, quá hạn", .wrong),
          line: "đã đôn đốc 2 lần, gần nhất 08:00 19/11/2026"),
        .init(name: "Trung tâm Dữ liệu Địa chất", state: StateMark("Chưa trả lời", .look), line: ""),
      ], answered: 1)
    return page
  }

  static var further: OutgoingDocumentPage {
    var page = inside
    let input = FormInput(
      values: [SendingField.names: "Cục Địa chất miền Bắc"],
      reasons: [SendingField.names: ["«Cục Địa chất miền Bắc» đã có trong nơi nhận."]])
    let field = Field("Nơi nhận", name: SendingField.names, kind: .area(rows: 3), required: true, id: "gui-them-noi")
    page.acts = [
      .init(
        button: Button("Gửi thêm"),
        dialog: Dialog(
          id: "hop-gui-them", title: "Gửi thêm văn bản 05/TCĐC-KS", input: input, content: input.filling(field).html))
    ]
    return page
  }
}
