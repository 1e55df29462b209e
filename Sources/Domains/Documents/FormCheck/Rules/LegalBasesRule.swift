/// Căn cứ: italic, one a line, «;» after each, «.» after the last.
enum LegalBasesRule: FormRule {
  static let rule = "can-cu"
  static let title = "Căn cứ ban hành"
  static let article = FormArticle.annexOne("mục II.6")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let type = facts.type ?? letter.type
    guard !letter.bases.isEmpty else {
      return type?.key == "quyetDinh" || type?.key == "nghiQuyet"
        ? [error("Thiếu căn cứ ban hành.", "Ghi các căn cứ, mỗi căn cứ một dòng, chữ nghiêng.")] : []
    }
    // In a letter or report «Căn cứ …» may open an ordinary sentence.
    guard letter.bases.count > 1 || type?.key == "quyetDinh" || type?.key == "nghiQuyet" else { return [] }
    var findings: [FormFinding] = []
    if let line = letter.bases.first(where: { !$0.isItalic }) {
      findings.append(error("Căn cứ chưa in nghiêng.", at: line, "Đặt kiểu chữ nghiêng, cỡ 13 hoặc 14."))
    }
    if let line = letter.bases.dropLast().first(where: { !$0.text.hasSuffix(";") }) {
      findings.append(error("Căn cứ không kết thúc bằng dấu chấm phẩy.", at: line, "Kết thúc dòng bằng «;»."))
    }
    if let last = letter.bases.last, !last.text.hasSuffix(".") {
      findings.append(error("Căn cứ cuối không kết thúc bằng dấu chấm.", at: last, "Kết thúc dòng cuối bằng «.»."))
    }
    return findings
  }
}
