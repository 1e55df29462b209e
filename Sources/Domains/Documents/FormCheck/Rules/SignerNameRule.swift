import Kernel
import VietnameseText

/// The signer's full name under the place of the signature.
enum SignerNameRule: FormRule {
  static let rule = "nguoi-ky"
  static let title = "Họ tên người ký"
  static let article = FormArticle.annexOne("mục II.7")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard !letter.signature.isEmpty, (facts.type ?? letter.type).map({ !LetterForm($0).hasTwoSigners }) ?? true else {
      return []
    }
    guard let line = letter.signerName else {
      return [error("Thiếu họ tên người ký.", at: letter.signature.last, "Ghi đầy đủ họ, tên đệm và tên dưới chỗ ký.")]
    }
    var findings: [FormFinding] = []
    if !line.isBold || !isSize(line.size, 13...14) {
      findings.append(
        error("Họ tên người ký chưa đậm hoặc chưa đúng cỡ 13–14.", at: line, "Đặt chữ đứng, đậm, cỡ 13 hoặc 14."))
    }
    if let name = facts.signerName, !Folding.exact(line.text).hasSuffix(Folding.exact(name.normalizedLine)) {
      findings.append(error("Họ tên khác người ký đã chọn.", at: line, "Ghi «\(name)»."))
    }
    return findings
  }
}
