import Documents
import Kernel
import Markup

/// Names of the fields that say where number and date go.
enum StampingField {
  static let numberLeft = "so-trai"
  static let numberTop = "so-tren"
  static let dayLeft = "ngay-trai"
  static let dayTop = "ngay-tren"
  static let reason = "ly-do-xac-nhan"
}

/// What the clerk does about number and date on a file that was signed without them.
extension OutgoingDocumentScreen {
  func stampingActs(_ seal: FormSeal) -> [OutgoingDocumentPage.Act] {
    guard let main = stampings.first, main.state != .asked, OutgoingDocumentAccess.may(.stamp, document, actor),
      document.obstacle(to: .stamp) == nil
    else { return [] }
    let place = OutgoingDocumentPage.Act(
      button: Button(main.state == .stamped ? "Ghi lại số, ngày" : "Chỉ chỗ ghi số, ngày"),
      dialog: placeDialog(main, seal))
    let unplaced = stampings.filter { $0.state == .unplaced }
    guard !unplaced.isEmpty, unplaced.allSatisfy(\.mayConfirm) else { return [place] }
    return [place, .init(button: Button("Tệp đã có số, ngày"), dialog: keepDialog(seal))]
  }

  private func keepDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .keepSigned, "Xác nhận tệp đã có số \(document.codeText)",
      "<p>Hệ thống không ghi gì thêm lên tệp; tệp Word được phát hành thành PDF. Diễn biến ghi ai xác nhận, vì sao.</p>",
      [
        Field(
          "Vì sao biết tệp đã có đúng số, ngày", name: StampingField.reason,
          hint: "Ví dụ: số viết tay trên bản ký, đã xem.",
          required: true, focus: true, lengthMax: 300, id: "da-co-so-ly-do")
      ], Button("Xác nhận", style: .primary), seal)
  }

  /// The places of the decree's own layout stand in the fields until others were typed.
  private func placeDialog(_ main: OutgoingStamping, _ seal: FormSeal) -> Dialog {
    let field = StampingField.self
    let known = main.places
    func millimetres(_ value: Double?, _ usual: Int) -> String { String(value.map { Int($0.rounded()) } ?? usual) }
    let isDated = document.facts.isDated
    return dialog(
      .placeNumber, "Chỗ ghi số, ngày trên \(main.signed.name)",
      "<p>Tính bằng milimét từ mép trái và mép trên của trang đầu. Bản đã ký giữ nguyên; số, ngày ghi lên bản PDF phát hành.</p>",
      [
        Field(
          "Số: cách mép trái", name: field.numberLeft, value: millimetres(known?.number?.left, 47), kind: .number,
          required: true, focus: true, width: .half, id: "ghi-so-trai"),
        Field(
          "Số: cách mép trên", name: field.numberTop, value: millimetres(known?.number?.top, 34), kind: .number,
          required: true, width: .half, id: "ghi-so-tren"),
        Field(
          "Ngày: cách mép trái", name: field.dayLeft, value: isDated ? millimetres(known?.day?.left, 138) : "",
          kind: .number, hint: isDated ? nil : "Biên bản không có dòng ngày: để trống.", required: isDated,
          width: .half, id: "ghi-ngay-trai"),
        Field(
          "Ngày: cách mép trên", name: field.dayTop, value: isDated ? millimetres(known?.day?.top, 34) : "",
          kind: .number, required: isDated, width: .half, id: "ghi-ngay-tren"),
      ], Button("Ghi lên bản PDF", style: .primary), seal)
  }
}
