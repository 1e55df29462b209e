import Papers

/// What stands between head and foot of a document that is still to be written: the parts that its form asks for, with
/// dots where the drafter goes on.
struct LetterSkeleton {
  var fields: LetterFields

  init(_ fields: LetterFields) { self.fields = fields }

  private static let text = FormStyle(
    size: 14, alignment: .justify, spaceBefore: 2.12, firstLineIndent: 12.7)

  static func line(_ text: String) -> FormBlock { .text(text, Self.text) }

  private func line(_ text: String) -> FormBlock { Self.line(text) }

  private func lines(_ texts: String...) -> [FormBlock] { texts.map(line) }

  private func basis(_ text: String) -> FormBlock {
    var style = Self.text
    style.isItalic = true
    return .text(text, style)
  }

  private func article(_ number: Int, _ text: String) -> FormBlock {
    .paragraph(FormParagraph([.bold("Điều \(number). "), .text(text)], Self.text))
  }

  private func centred(_ text: String, size: Double = 14) -> FormBlock {
    .text(
      text, FormStyle(size: size, isBold: true, alignment: .center, spaceBefore: 4, spaceAfter: 2, keepsWithNext: true))
  }

  var blocks: [FormBlock] {
    switch LetterForm(fields.type) {
    case .resolution: resolution
    case .decision: decision
    case .letter: fields.type.key == "thuCong" ? lines("…", "Trân trọng./.") : letter
    case .telegram: telegram
    case .invitation: invitation
    case .introduction: introduction
    case .minutes: minutes
    case .leave: leave
    case .attachedRules: attachedRules
    case .agreement: agreement
    case .named: named
    }
  }

  private var resolution: [FormBlock] {
    [
      centred(fields.issuerName.uppercased()), basis(firstBasis), basis("Căn cứ …."), centred("QUYẾT NGHỊ:"),
      article(1, "…"), article(2, "… chịu trách nhiệm thi hành Nghị quyết này./."),
    ]
  }

  private var decision: [FormBlock] {
    [
      centred(authority), basis("Căn cứ …;"), basis(firstBasis), basis("Theo đề nghị của …."),
      centred("QUYẾT ĐỊNH:"),
    ] + articles
      + [article(fields.lastArticle, "… chịu trách nhiệm thi hành Quyết định này./.")]
  }

  private var articles: [FormBlock] {
    guard fields.bringsText else { return [article(1, "…")] }
    let act = fields.subject.lowercased().contains("phê duyệt") ? "Phê duyệt" : "Ban hành"
    return [
      article(1, "\(act) kèm theo Quyết định này …"),
      article(2, "Quyết định này có hiệu lực thi hành kể từ ngày …."),
    ]
  }

  /// Who decides: the office that the signature stands for, of the agency.
  private var authority: String {
    var office = fields.signature.lines.first ?? ""
    for short in ["KT. ", "TL. ", "TUQ. ", "TM. ", "Q. "] where office.hasPrefix(short) {
      office.removeFirst(short.count)
    }
    let agency = fields.issuerName.uppercased()
    return agency.hasPrefix(office) || office.hasSuffix(agency) ? agency : "\(office)\n\(agency)"
  }

  private var firstBasis: String { fields.answers.isEmpty ? "Căn cứ …;" : "Căn cứ \(fields.answers);" }

  private var letter: [FormBlock] {
    if !fields.answers.isEmpty {
      return lines(
        "Phúc đáp \(fields.answers), \(fields.issuerName) có ý kiến như sau:", "…",
        "\(fields.issuerName) trân trọng …./.")
    }
    return lines("…", "Đề nghị …", "\(fields.issuerName) trân trọng …./.")
  }

  private var telegram: [FormBlock] {
    let names = fields.addressees.isEmpty ? ["…"] : fields.addressees
    return [centred("\(fields.issuerName.uppercased()) ĐIỆN:")]
      + names.map { line("- \($0)\($0 == names.last ? "." : ";")") } + lines("…", "…./.")
  }

  private var invitation: [FormBlock] {
    lines(
      "\(fields.issuerName) trân trọng kính mời: \(fields.addressees.isEmpty ? "…" : fields.addressees.joined(separator: "; "))",
      "Tới dự: …", "Chủ trì: …", "Thời gian: …", "Địa điểm: …",
      "…./.")
  }

  private var introduction: [FormBlock] {
    lines(
      "\(fields.issuerName) trân trọng giới thiệu:", "Ông (bà): …", "Chức vụ: …", "Được cử đến: …", "Về việc: …",
      "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
      "Giấy này có giá trị đến hết ngày …./.")
  }

  private var minutes: [FormBlock] {
    lines(
      "Thời gian bắt đầu: …", "Địa điểm: …", "Thành phần tham dự: …", "Chủ trì (chủ tọa): …",
      "Thư ký (người ghi biên bản): …", "Nội dung (theo diễn biến cuộc họp, hội nghị, hội thảo):", "…",
      "Cuộc họp (hội nghị, hội thảo) kết thúc vào … giờ …, ngày … tháng … năm …./.")
  }

  private var leave: [FormBlock] {
    lines(
      "Xét Đơn xin nghỉ phép ngày … của ông (bà) …", "\(fields.issuerName) cấp cho:", "Ông (bà): …", "Chức vụ: …",
      "Được nghỉ phép năm … trong thời gian … ngày, kể từ ngày … đến hết ngày … tại …",
      "Số ngày nghỉ phép nêu trên được tính vào thời gian … (nếu có)./.")
  }

  private var attachedRules: [FormBlock] {
    let note = FormStyle(size: 14, isItalic: true, alignment: .center)
    return [
      .text("(Kèm theo Quyết định số        /QĐ-… ngày    tháng    năm     của …)", note), centred("Chương I"),
      centred("QUY ĐỊNH CHUNG"), article(1, "Phạm vi điều chỉnh"), line("…"), article(2, "Đối tượng áp dụng"),
      line("…"), centred("Chương II"), centred("ĐIỀU KHOẢN THI HÀNH"), article(3, "Trách nhiệm thi hành"), line("…./."),
    ]
  }

  private var agreement: [FormBlock] {
    [basis("Căn cứ …."), line("Hôm nay, ngày … tháng … năm …, tại …, chúng tôi gồm:")]
      + lines("BÊN A: \(fields.issuerName)", "Người đại diện: …", "BÊN B: …", "Người đại diện: …")
      + [article(1, "…"), article(2, "…"), line("… được lập thành … bản có giá trị như nhau./.")]
  }

  private var named: [FormBlock] {
    let first =
      fields.answers.isEmpty
      ? "…" : "Thực hiện \(fields.answers), \(fields.issuerName) \(fields.type.name.lowercased()) …"
    return lines(first, "I. …", "1. …", "a) …", "…./.")
  }
}
