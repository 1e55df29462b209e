import VietnameseText

/// Địa danh as in the agency's master data, followed by a comma.
enum PlaceRule: FormRule {
  static let rule = "dia-danh"
  static let title = "Địa danh"
  static let article = FormArticle.annexOne("mục II.4")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    if (facts.type ?? letter.type)?.key == "bienBan" { return [] }
    guard let line = letter.date else {
      return [
        error(
          "Không tìm thấy địa danh và thời gian ban hành.", "Thêm dòng «Địa danh, ngày … tháng … năm …» dưới Tiêu ngữ.")
      ]
    }
    guard let comma = line.text.firstIndex(of: ","), !line.folded.hasPrefix("ngay") else {
      return [error("Thiếu địa danh hoặc dấu phẩy sau địa danh.", at: line, "Viết «Địa danh, ngày … tháng … năm …».")]
    }
    let place = String(line.text[..<comma])
    guard let expected = facts.place, Folding.exact(place) != Folding.exact(expected) else { return [] }
    return [error("Địa danh «\(place)» khác danh mục.", at: line, "Ghi «\(expected)».")]
  }
}
