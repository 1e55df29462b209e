import Kernel
import Papers

/// «Điều 5.» and what follows its number.
private let articleSign = Pattern(/^Điều\s+(\d+)\s*(.?)/)

/// «Điều 1. …»: bold, with a stop, counted without a hole.
enum ArticlesRule: FormRule {
  static let rule = "dieu"
  static let title = "Điều"
  static let article = FormArticle.annexOne("mục II.6")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let articles = letter.body.compactMap { line -> (LetterLine, Int, String)? in
      guard let match = line.text.firstMatch(of: articleSign.regex), let number = Int(match.1) else { return nil }
      // «Điều 5 của Luật …» at the start of a sentence is a citation.
      guard match.2 == "." || match.2 == ":" else { return nil }
      return (line, number, String(match.2))
    }
    var findings: [FormFinding] = []
    if let (line, _, _) = articles.first(where: { $0.2 == ":" }) {
      findings.append(error("Sau số của điều dùng dấu hai chấm.", at: line, "Viết «Điều 1.» với dấu chấm."))
    }
    if let (line, _, _) = articles.first(where: { !($0.0.textRuns.first?.isBold ?? true) }) {
      findings.append(error("Số và tên điều chưa in đậm.", at: line, "In đậm «Điều …» và tiêu đề của điều."))
    }
    for (before, next) in zip(articles, articles.dropFirst()) where next.1 != before.1 + 1 && next.1 != 1 {
      findings.append(error("Sau Điều \(before.1) là Điều \(next.1).", at: next.0, "Đánh số các điều liên tục."))
      break
    }
    return findings
  }
}
