import Papers

/// Capitals of Annex II, as advice: what a pattern can see.
enum CapitalLettersRule: FormRule {
  static let rule = "viet-hoa"
  static let title = "Viết hoa"
  static let article = FormArticle.annexTwo("mục III đến V")

  private struct Pattern {
    var regex: Regex<(Substring, Substring)>
    var remedy: String
  }

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let patterns = [
      Pattern(regex: /(?:^|[\s(«"])((?:của|do|Đảng và|Đảng,) nhà nước)(?![\p{L}])/, remedy: "Viết hoa «Nhà nước»."),
      Pattern(regex: /(?:^|[\s(«"])((?:của|do|phục vụ|toàn thể) nhân dân)(?![\p{L}])/, remedy: "Viết hoa «Nhân dân»."),
      Pattern(regex: /[\p{L},;]\s(thủ đô Hà Nội)/, remedy: "Viết «Thủ đô Hà Nội»."),
      Pattern(regex: /[\p{L},;]\s(thành phố Hồ Chí Minh)/, remedy: "Viết «Thành phố Hồ Chí Minh»."),
      Pattern(regex: /[\p{L},;]\s((?:quận|phường) \d+)/, remedy: "Viết hoa «Quận», «Phường» khi đi với số."),
      Pattern(
        regex:
          /[\p{L},;]\s((?:phần|chương|mục|tiểu mục|điều) (?:\d+|[IVX]+)(?:\s(?:của\s)?(?:Luật|Nghị định|Thông tư|Quyết định|Pháp lệnh|Quy chế)))/,
        remedy: "Viết hoa «Phần, Chương, Mục, Tiểu mục, Điều» khi viện dẫn."),
      Pattern(
        regex: /[\p{Ll},;]\s((?:Khoản|Điểm) (?:\d+|[a-zđ])(?:\s(?:khoản|Khoản|Điều)))/,
        remedy: "Viết thường «khoản», «điểm» khi viện dẫn."),
      Pattern(
        regex: /[\p{L},;]\s((?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|luật|pháp lệnh) số:? ?\d+)/,
        remedy: "Viết hoa tên loại văn bản khi nêu một văn bản cụ thể."),
      Pattern(
        regex: /[\p{L},;]\s((?:thứ) (?:hai|ba|tư|năm|sáu|bảy),? ngày)/,
        remedy: "Viết hoa tên ngày trong tuần: «thứ Hai»."),
      Pattern(regex: /[\p{L},;]\s(Tết Nguyên đán)/, remedy: "Viết «tết Nguyên đán»; «Tết» viết hoa khi đứng một mình."),
    ]
    return patterns.compactMap { pattern in
      let hits = letter.body.compactMap { line in
        line.text.firstMatch(of: pattern.regex).map { (line, String($0.1)) }
      }
      guard let (line, words) = hits.first else { return nil }
      let more = hits.count > 1 ? " (\(hits.count) chỗ)" : ""
      return advice("«\(words)»\(more): xem lại chữ hoa.", at: line, pattern.remedy)
    }
  }
}
