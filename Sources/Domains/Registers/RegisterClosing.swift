import Kernel
import Papers

/// The closing part of a printed book (phần chốt sổ): what it holds, with the places to sign.
package struct RegisterClosing: Sendable, Equatable {
  /// After «Sổ này có … trang»: «, từ số 1 đến số 152».
  package var extent: String
  package var sentence: String
  /// Địa danh.
  package var placeName: String
  package var printedOn: Day

  package init(extent: String, sentence: String, placeName: String, printedOn: Day) {
    self.extent = extent
    self.sentence = sentence
    self.placeName = placeName
    self.printedOn = printedOn
  }

  package var blocks: [FormBlock] {
    let body = FormStyle(size: 14, alignment: .justify, spaceBefore: 2.5, firstLineIndent: 12.7)
    return [
      .space(8), .text("PHẦN CHỐT SỔ", FormStyle(size: 14, isBold: true, alignment: .center)), .space(4),
      .paragraph(FormParagraph([.text("Sổ này có "), .pageNumber, .text(" trang\(extent).")], body)),
      .text(sentence, body), .space(6),
      .columns([
        FormColumnBlock(
          width: 130, FormSignature.place("VĂN THƯ", hint: "(Ký, ghi rõ họ và tên)", after: [.text(" ")])),
        FormColumnBlock(
          width: 130,
          FormSignature.place(
            "THỦ TRƯỞNG CƠ QUAN", hint: "(Ký, ghi rõ họ và tên, đóng dấu)",
            after: [
              .text("\(placeName), \(printedOn.writtenOut)", FormStyle(size: 13, isItalic: true, alignment: .center))
            ])),
      ]),
    ]
  }
}
