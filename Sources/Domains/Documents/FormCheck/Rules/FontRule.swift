import Papers

/// Times New Roman, black.
enum FontRule: FormRule {
  static let rule = "phong-chu"
  static let title = "Phông chữ Times New Roman, màu đen"
  static let article = FormArticle.annexOne("mục I.4")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    var findings: [FormFinding] = []
    let other = letter.lines.filter { $0.textRuns.contains { $0.font.lowercased() != "times new roman" } }
    if let first = other.first {
      let names = Set(other.flatMap(\.textRuns).map(\.font).filter { $0.lowercased() != "times new roman" }).sorted()
      findings.append(
        error(
          "\(other.count) dòng dùng phông khác Times New Roman: \(names.prefix(3).joined(separator: ", ")).", at: first,
          "Chọn toàn bộ văn bản rồi đặt phông Times New Roman."))
    }
    // A mark of urgency is red.
    let coloured = letter.lines.filter { line in
      line != letter.urgency && line.textRuns.contains { !["auto", "000000"].contains($0.color.lowercased()) }
    }
    if let first = coloured.first {
      findings.append(
        error("\(coloured.count) dòng có chữ không phải màu đen.", at: first, "Đặt màu chữ về «Tự động» hoặc đen."))
    }
    return findings
  }
}
