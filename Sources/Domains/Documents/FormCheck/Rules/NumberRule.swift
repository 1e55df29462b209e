import Kernel

/// «Số: 15/BC-ABC».
private let numberAndNotation = Pattern(/Số\s*(:?)\s*([^\/]*?)\s*\/(.+)/)

/// «Số: …/symbol»: the symbol by the agency's rule, the number's place empty until the clerk gives it.
enum NumberRule: FormRule {
  static let rule = "so-ky-hieu"
  static let title = "Số, ký hiệu"
  static let article = FormArticle.annexOne("mục II.3")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let line = letter.number else {
      return [
        error("Không tìm thấy dòng số, ký hiệu.", "Thêm dòng «Số:      /\(facts.symbol ?? "…")» dưới tên cơ quan.")
      ]
    }
    guard let match = line.text.wholeMatch(of: numberAndNotation.regex) else {
      return [
        error("Dòng số, ký hiệu không đúng mẫu.", at: line, "Viết «Số: <số>/<ký hiệu>», giữa số và ký hiệu là dấu «/».")
      ]
    }
    var findings: [FormFinding] = []
    let (number, symbol) = (String(match.2), String(match.3))
    if match.1.isEmpty { findings.append(error("Sau từ «Số» thiếu dấu hai chấm.", at: line, "Viết «Số:».")) }
    findings += numbers(number, at: line, facts)
    if symbol.contains(" ") {
      findings.append(error("Ký hiệu có cách chữ.", at: line, "Viết liền, giữa các nhóm chữ chỉ có dấu «-»."))
    }
    if let expected = facts.symbol, expected != symbol.replacing(" ", with: "") {
      findings.append(error("Ký hiệu khác quy tắc của cơ quan.", at: line, "Ghi ký hiệu «\(expected)»."))
    } else if facts.symbol == nil, let type = facts.type ?? letter.type, !type.abbreviation.isEmpty,
      !symbol.hasPrefix("\(type.abbreviation)-")
    {
      findings.append(
        error(
          "Ký hiệu không bắt đầu bằng chữ viết tắt của \(type.name.lowercased()).", at: line,
          "Bắt đầu ký hiệu bằng «\(type.abbreviation)-»."))
    }
    if !isSize(line.size, 13...13) || line.isBold && !line.textRuns.isEmpty {
      findings.append(error("Số, ký hiệu chưa đúng cỡ 13, chữ đứng.", at: line, "Đặt cỡ 13, kiểu chữ đứng."))
    }
    return findings
  }

  private static func numbers(_ number: String, at line: LetterLine, _ facts: FormFacts) -> [FormFinding] {
    let isEmpty = number.allSatisfy { ".… ".contains($0) }
    guard let given = facts.number else {
      guard isEmpty else {
        return [
          error("Đã có số trước khi cấp số.", at: line, "Để trống chỗ ghi số; văn thư cấp số sau khi văn bản được ký.")
        ]
      }
      return []
    }
    let expected = given < 10 ? "0\(given)" : "\(given)"
    guard number != expected else { return [] }
    return [error("Số ghi trong tệp khác số đã cấp.", at: line, "Ghi số «\(expected)».")]
  }
}
