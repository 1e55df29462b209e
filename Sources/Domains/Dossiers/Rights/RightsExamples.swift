import Kernel
import Markup
import WebApp

/// Pages of changes of rights for the gallery. Nothing in them exists.
enum RightsExamples {
  static let all: [GalleryExample] = [
    page("ho-so-quyen", "Thêm Vụ Pháp chế (chỉ xem)", rows, form: proposing),
    page(
      "ho-so-quyen-nguoi-lap", "Đổi người lập hồ sơ sang Phan Thị Thu Hà, Vụ trưởng", Array(rows.prefix(2)),
      form: proposing),
    page(
      "ho-so-quyen-tai-lieu", "Giữ riêng «tài liệu số thứ tự 3» cho người lập và cùng lập", [ownFile],
      facts: [.init("Tài liệu", text: "«Ảnh hiện trường mỏ đá»")], form: proposing),
    page("ho-so-quyen-trong", "Thêm Lê Minh Đức, Phó Tổng cục trưởng (chỉ xem)", [], form: proposing),
    page(
      "ho-so-quyen-xac-nhan", "Giữ riêng «Văn bản đến, số đến 152» cho người lập và cùng lập", Array(rows.suffix(2)),
      state: StateMark("Chờ xác nhận", .look), facts: facts, form: deciding([])),
    page(
      "ho-so-quyen-tu-choi", "Nguyễn Văn Hùng, Chuyên viên thôi tham gia", nil, state: StateMark("Chờ xác nhận", .look),
      facts: facts,
      refusal: Notice(
        .refused, "Trong lúc anh/chị xem, bảng người thêm quyền, mất quyền đã đổi. Xem lại bảng mới rồi xác nhận."
      ).html,
      form: deciding(["Anh/chị là người đề nghị; người khác có thẩm quyền mới xác nhận được."])),
    page(
      "ho-so-quyen-chu-dai", "Thêm \(longText) (cùng lập hồ sơ)",
      [
        .init(
          name: longText, unit: longText,
          turns: [StateMark("Được xem hồ sơ", .done), StateMark("Được cùng lập", .done)],
          documents: ["thêm 1234 văn bản", "12 văn bản đã xem được từ trước"], kept: [longText])
      ], form: proposing),
  ]

  private static let longText = String(repeating: "Nghiêng ngả khuỷu ưỡn ẵ ỗ ợ ữ ỷ Đ ", count: 6)
  private static let seal = FormSeal(csrf: "mau", post: "1009", version: 1)

  private static func page(
    _ name: String, _ sentence: String, _ rows: [RightsChangePage.Row]?, state: StateMark? = nil,
    facts: [DefinitionList.Entry] = [], refusal: HTML = .empty, form: HTML
  ) -> GalleryExample {
    let page = RightsChangePage(
      dossierName: "01.KS «Kiểm kê trữ lượng đá vôi năm 2026»", dossierPath: "#", sentence: sentence, state: state,
      facts: facts, refusal: refusal, rows: rows, form: form)
    return GalleryExample(
      name, Page(title: RightsChangePage.title, room: .dossiers, main: page.html, keys: RightsChangePage.keys))
  }

  private static let rows: [RightsChangePage.Row] = [
    .init(
      name: "Phan Thị Thu Hà, Vụ trưởng", unit: "Vụ Pháp chế",
      turns: [StateMark("Được xem hồ sơ", .done)],
      documents: ["thêm 3 văn bản", "1 văn bản đã xem được từ trước"], kept: []),
    .init(
      name: "Đỗ Văn Thắng, Chuyên viên", unit: "Vụ Pháp chế", turns: [StateMark("Không xem được hồ sơ nữa", .look)],
      documents: ["mất 2 văn bản", "1 văn bản vẫn xem được"],
      kept: ["152/SNNMT-KS: Về việc kiểm kê trữ lượng: được giao xử lý"]),
    .init(
      name: "Lê Minh Đức, Phó Tổng cục trưởng", unit: "Lãnh đạo Tổng cục", turns: [StateMark("Vẫn xem được hồ sơ")],
      documents: ["mất 1 văn bản"], kept: []),
  ]

  private static let ownFile = RightsChangePage.Row(
    name: "Lê Minh Đức, Phó Tổng cục trưởng", unit: "Lãnh đạo Tổng cục", turns: [StateMark("Vẫn xem được hồ sơ")],
    documents: ["mất «Ảnh hiện trường mỏ đá»"], kept: [])

  private static let facts: [DefinitionList.Entry] = [
    .init("Người đề nghị", text: "Vũ Thị Lan Anh, Chuyên viên, 08:15 20/11/2026"),
    .init("Lý do", text: "Cần ý kiến pháp chế trước khi trình"),
  ]

  private static let proposing: HTML = ActForm(
    action: "#", seal: seal,
    content: """
      \(FieldGroup(fields: [Field("Lý do", name: DossierField.reason)]).html)\
      <div class="acts">\(Button("Gửi đề nghị", style: .primary, key: "ctrl+enter").html)\(Button("Thôi", path: "#").html)</div>
      """
  ).html

  private static func deciding(_ obstacles: [String]) -> HTML {
    ActForm(
      action: "#", seal: seal,
      content: """
        \(FieldGroup(fields: [Field("Ý kiến", name: DossierField.reason, hint: "Bắt buộc khi không đồng ý.")]).html)\
        <div class="acts">\(Button("Xác nhận thay đổi", style: .primary, key: "ctrl+enter", obstacles: obstacles).html)\
        \(Button("Không đồng ý", formAction: "#").html)</div>
        """
    ).html
  }
}
