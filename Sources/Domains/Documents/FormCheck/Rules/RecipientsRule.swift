import Kernel

/// The last line of «Nơi nhận».
private let keptAtRegistry = Pattern(/^-\s?Lưu:\s?VT\b/)

/// «Nơi nhận:» — first line, separators, last line «- Lưu: VT, …».
enum RecipientsRule: FormRule {
  static let rule = "noi-nhan"
  static let title = "Nơi nhận"
  static let article = FormArticle.annexOne("mục II.9")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let head = letter.recipientHead else {
      return [error("Không tìm thấy «Nơi nhận».", "Thêm «Nơi nhận:» bên trái, ngang chức vụ người ký.")]
    }
    var findings: [FormFinding] = []
    if !head.text.hasPrefix("Nơi nhận:") || !head.isBold || !head.isItalic || !isSize(head.size, 12...12) {
      findings.append(
        error("«Nơi nhận:» chưa đúng cỡ 12, nghiêng, đậm.", at: head, "Viết «Nơi nhận:», cỡ 12, nghiêng, đậm."))
    }
    guard let last = letter.recipients.last else {
      return findings + [
        error("«Nơi nhận» không có dòng nào.", at: head, "Ghi từng nơi nhận, cuối cùng là «- Lưu: VT, …».")
      ]
    }
    if last.text.firstMatch(of: keptAtRegistry.regex) == nil {
      findings.append(
        error(
          "Dòng cuối của «Nơi nhận» không phải dòng lưu.", at: last, "Kết thúc bằng «- Lưu: VT, <đơn vị soạn thảo>.»."))
    }
    if !last.text.hasSuffix(".") {
      findings.append(error("Dòng lưu thiếu dấu chấm cuối.", at: last, "Kết thúc bằng «.»."))
    }
    if let line = letter.recipients.dropLast().first(where: { !$0.text.hasSuffix(";") }) {
      findings.append(error("Dòng nơi nhận thiếu dấu chấm phẩy.", at: line, "Kết thúc dòng bằng «;»."))
    }
    if let line = letter.recipients.first(where: { !isSize($0.size, 11...11) }) {
      findings.append(error("Danh sách nơi nhận cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 11, chữ đứng."))
    }
    if !letter.addressees.isEmpty, let first = letter.recipients.first, !first.folded.contains("nhu tren") {
      findings.append(
        error("Có «Kính gửi» nhưng «Nơi nhận» không bắt đầu bằng «Như trên».", at: first, "Dòng đầu ghi «- Như trên;».")
      )
    }
    return findings
  }
}
