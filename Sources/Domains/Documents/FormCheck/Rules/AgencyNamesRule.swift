import Kernel
import VietnameseText

/// Superior agency and issuer as in the master data, capitals, the issuer bold.
enum AgencyNamesRule: FormRule {
  static let rule = "ten-co-quan"
  static let title = "Tên cơ quan, tổ chức ban hành"
  static let article = FormArticle.annexOne("mục II.2")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let last = letter.issuers.last else {
      return [error("Không tìm thấy tên cơ quan ban hành.", "Ghi tên cơ quan ở góc trên bên trái, trên dòng số.")]
    }
    var findings: [FormFinding] = []
    if let line = letter.issuers.first(where: { !$0.isUpper }) {
      findings.append(error("Tên cơ quan chưa viết hoa toàn bộ.", at: line, "Viết chữ in hoa."))
    }
    if !last.isBold {
      findings.append(error("Tên cơ quan ban hành chưa in đậm.", at: last, "Đặt kiểu chữ đứng, đậm."))
    }
    if let line = letter.issuers.first(where: { !isSize($0.size, 12...13) }) {
      findings.append(error("Tên cơ quan cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 12 hoặc 13."))
    }
    let written = folded(letter.issuers.map(\.text).joined(separator: " "))
    if let issuer = facts.issuerName, !written.hasSuffix(folded(issuer)) {
      findings.append(
        error("Tên cơ quan ban hành khác danh mục.", at: last, "Ghi đúng «\(issuer.uppercased())»."))
    }
    if let superior = facts.superiorName, !written.hasPrefix(folded(superior)) {
      findings.append(
        error(
          "Thiếu hoặc sai tên cơ quan chủ quản trực tiếp.", at: letter.issuers.first,
          "Ghi «\(superior.uppercased())» ở trên tên cơ quan ban hành, chữ đứng, không đậm."))
    }
    return findings
  }

  private static func folded(_ text: String) -> String { Folding.exact(text.normalizedLine) }
}
