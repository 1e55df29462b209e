import Papers

/// A4, upright.
enum PageSizeRule: FormRule {
  static let rule = "kho-giay"
  static let title = "Khổ giấy A4, chiều dọc"
  static let article = FormArticle.annexOne("mục I.1 và I.2")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    for (index, section) in letter.document.sections.enumerated() {
      let sides = [section.pageWidth, section.pageHeight].sorted()
      guard abs(sides[0] - 210) <= 1, abs(sides[1] - 297) <= 1 else {
        return [
          error(
            "Khổ giấy \(section.pageWidth.written) × \(section.pageHeight.written) mm không phải A4 (210 × 297 mm).",
            "Trong Word: Bố cục trang, chọn khổ A4.")
        ]
      }
      if index == 0, section.isLandscape {
        return [
          advice(
            "Trang đầu đặt ngang.",
            "Trình bày theo chiều dọc; chỉ để ngang khi có bảng, biểu không làm thành phụ lục riêng.")
        ]
      }
    }
    return []
  }
}
