/// Annexes are numbered in Roman when there are two or more.
enum AnnexRule: FormRule {
  static let rule = "phu-luc"
  static let title = "Đánh số phụ lục"
  static let article = FormArticle.annexOne("mục III.1")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard letter.annexes.count > 1 else { return [] }
    for (index, line) in letter.annexes.enumerated() {
      let number = line.text.split(separator: " ").dropFirst(2).first.map(String.init)?.trimmingSigns ?? ""
      let expected = roman(index + 1)
      if number != expected {
        return [error("Phụ lục thứ \(index + 1) không mang số La Mã.", at: line, "Ghi «Phụ lục \(expected)».")]
      }
    }
    return []
  }

  private static func roman(_ number: Int) -> String {
    var (rest, text) = (number, "")
    for (value, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}

extension String {
  fileprivate var trimmingSigns: String { String(prefix { $0.isLetter || $0.isNumber }) }
}
