/// Dấu chỉ mức độ khẩn (boxes 10a, 10b): as it was chosen for the document, capitals, bold, under the number.
enum UrgencyRule: FormRule {
  static let rule = "do-khan"
  static let title = "Dấu chỉ mức độ khẩn"
  static let article = FormArticle.annexOne("mục III.2")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let urgency = facts.urgency else { return [] }
    guard let line = letter.urgency else {
      guard !urgency.mark.isEmpty else { return [] }
      return [
        error(
          "Văn bản \(urgency.label.lowercased()) mà thiếu dấu «\(urgency.mark)».",
          "Đóng khung «\(urgency.mark)» dưới số, ký hiệu: chữ in hoa, đậm, đỏ, cỡ 13 hoặc 14.")
      ]
    }
    guard line.text.uppercased() == urgency.mark else {
      return [
        error(
          "Dấu khẩn trong tệp khác độ khẩn đã chọn (\(urgency.label.lowercased())).", at: line,
          urgency.mark.isEmpty ? "Bỏ dấu, hoặc chọn lại độ khẩn." : "Ghi «\(urgency.mark)», hoặc chọn lại độ khẩn.")
      ]
    }
    guard line.isUpper, line.isBold, isSize(line.size, 13...14) else {
      return [error("Dấu khẩn chưa in hoa, đậm, cỡ 13–14.", at: line, "Đặt chữ in hoa, đậm, đỏ, cỡ 13 hoặc 14.")]
    }
    return []
  }
}
