import Papers

/// The layout of an administrative document (Decree 30/2020, Annexes I and III): head, body skeleton, foot.
package struct LetterTemplate: Sendable {
  package var fields: LetterFields
  /// The body, a paragraph each, of a document that is written already; empty for the skeleton with its dots.
  private var text: [String]

  package init(_ fields: LetterFields, text: [String] = []) {
    self.fields = fields
    self.text = text
  }

  private var form: LetterForm { LetterForm(fields.type) }

  /// The document to be written as .docx.
  package var sheet: WordSheet {
    var blocks = head
    if form != .letter { blocks += title }
    blocks += addressees + (text.isEmpty ? LetterSkeleton(fields).blocks : text.map(LetterSkeleton.line))
    blocks += form.hasTwoSigners ? twoSigners : foot
    return WordSheet(title: "\(fields.type.name): \(fields.subject)", blocks: blocks)
  }

  // The two columns of boxes 1 to 5b; the widths let Quốc hiệu stand on one line.
  private static let left = 66.0
  private static let right = 94.0
  /// As long as the words over it, in bold of 13 points (Annex I.II.1); the cell's own margins take three millimetres.
  private static let mottoWidth = 60.0

  /// About how long a line of bold print of 14 points is, millimetres: the rule under it is a third to a half of it.
  private static func width(of text: String) -> Double { Double(min(text.count, 65)) * 2.45 }

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
      .rule(width: Self.mottoWidth, of: Self.right),
    ]
    var number: [FormBlock] = [.text("Số:         /\(fields.symbol)", FormStyle(size: 13, alignment: .center))]
    if form == .letter {
      number.append(.text("V/v \(fields.subject)", FormStyle(size: 12, alignment: .center, spaceBefore: 2.12)))
    }
    if let mark = urgencyMark { number.append(mark) }
    // Minutes have no line of place and date.
    let date =
      form == .minutes
      ? []
      : [
        FormBlock.text(
          "\(fields.place), ngày       tháng       năm \(fields.year)",
          FormStyle(size: 13, isItalic: true, alignment: .center))
      ]
    return [
      .columns([.init(width: Self.left, issuer), .init(width: Self.right, national)]),
      .columns([.init(width: Self.left, number), .init(width: Self.right, date)]),
    ]
  }

  /// Boxes 10a and 10b: as stamped, under the number (Annex I.III.2).
  private var urgencyMark: FormBlock? {
    guard let width = fields.urgency.markWidth else { return nil }
    return .text(
      fields.urgency.mark,
      FormStyle(
        // The longest of the marks stands on one line; the law allows 13 and 14.
        size: fields.urgency == .veryUrgent ? 13 : 14, isBold: true, alignment: .center, spaceBefore: 4, spaceAfter: 2,
        mark: .init(width: width, of: Self.left)))
  }

  private var title: [FormBlock] {
    let bold = FormStyle(size: 14, isBold: true, alignment: .center, keepsWithNext: true)
    var first = bold
    first.spaceBefore = 5
    guard form.hasSubject else {
      first.spaceAfter = 3
      return [.text(fields.type.name.uppercased(), first)]
    }
    return [
      .text(fields.type.name.uppercased(), first), .text(fields.subject.startingUpper, bold),
      .rule(width: min(60, max(12, Self.width(of: fields.subject) * 0.4)), of: WordSheet.innerWidth),
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

extension Urgency {
  /// How wide its mark is stamped, in millimetres; nil for none.
  fileprivate var markWidth: Double? {
    switch self {
    case .normal: nil
    case .urgent: 20
    case .veryUrgent: 40
    case .express: 30
    }
  }
}
