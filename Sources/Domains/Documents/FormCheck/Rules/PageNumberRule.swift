import Papers

/// Arabic, centred over the text, 13–14 points, not on the first page.
enum PageNumberRule: FormRule {
  static let rule = "so-trang"
  static let title = "Số trang"
  static let article = FormArticle.annexOne("mục I.7")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let section = letter.document.sections.first else { return [] }
    let numbered = section.edges.filter(\.showsPageNumber)
    guard let edge = numbered.first(where: { $0.pages == .others }) ?? numbered.first else {
      // A page and a half of text at least: about 4,000 letters.
      guard letter.lines.reduce(0, { $0 + $1.text.count }) > 4000 else { return [] }
      return [error("Văn bản nhiều trang nhưng không có số trang.", "Chèn số trang ở giữa lề trên, từ trang 2.")]
    }
    var findings: [FormFinding] = []
    if !edge.isHeader { findings.append(error("Số trang đặt ở chân trang.", "Đặt số trang ở giữa phần lề trên.")) }
    if let paragraph = edge.paragraphs.first(where: \.showsPageNumber) {
      if paragraph.alignment != .center { findings.append(error("Số trang chưa canh giữa.", "Canh giữa số trang.")) }
      if let size = paragraph.runs.first(where: { $0.kind == .pageNumber })?.size, !isSize(size, 13...14) {
        findings.append(error("Số trang cỡ \(size.written).", "Đặt cỡ chữ 13 hoặc 14, chữ đứng."))
      }
    }
    if !section.firstPageDiffers || numbered.contains(where: { $0.pages == .first }) {
      findings.append(
        error("Số trang hiện cả ở trang đầu.", "Đánh dấu «Trang đầu khác» và bỏ số trang ở trang đầu."))
    }
    return findings
  }
}
