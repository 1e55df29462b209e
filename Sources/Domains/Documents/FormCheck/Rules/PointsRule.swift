import Kernel

/// Sign of a point: «a) ».
private let pointSign = Pattern(/^([a-zđ])\)\s/)
/// Sign of an article or a clause, in which points begin anew.
private let clauseSign = Pattern(/^(Điều\s)?\d+\./)

/// Points follow the Vietnamese alphabet: a, b, c, d, đ, e, g, h, i, k…
enum PointsRule: FormRule {
  static let rule = "diem"
  static let title = "Thứ tự các điểm"
  static let article = FormArticle.annexOne("mục II.6")
  static let alphabet = Array("abcdđeghiklmnopqrstuvxy")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    var previous: Character?
    for line in letter.body {
      guard let match = line.text.firstMatch(of: pointSign.regex), let sign = match.1.first else {
        // Another clause begins another row of points.
        if line.text.firstMatch(of: clauseSign.regex) != nil { previous = nil }
        continue
      }
      guard let place = alphabet.firstIndex(of: sign) else {
        return [
          error(
            "Điểm «\(sign))» không có trong bảng chữ cái tiếng Việt.", at: line,
            "Dùng thứ tự a, b, c, d, đ, e, g, h, i, k…")
        ]
      }
      if let previous, sign != "a", let before = alphabet.firstIndex(of: previous), place != before + 1 {
        let next = before + 1 < alphabet.count ? alphabet[before + 1] : "a"
        return [error("Sau điểm \(previous)) là điểm \(sign)).", at: line, "Điểm tiếp theo là «\(next))».")]
      }
      previous = sign
    }
    return []
  }
}
