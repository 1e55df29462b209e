import Kernel
import Papers
import Registers

/// The short note that goes back with a paper (phiếu trả văn bản): to whom, what, why.
struct ReturnSlipForm: Sendable {
  var parentAgencyName: String?
  var agencyName: String
  var placeName: String
  var paper: ReturnedPaper
  /// Who printed it, when, from which system (PL6-6a).
  var provenance: String

  var printedForm: PrintedForm {
    PrintedForm(
      title: "Phiếu trả văn bản", provenance: provenance,
      sections: [FormSection(.portrait, blocks: head + body + signature)])
  }

  private var head: [FormBlock] {
    let bold = FormStyle(size: 12, isBold: true, alignment: .center)
    let superior = parentAgencyName.map {
      [FormBlock.text($0.uppercased(), FormStyle(size: 12, alignment: .center))]
    }
    let left = (superior ?? []) + [.text(agencyName.uppercased(), bold), .rule(width: 25, of: 70)]
    let right: [FormBlock] = [
      .text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold),
      .text("Độc lập - Tự do - Hạnh phúc", FormStyle(size: 13, isBold: true, alignment: .center)),
      .rule(width: 56, of: 95),
      .text(
        "\(placeName), \(paper.returnedAt.day.writtenOut)",
        FormStyle(size: 13, isItalic: true, alignment: .center, spaceBefore: 2)),
    ]
    return [
      .columns([FormColumnBlock(width: 70, left), FormColumnBlock(width: 95, right)]), .space(10),
      .text("PHIẾU TRẢ VĂN BẢN", FormStyle(size: 14, isBold: true, alignment: .center)), .space(4),
      .text("Kính gửi: \(paper.facts.sender)", FormStyle(size: 14, alignment: .center)), .space(4),
    ]
  }

  private var body: [FormBlock] {
    let style = FormStyle(size: 14, alignment: .justify, spaceBefore: 2.5, firstLineIndent: 12.7)
    let facts = paper.facts
    let what = [
      facts.codeText.isEmpty ? nil : "số \(facts.codeText)", facts.subject.isEmpty ? nil : "«\(facts.subject)»",
    ].compactMap { $0 }.joined(separator: ", ")
    var lines = [
      "\(agencyName) nhận được văn bản \(what.isEmpty ? "của quý cơ quan" : what) và xin trả lại nơi gửi.",
      "Lý do: \(facts.reason)", "Cách trả: \(facts.way.label).",
    ]
    if !facts.condition.isEmpty { lines.insert("Tình trạng khi nhận: \(facts.condition)", at: 2) }
    return lines.map { .text($0, style) }
  }

  private var signature: [FormBlock] {
    [
      .space(8),
      .columns([
        FormColumnBlock(width: 82, FormSignature.place("NGƯỜI NHẬN LẠI", hint: "(Ký, ghi rõ họ và tên)")),
        FormColumnBlock(width: 83, FormSignature.place("VĂN THƯ", hint: "(Ký, ghi rõ họ và tên)")),
      ]),
    ]
  }
}
