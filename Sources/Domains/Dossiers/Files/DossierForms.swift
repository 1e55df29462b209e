import FilePlans
import Foundation
import Kernel
import Papers
import VietnameseText

/// What is printed of a dossier (ND30, Annex V; TT on closing notes): the list of contents, the cover, the closing note.
package struct DossierForms {
  var agencyName: String
  var dossier: Dossier
  var lines: [DossierLine]
  /// Its parts, named after its own documents.
  var parts: [Dossier]
  var placeName: String
  /// Day of the print.
  var today: Day
  /// Who printed it, when, from which system.
  var provenance: String

  private var inner: Double { FormSection(.portrait, blocks: []).innerWidth }
  private let bold = FormStyle(size: 13, isBold: true, alignment: .center)
  private let plain = FormStyle(size: 13, alignment: .center)
  private let left = FormStyle(size: 13, spaceBefore: 2)

  package init(
    agencyName: String, dossier: Dossier, lines: [DossierLine], parts: [Dossier] = [], placeName: String, today: Day,
    provenance: String
  ) {
    self.agencyName = agencyName
    self.dossier = dossier
    self.lines = lines
    self.parts = parts
    self.placeName = placeName
    self.today = today
    self.provenance = provenance
  }

  package func form(_ form: DossierPaths.Form) -> PrintedForm {
    switch form {
    case .contents: contents
    case .cover: cover
    case .closing: closing
    }
  }

  /// Mục lục văn bản, tài liệu (form 7.3): seven columns.
  private var contents: PrintedForm {
    let widths = [10.0, 26, 22, 47, 28, 17, 15]
    let titles = [
      "STT", "Số, ký hiệu văn bản", "Ngày tháng năm văn bản", "Tên loại và trích yếu nội dung văn bản",
      "Tác giả văn bản", "Tờ số/Trang số", "Ghi chú",
    ]
    let columns = zip(titles, widths).map { FormTable.Column($0, width: $1, $1 < 25 ? .center : .start) }
    let tables = stride(from: 0, to: max(lines.count, 1), by: PrintedForm.tableRowsMax).map { first -> FormBlock in
      let rows = lines.dropFirst(first).prefix(PrintedForm.tableRowsMax).map { line in
        FormTable.Row([
          "\(line.item.ordinal)", line.codeText, line.dateText, line.title, line.author, line.item.pagesText, "",
        ])
      }
      return .table(FormTable(columns: columns, rows: rows))
    }
    let head: [FormBlock] = [
      header, .space(4), .text("MỤC LỤC VĂN BẢN, TÀI LIỆU", FormStyle(size: 14, isBold: true, alignment: .center)),
      .text("Số, ký hiệu hồ sơ: \(dossier.code.notation)", plain), .text("Năm \(dossier.code.year)", plain), .space(3),
    ]
    return PrintedForm(
      title: "Mục lục văn bản hồ sơ \(dossier.code.notation)", provenance: provenance,
      sections: [FormSection(.portrait, numbering: .fromOne, blocks: head + tables + partLines)])
  }

  private var partLines: [FormBlock] {
    guard !parts.isEmpty else { return [] }
    return [.space(4), .text("Hồ sơ này có \(parts.count) hồ sơ con:", left)]
      + parts.map {
        .text(
          "\($0.code.notation): \($0.facts.title) (\($0.itemCount) văn bản, tài liệu, \($0.pageTotal) trang)", left)
      }
  }

  /// Bìa hồ sơ.
  private var cover: PrintedForm {
    let facts = dossier.facts
    let ended = dossier.endedOn.map { "đến ngày \($0.text)" } ?? "đến ngày …/…/…"
    let blocks: [FormBlock] = [
      header(width: inner - 12), .space(45), .text("HỒ SƠ", FormStyle(size: 26, isBold: true, alignment: .center)),
      .space(8),
      .text(facts.title, FormStyle(size: 16, isBold: true, alignment: .center)), .space(10),
      .text("Từ ngày \(facts.startedOn.text) \(ended)", plain),
      .text("Gồm \(dossier.itemCount) văn bản, tài liệu; \(dossier.pageTotal) trang", plain), .space(45),
      .columns([
        FormColumnBlock(
          width: inner / 2,
          [
            .text("Mã hồ sơ: \(dossier.code.text)", left), .text("Số, ký hiệu: \(dossier.code.notation)", left),
            .text("Người lập: \(dossier.makerName)", left),
          ]),
        FormColumnBlock(
          width: inner / 2 - 12,
          [
            .text("THỜI HẠN BẢO QUẢN", bold), .text(facts.retention.text, plain),
            .text("Chế độ sử dụng: \(facts.mode.label.lowercased())", plain),
          ]),
      ]),
    ]
    return PrintedForm(
      title: "Bìa hồ sơ \(dossier.code.notation)", provenance: provenance,
      sections: [FormSection(.portrait, isFramed: true, blocks: blocks)])
  }

  /// Chứng từ kết thúc.
  private var closing: PrintedForm {
    let day = dossier.endedOn == nil ? today : dossier.closedAt?.day ?? today
    let written = "\(placeName), \(day.writtenOut)"
    let counted = [
      "Hồ sơ này gồm: \(dossier.itemCount) văn bản, tài liệu, \(dossier.pageTotal) trang.",
      "Viết bằng chữ: \(NumberWords.text(dossier.itemCount)) văn bản, tài liệu; \(NumberWords.text(dossier.pageTotal)) trang.",
      "Mục lục văn bản: có, \(dossier.itemCount) mục.", "Thời hạn bảo quản: \(dossier.facts.retention.text).",
      "Tình trạng tài liệu: tệp điện tử trong hệ thống, kiểm tra toàn vẹn theo mã băm SHA-256.",
    ]
    let blocks: [FormBlock] =
      [
        header, .space(6), .text("CHỨNG TỪ KẾT THÚC", FormStyle(size: 14, isBold: true, alignment: .center)),
        .text("Hồ sơ \(dossier.code.text): \(dossier.facts.title)", FormStyle(size: 13, alignment: .center)), .space(5),
      ] + counted.map { .text($0, FormStyle(size: 13, alignment: .justify, spaceBefore: 2)) } + [
        .space(5),
        .columns([
          FormColumnBlock(width: inner / 2, []),
          FormColumnBlock(
            width: inner / 2,
            [
              .text(written, FormStyle(size: 13, isItalic: true, alignment: .center)), .text("NGƯỜI LẬP HỒ SƠ", bold),
              .space(22), .text(dossier.makerName.components(separatedBy: ", ").first ?? "", bold),
            ]),
        ]),
      ]
    return PrintedForm(
      title: "Chứng từ kết thúc hồ sơ \(dossier.code.notation)", provenance: provenance,
      sections: [FormSection(.portrait, blocks: blocks)])
  }

  private var header: FormBlock { header(width: inner) }

  private func header(width: Double) -> FormBlock {
    .nationalHead(
      agencyName, dossier.unitName, widths: (width * 0.42, width * 0.58), rules: (22, 50))
  }
}
