import Foundation
import Papers

/// Unicode, precomposed (TCVN 6909:2001), without letters that only look Vietnamese.
enum LetterCodingRule: FormRule {
  static let rule = "bo-ma"
  static let title = "Bộ mã Unicode dựng sẵn"
  static let article = FormArticle.annexOne("mục I.4")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    var findings: [FormFinding] = []
    let loose = letter.lines.filter { line in
      let written = line.paragraph.writtenText
      return !written.unicodeScalars.elementsEqual(written.precomposedStringWithCanonicalMapping.unicodeScalars)
    }
    if let first = loose.first {
      findings.append(
        error(
          "\(loose.count) dòng dùng dấu tổ hợp (chữ và dấu rời nhau).", at: first,
          "Đặt bộ gõ về «Unicode dựng sẵn» rồi gõ lại, hoặc dùng công cụ chuyển mã của bộ gõ."))
    }
    if let line = letter.lines.first(where: { $0.text.contains { $0 == "Ð" || $0 == "ð" || $0 == "Ɖ" } }) {
      findings.append(
        error("Có chữ «Ð» của tiếng nước ngoài thay cho «Đ».", at: line, "Gõ lại chữ «Đ» bằng bộ gõ tiếng Việt."))
    }
    return findings
  }
}
