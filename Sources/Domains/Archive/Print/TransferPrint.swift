import Kernel
import Papers
import VietnameseText

/// What is printed of a transfer, made of what was stored when it was handed over: the same whenever it is printed.
struct TransferPrint {
  var transfer: ArchiveTransfer
  var lines: [ArchiveTransferLine]
  /// Who printed it, when, from which system.
  var provenance: String

  /// Why there is nothing to print yet, or at all; nil when there is.
  static func refusal(
    of form: ArchivePaths.TransferForm, _ transfer: ArchiveTransfer, _ lines: [ArchiveTransferLine]
  ) -> Refusal? {
    switch form {
    case .list:
      return lines.standing.isEmpty ? Refusal(.conflict, "Không hồ sơ nào của đợt này được nhận.") : nil
    case .minutes:
      if transfer.settledAt == nil {
        return Refusal(.conflict, "Biên bản có khi lưu trữ đã nhận hoặc trả lại mọi hồ sơ của đợt.")
      }
      return lines.count(.accepted) == 0 ? Refusal(.conflict, "Không hồ sơ nào của đợt này được nhận.") : nil
    }
  }

  func form(_ form: ArchivePaths.TransferForm) -> PrintedForm {
    switch form {
    case .list: TransferListForm(transfer: transfer, lines: lines.standing, provenance: provenance).printedForm
    case .minutes:
      TransferMinutesForm(
        transfer: transfer, lines: lines.filter { $0.outcome == .accepted }, provenance: provenance
      ).printedForm
    }
  }

  /// The head that names the superior, or the agency with its unit, and the national motto.
  static func head(_ above: String, _ own: String, width: Double) -> FormBlock {
    .nationalHead(above, own, widths: (width * 0.44, width * 0.56), rules: (22, 50))
  }

  /// A place to sign: «Người lập», with name and position.
  static func signature(_ title: String, _ name: String, width: Double) -> FormColumnBlock {
    FormColumnBlock(
      width: width,
      [
        .text(title, FormStyle(isBold: true, alignment: .center, keepsWithNext: true)),
        .text("(Ký, ghi rõ họ tên, chức vụ)", FormStyle(size: 11, isItalic: true, alignment: .center)), .space(22),
        .text(name, FormStyle(isBold: true, alignment: .center)),
      ])
  }
}
