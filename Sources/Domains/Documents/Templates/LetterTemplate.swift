import Papers

/// The layout of an administrative document (Decree 30/2020, Annexes I and III): head, body skeleton, foot.
package struct LetterTemplate: Sendable {
  package var fields: LetterFields

  package init(_ fields: LetterFields) { self.fields = fields }

  private var form: LetterForm { LetterForm(fields.type) }

  /// The document to be written as .docx.
  package var sheet: WordSheet {
    var blocks = head
    if form != .letter { blocks += title }
    blocks += addressees + LetterSkeleton(fields).blocks
    blocks += form.hasTwoSigners ? twoSigners : foot
    return WordSheet(title: "\(fields.type.name): \(fields.subject)", blocks: blocks)
  }

  // The two columns of boxes 1 to 5b; the widths let Quốc hiệu stand on one line.
  private static let left = 66.0
  private static let right = 94.0

  private var head: [FormBlock] {
    let name = FormStyle(size: 12, alignment: .center)
    var bold = name
    bold.isBold = true
    var issuer: [FormBlock] = []
    if let superior = fields.superiorName { issuer.append(.text(superior.uppercased(), name)) }
    issuer += [.text(fields.issuerName.uppercased(), bold), .rule(width: Self.left * 0.35, of: Self.left)]
    let national: [FormBlock] = [
      .text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold),
      .text("Độc lập - Tự do - Hạnh phúc", FormStyle(size: 13, isBold: true, alignment: .center)),
      .rule(width: 57, of: Self.right),
    ]
    var number: [FormBlock] = [.text("Số:       /\(fields.symbol)", FormStyle(size: 13, alignment: .center))]
    if form == .letter {
      number.append(.text("V/v \(fields.subject)", FormStyle(size: 12, alignment: .center, spaceBefore: 2.12)))
    }
    // Minutes have no line of place and date.
    let date =
      form == .minutes
      ? []
      : [
        FormBlock.text(
          "\(fields.place), ngày      tháng      năm \(fields.year)",
          FormStyle(size: 13, isItalic: true, alignment: .center))
      ]
    return [
      .columns([.init(width: Self.left, issuer), .init(width: Self.right, national)]),
      .columns([.init(width: Self.left, number), .init(width: Self.right, date)]),
    ]
  }

  private var title: [FormBlock] {
    let bold = FormStyle(size: 14, isBold: true, alignment: .center, keepsWithNext: true)
    var first = bold
    first.spaceBefore = 5
    return [
      .text(fields.type.name.uppercased(), first), .text(fields.subject.startingUpper, bold),
      .rule(width: 50, of: WordSheet.innerWidth),
    ]
  }

  private var addressees: [FormBlock] {
    guard fields.showsAddressees else { return [] }
    let style = FormStyle(size: 14, spaceBefore: 4, firstLineIndent: 25.4)
    if fields.addressees.count == 1 { return [.text("Kính gửi: \(fields.addressees[0])", style)] }
    let last = fields.addressees.count - 1
    return [.text("Kính gửi:", style)]
      + fields.addressees.enumerated().map { index, name in
        .text("- \(name)\(index == last ? "." : ";")", FormStyle(size: 14, firstLineIndent: 38.1))
      }
  }

  private var recipients: [FormBlock] {
    [.text("Nơi nhận:", FormStyle(size: 12, isBold: true, isItalic: true))]
      + fields.recipientLines.map { .text($0, FormStyle(size: 11)) }
  }

  private var foot: [FormBlock] {
    [
      .space(3),
      .columns([
        .init(width: 78, recipients), .init(width: 82, Self.signature(fields.signature.lines, fields.signerName)),
      ]),
    ]
  }

  /// Secretary left, chair right; the parties of an agreement.
  private var twoSigners: [FormBlock] {
    let titles = form == .minutes ? ["THƯ KÝ", "CHỦ TỌA"] : ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"]
    return [
      .space(3),
      .columns([
        .init(width: 80, Self.signature([titles[0]], "")),
        .init(width: 80, Self.signature([titles[1]], form == .minutes ? fields.signerName : "")),
      ]),
      .space(2),
    ] + recipients
  }

  private static func signature(_ lines: [String], _ name: String) -> [FormBlock] {
    let bold = FormStyle(size: 13, isBold: true, alignment: .center)
    var last = FormStyle(size: 14, isBold: true, alignment: .center)
    last.spaceBefore = 24
    return lines.map { .text($0, bold) } + [.text(name, last)]
  }
}

extension String {
  /// With a capital first letter.
  var startingUpper: String { prefix(1).uppercased() + dropFirst() }
}
