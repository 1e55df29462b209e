import Database
import Dossiers
import FilePlans
import Kernel
import Markup

/// Gathers one transfer.
struct ArchiveTransferScreen {
  static func read(
    _ id: ArchiveTransfer.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> ArchiveTransferPage {
    let store = ArchiveTransferStore(transaction)
    let transfer = try store.find(id, visibleTo: actor)
    let lines = try store.lines(of: id)
    return ArchiveTransferPage(
      title: "Đợt giao nộp \(transfer.name.dropFirst(4))", unit: transfer.unitName, giver: transfer.giverName,
      receiver: transfer.receiverName ?? "", submitted: transfer.submittedAt.text,
      settled: transfer.settledAt?.text ?? "", size: "\(lines.count) hồ sơ, \(lines.files) tệp, \(lines.pages) trang",
      state: ArchiveRoomScreen.state(transfer, lines), rows: lines.map(row),
      prints: ArchivePaths.TransferForm.allCases.map { form in
        .init(
          label: form.label,
          files: form.formats.map { ($0.uppercased(), ArchivePaths.printed(id, form, $0)) },
          obstacle: TransferPrint.refusal(of: form, transfer, lines)?.message)
      },
      back: ArchiveAccess.mayEnter(actor)
        ? Button("Về lưu trữ", path: "\(ArchivePaths.room)?\(ArchiveField.part)=\(ArchiveRoomScreen.transfersPart)")
        : Button("Về nộp lưu", path: ArchivePaths.submission))
  }

  private static func row(_ line: ArchiveTransferLine) -> ArchiveTransferPage.Row {
    let tone: StateMark.Tone =
      switch line.outcome {
      case .waiting: .plain
      case .accepted: .done
      case .returned, .withdrawn: .look
      }
    return .init(
      position: "\(line.position)", path: DossierPaths.show(line.dossier), notation: line.notation, title: line.title,
      time: line.timeText, retention: line.retention.text, pages: "\(line.pageTotal)",
      outcome: StateMark(line.outcome.label, tone), words: line.words)
  }
}
