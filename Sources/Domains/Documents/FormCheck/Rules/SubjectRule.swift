import Kernel
import VietnameseText

/// Trích yếu: under the name of the type, or after «V/v» in a letter.
enum SubjectRule: FormRule {
  static let rule = "trich-yeu"
  static let title = "Trích yếu nội dung"
  static let article = FormArticle.annexOne("mục II.5")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let type = facts.type ?? letter.type
    if let type, !LetterForm(type).hasSubject || type.key == "thuCong" { return [] }
    let isLetter = type?.key == "congVan"
    let lines = isLetter ? letter.letterSubject : letter.title
    guard let first = lines.first else {
      return [
        isLetter
          ? error("Công văn thiếu trích yếu «V/v …».", "Ghi «V/v …» dưới số, ký hiệu.")
          : error("Thiếu trích yếu nội dung.", "Ghi trích yếu ngay dưới tên loại.")
      ]
    }
    var findings: [FormFinding] = []
    if isLetter {
      if !first.text.hasPrefix("V/v ") {
        findings.append(error("Trích yếu công văn viết chưa đúng.", at: first, "Viết «V/v» rồi cách một chữ."))
      }
      if !isSize(first.size, 12...13) || first.isBold {
        findings.append(
          error("Trích yếu công văn chưa đúng cỡ 12–13, chữ đứng.", at: first, "Đặt cỡ 12 hoặc 13, không đậm."))
      }
    } else if !first.isBold || !isSize(first.size, 13...14) {
      findings.append(
        error("Trích yếu chưa đậm hoặc chưa đúng cỡ 13–14.", at: first, "Đặt cỡ 13 hoặc 14, chữ đứng, đậm."))
    }
    var written = lines.map(\.text).joined(separator: " ")
    if written.hasPrefix("V/v") { written.removeFirst(3) }
    if let subject = facts.subject, Folding.exact(written.normalizedLine) != Folding.exact(subject.normalizedLine) {
      findings.append(
        advice("Trích yếu trong tệp khác trích yếu đã nhập.", at: first, "Sửa một trong hai cho giống: «\(subject)»."))
    }
    return findings
  }
}
