/// The body ends with «./.».
enum EndMarkRule: FormRule {
  static let rule = "ket-thuc"
  static let title = "Dấu kết thúc nội dung"
  static let article = FormArticle.annexOne("mục II.6")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let last = letter.body.last(where: { $0.column == nil }), !last.text.hasSuffix("./.") else { return [] }
    return [error("Nội dung chưa kết thúc bằng «./.».", at: last, "Thêm «./.» vào cuối câu cuối của nội dung.")]
  }
}
