/// The name of the type in capitals; a letter has none.
enum TypeNameRule: FormRule {
  static let rule = "ten-loai"
  static let title = "Tên loại văn bản"
  static let article = FormArticle.annexOne("mục II.5")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let expected = facts.type ?? letter.type
    if let expected, ["congVan", "thuCong"].contains(expected.key) {
      guard let line = letter.typeName else { return [] }
      return [error("\(expected.name) không ghi tên loại.", at: line, "Bỏ dòng tên loại; trích yếu ghi sau «V/v».")]
    }
    guard let line = letter.typeName else {
      let name = expected?.name.uppercased() ?? "TÊN LOẠI"
      return [error("Không tìm thấy tên loại văn bản.", "Ghi «\(name)» ở giữa trang, trên trích yếu.")]
    }
    var findings: [FormFinding] = []
    if let expected, letter.type != expected {
      findings.append(
        error("Tên loại khác loại đã chọn khi soạn thảo.", at: line, "Ghi «\(expected.name.uppercased())»."))
    }
    if !line.isUpper || !line.isBold || !line.isCentred {
      findings.append(error("Tên loại chưa in hoa, đậm, canh giữa.", at: line, "Đặt chữ in hoa, đứng, đậm, canh giữa."))
    }
    if !isSize(line.size, 13...14) {
      findings.append(error("Tên loại cỡ \(line.size.written).", at: line, "Đặt cỡ chữ 13 hoặc 14."))
    }
    return findings
  }
}
