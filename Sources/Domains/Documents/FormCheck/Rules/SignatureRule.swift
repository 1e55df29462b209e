import Kernel
import VietnameseText

/// «TL.BỘ TRƯỞNG».
private let capacityWithoutBlank = Pattern(/^(KT|TL|TM|TUQ|Q)\.\S/)
/// «TL BỘ TRƯỞNG».
private let capacityWithoutDot = Pattern(/^(KT|TL|TM|TUQ|Q)\s/)
/// In what capacity somebody signs.
private let capacity = Pattern(/^(KT|TL|TM|TUQ)\./)

/// Capacity and position: as the signer's authority gives them, capitals, bold (ST-09 … ST-12).
enum SignatureRule: FormRule {
  static let rule = "quyen-han"
  static let title = "Quyền hạn, chức vụ của người ký"
  static let article = FormArticle.annexOne("mục II.7")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    // Minutes and agreements have two signers side by side.
    if let type = facts.type ?? letter.type, LetterForm(type).hasTwoSigners { return [] }
    guard let first = letter.signature.first else {
      return [
        error("Không tìm thấy quyền hạn, chức vụ của người ký.", "Ghi bên phải, ngang «Nơi nhận», chữ in hoa, đậm.")
      ]
    }
    var findings: [FormFinding] = []
    for line in letter.signature {
      if line.text.firstMatch(of: capacityWithoutBlank.regex) != nil
        || line.text.firstMatch(of: capacityWithoutDot.regex) != nil
      {
        findings.append(
          error(
            "Chữ tắt của quyền hạn viết chưa đúng.", at: line, "Viết «KT. », «TL. », «TM. »: dấu chấm rồi cách chữ."))
      }
    }
    if let last = letter.signature.last, last.text.firstMatch(of: capacity.regex) != nil {
      findings.append(
        error("Dưới quyền hạn thiếu chức vụ của người ký.", at: last, "Ghi chức vụ của người ký ở dòng dưới."))
    }
    if let line = letter.signature.first(where: { !$0.isBold }) {
      findings.append(error("Quyền hạn, chức vụ chưa in đậm.", at: line, "Đặt chữ in hoa, đứng, đậm, cỡ 13 hoặc 14."))
    }
    if let line = letter.signature.first(where: { !isSize($0.size, 13...14) }) {
      findings.append(error("Quyền hạn, chức vụ cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 13 hoặc 14."))
    }
    if let expected = facts.signatureLines, joined(letter.signature.map(\.text)) != joined(expected) {
      findings.append(
        error(
          "Quyền hạn, chức vụ khác thẩm quyền của người ký.", at: first,
          "Ghi «\(expected.joined(separator: " / "))»."))
    }
    return findings
  }

  // A long line wraps where the drafter likes.
  private static func joined(_ lines: [String]) -> String {
    Folding.exact(lines.joined(separator: " ").normalizedLine).replacing(". ", with: ".")
  }
}
