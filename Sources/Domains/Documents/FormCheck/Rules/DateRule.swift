import Kernel

/// Day and month in figures.
private let dayAndMonth = Pattern(/ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm/)
/// The year of a date.
private let yearOfDate = Pattern(/năm\s+(\d{4})/)
/// A date that is begun.
private let beginningOfDate = Pattern(/ngày\s+\d|tháng\s+\d/)

/// Days below 10 and the months 1 and 2 carry a zero; written out, upright words, in italics.
enum DateRule: FormRule {
  static let rule = "thoi-gian"
  static let title = "Thời gian ban hành"
  static let article = FormArticle.annexOne("mục II.4")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let line = letter.date else { return [] }
    var findings: [FormFinding] = []
    if let match = line.text.firstMatch(of: dayAndMonth.regex) {
      if match.1.count < 2 || match.1.count > 2 {
        findings.append(error("Ngày nhỏ hơn 10 thiếu số 0.", at: line, "Viết ngày bằng hai chữ số: «05»."))
      }
      let month = Int(match.2) ?? 0
      let expected = month < 3 ? "0\(month)" : "\(month)"
      if String(match.2) != expected {
        findings.append(
          error("Tháng viết chưa đúng.", at: line, "Viết «tháng \(expected)»: chỉ tháng 1, 2 thêm số 0 phía trước."))
      }
    } else if line.text.contains(where: \.isNumber), line.text.contains("/") {
      findings.append(error("Thời gian viết tắt bằng dấu «/».", at: line, "Viết đầy đủ «ngày … tháng … năm …»."))
    }
    if let year = facts.year {
      if let match = line.text.firstMatch(of: yearOfDate.regex), Int(match.1) != year {
        findings.append(
          error("In sẵn năm \(match.1), khác năm \(year) của số sẽ cấp.", at: line, "Sửa thành «năm \(year)»."))
      }
      if line.text.contains(beginningOfDate.regex) {
        findings.append(
          advice(
            "Ngày, tháng đã gõ sẵn; số mang ngày cấp số.", at: line,
            "Để trống ngày, tháng: hệ thống ghi khi cấp số."))
      }
    }
    if !line.isItalic {
      findings.append(error("Địa danh và thời gian chưa in nghiêng.", at: line, "Đặt kiểu chữ nghiêng."))
    }
    if !isSize(line.size, 13...14) {
      findings.append(error("Địa danh và thời gian cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 13 hoặc 14."))
    }
    return findings
  }
}
