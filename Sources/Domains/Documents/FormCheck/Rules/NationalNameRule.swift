/// Quốc hiệu, to the letter.
enum NationalNameRule: FormRule {
  static let rule = "quoc-hieu"
  static let title = "Quốc hiệu"
  static let article = FormArticle.annexOne("mục II.1")
  static let text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let line = letter.national else {
      return [error("Không tìm thấy Quốc hiệu.", "Thêm dòng «\(text)» ở góc trên bên phải.")]
    }
    var findings: [FormFinding] = []
    if line.text != text {
      findings.append(error("Quốc hiệu viết chưa đúng.", at: line, "Viết đúng «\(text)»."))
    }
    if !line.isBold { findings.append(error("Quốc hiệu chưa in đậm.", at: line, "Đặt kiểu chữ đứng, đậm.")) }
    if !isSize(line.size, 12...13) {
      findings.append(error("Quốc hiệu cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 12 hoặc 13."))
    }
    return findings
  }
}
