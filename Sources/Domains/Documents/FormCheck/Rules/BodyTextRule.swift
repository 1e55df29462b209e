import Papers

/// The body: 13–14 points, justified, first line 1 or 1.27 cm, at least 6 points between paragraphs, lines 1.0 to 1.5.
enum BodyTextRule: FormRule {
  static let rule = "noi-dung"
  static let title = "Trình bày nội dung"
  static let article = FormArticle.annexOne("mục II.6")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let text = letter.body.filter { $0.column == nil && !$0.isCentred && !$0.folded.hasPrefix("phu luc") }
    // A paragraph that fills more than a line shows how it is set.
    let long = text.filter { $0.text.count > 100 }
    return [
      finding(text, "cỡ chữ khác 13–14", "Đặt cỡ chữ 13 hoặc 14.") { !isSize($0.size, 13...14) },
      finding(long, "không canh đều hai lề", "Canh đều cả hai lề.") { $0.paragraph.alignment != .justify },
      finding(long, "thụt dòng đầu chưa đúng", "Lùi dòng đầu 1 cm hoặc 1,27 cm.", severity: .advice) {
        !(9.5...13.2).contains($0.paragraph.firstLineIndent + max(0, $0.paragraph.leftIndent))
      },
      finding(long, "cách đoạn dưới 6 pt", "Đặt khoảng cách giữa các đoạn tối thiểu 6 pt.", severity: .advice) {
        $0.paragraph.spaceBefore + $0.paragraph.spaceAfter < 5.9
      },
      finding(long, "giãn dòng ngoài 1,0–1,5", "Đặt giãn dòng từ đơn (1,0) đến 1,5.") { line in
        switch line.paragraph.lineSpacing {
        case .times(let times): !(0.97...1.53).contains(times)
        case .points(let points): !(line.size * 1.1...line.size * 1.8).contains(points)
        }
      },
    ].compactMap(\.self)
  }

  /// One finding for all lines that break it the same way.
  private static func finding(
    _ lines: [LetterLine], _ what: String, _ remedy: String, severity: FormFinding.Severity = .error,
    isWrong: (LetterLine) -> Bool
  ) -> FormFinding? {
    let wrong = lines.filter(isWrong)
    guard let first = wrong.first else { return nil }
    var finding = error("\(wrong.count) đoạn \(what).", at: first, remedy)
    finding.severity = severity
    return finding
  }
}
