import Kernel
import Papers

/// Dots that stand for a word.
private let placeholder = Pattern(/(^|[\s(«])…[.…]*([\s,;:\/)»]|$)/)

/// What must not go out with the document: changes still tracked, remarks, unfilled fields, matter from elsewhere.
enum LeftOverRule: FormRule {
  static let rule = "con-sot"
  static let title = "Dấu vết soạn thảo còn sót"
  static let article = "Quy tắc của hệ thống: văn bản phát hành không mang dấu vết soạn thảo"

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    let carried = letter.document.carried
    var findings: [FormFinding] = []
    if carried.contains(.trackedChanges) {
      findings.append(
        error("Tệp còn sửa đổi đang theo dõi.", "Trong Word: Xem lại, chấp nhận hoặc từ chối hết các sửa đổi."))
    }
    if carried.contains(.comments) {
      findings.append(error("Tệp còn nhận xét bên lề.", "Trong Word: Xem lại, xóa hết nhận xét."))
    }
    if let line = letter.lines.first(where: { $0.text.contains("{{") }) {
      findings.append(
        error("Còn trường của mẫu chưa được điền.", at: line, "Điền nội dung thay cho trường trong ngoặc {{ }}."))
    }
    let dotted = letter.body.filter { $0.hasPlaceholder }
    if let first = dotted.first {
      findings.append(
        error(
          "Còn \(dotted.count) đoạn có chỗ «…» của mẫu chưa soạn.", at: first,
          "Viết nội dung vào chỗ «…», hoặc xóa đoạn không dùng."))
    }
    if carried.contains(.outsideContent) {
      findings.append(
        advice("Tệp lấy nội dung từ nơi khác khi mở (ảnh, mẫu, liên kết).", "Dán nội dung vào tệp thay cho liên kết."))
    }
    if carried.contains(.embeddedObjects) {
      findings.append(advice("Tệp có đối tượng nhúng (bảng tính, tệp khác).", "Chuyển thành bảng, ảnh hoặc phụ lục."))
    }
    return findings
  }
}

extension LetterLine {
  /// Dots that stand alone for words still to be written: «…», «Đề nghị …», «trân trọng …./.»; not those that end a word
  /// («v.v…») or a list of figures.
  fileprivate var hasPlaceholder: Bool { text.contains(placeholder.regex) }
}
