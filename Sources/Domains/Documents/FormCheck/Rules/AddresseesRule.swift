/// «Kính gửi» on letters and what goes up, nowhere else; a list with hyphens, semicolons and a final stop.
enum AddresseesRule: FormRule {
  static let rule = "kinh-gui"
  static let title = "Kính gửi"
  static let article = FormArticle.annexOne("mục II.9")

  /// Types that may carry it: letters, what goes up, and what is sent to somebody by its nature.
  static let mayHave: Set<String> = [
    "congVan", "thuCong", "toTrinh", "baoCao", "giayMoi", "phieuGui", "phieuChuyen", "phieuBao", "congDien",
  ]

  static func findings(in letter: Letter, facts: FormFacts) -> [FormFinding] {
    guard let type = facts.type ?? letter.type else { return [] }
    guard let head = letter.addressees.first else {
      return type.key == "congVan"
        ? [error("Công văn thiếu «Kính gửi».", "Thêm «Kính gửi: …» trước nội dung.")] : []
    }
    if type.isAdministrative, !mayHave.contains(type.key) {
      return [
        advice(
          "\(type.name) thường không có «Kính gửi».", at: head,
          "Chỉ công văn và văn bản gửi lên cấp trên (tờ trình, báo cáo) mới ghi «Kính gửi»; nơi nhận khác ghi ở «Nơi nhận»."
        )
      ]
    }
    var findings: [FormFinding] = []
    if !head.text.hasPrefix("Kính gửi:") {
      findings.append(error("«Kính gửi» viết chưa đúng.", at: head, "Viết «Kính gửi:» có dấu hai chấm."))
    }
    if !isSize(head.size, 13...14) {
      findings.append(error("«Kính gửi» cỡ \(head.size.written).", at: head, "Đặt cỡ chữ 13 hoặc 14, chữ đứng."))
    }
    let list = letter.addressees.dropFirst()
    if let line = list.dropLast().first(where: { !$0.text.hasSuffix(";") }) {
      findings.append(error("Dòng trong danh sách kính gửi thiếu dấu chấm phẩy.", at: line, "Kết thúc dòng bằng «;»."))
    }
    if let last = list.last, !last.text.hasSuffix(".") {
      findings.append(
        error("Danh sách kính gửi chưa kết thúc bằng dấu chấm.", at: last, "Kết thúc dòng cuối bằng «.»."))
    }
    return findings
  }
}
