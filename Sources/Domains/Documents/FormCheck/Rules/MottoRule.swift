/// Tiêu ngữ, to the letter, its three parts joined by hyphens.
enum MottoRule: FormRule {
  static let rule = "tieu-ngu"
  static let title = "Tiêu ngữ"
  static let article = FormArticle.annexOne("mục II.1")
  static let text = "Độc lập - Tự do - Hạnh phúc"

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let line = letter.motto else {
      return [error("Không tìm thấy Tiêu ngữ.", "Thêm dòng «\(text)» dưới Quốc hiệu.")]
    }
    var findings: [FormFinding] = []
    if line.text != text {
      findings.append(
        error(
          "Tiêu ngữ viết chưa đúng.", at: line,
          "Viết đúng «\(text)»: chữ đầu mỗi cụm viết hoa, giữa các cụm là gạch nối (-) có cách chữ."))
    }
    if !line.isBold { findings.append(error("Tiêu ngữ chưa in đậm.", at: line, "Đặt kiểu chữ đứng, đậm.")) }
    if !isSize(line.size, 13...14) {
      findings.append(error("Tiêu ngữ cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 13 hoặc 14."))
    }
    return findings
  }
}
