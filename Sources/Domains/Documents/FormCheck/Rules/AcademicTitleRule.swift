/// No academic titles, honours or ranks before the signer's name.
enum AcademicTitleRule: FormRule {
  static let rule = "hoc-vi"
  static let title = "Học hàm, học vị, danh hiệu trước họ tên"
  static let article = FormArticle.annexOne("mục II.7")

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let line = letter.signerName else { return [] }
    let words = [
      "gs", "pgs", "ts", "ths", "tskh", "ks", "cn", "bs", "bscki", "bsckii", "ls", "dai ta", "thuong ta", "trung ta",
      "thieu ta", "dai tuong", "thuong tuong", "trung tuong", "thieu tuong", "nghe si", "nha giao", "giao su",
      "tien si", "thac si", "ky su",
    ]
    let folded = line.folded
    guard words.contains(where: { folded.hasPrefix("\($0).") || folded.hasPrefix("\($0) ") }) else { return [] }
    return [
      error(
        "Trước họ tên có học hàm, học vị, quân hàm hoặc danh hiệu.", at: line,
        "Chỉ ghi họ tên; ngoại lệ (lực lượng vũ trang, giáo dục, y tế, khoa học) do người đứng đầu ngành quy định.")
    ]
  }
}
