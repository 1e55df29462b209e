import Papers

/// Top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
enum MarginsRule: FormRule {
  static let rule = "le-trang"
  static let title = "Lề trang"
  static let article = FormArticle.annexOne("mục I.3")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let section = letter.document.sections.first, !section.isLandscape else { return [] }
    let margins = section.margins
    let wrong: [String] = [
      ("trên", margins.top, 20.0...25), ("dưới", margins.bottom, 20...25), ("trái", margins.left, 30...35),
      ("phải", margins.right, 15...20),
    ].compactMap { name, value, range in
      // Word keeps lengths in twentieths of a point: 20 mm comes back as 20.0025.
      guard value < range.lowerBound - 0.1 || value > range.upperBound + 0.1 else { return nil }
      return "lề \(name) \(value.written) mm (phải từ \(range.lowerBound.written) đến \(range.upperBound.written) mm)"
    }
    guard !wrong.isEmpty else { return [] }
    return [
      error("Lề trang chưa đúng: \(wrong.joined(separator: ", ")).", "Trong Word: Bố cục trang, Lề, nhập đúng số đo.")
    ]
  }
}
