import Database
import Dossiers
import Kernel
import Markup
import WebApp

/// Gathers what is asked of keeping a dossier, and what was answered.
struct HoldScreen {
  var actor: Actor
  var seal: FormSeal
  var transaction: any Transaction

  func form(_ id: Dossier.ID, _ input: FormInput) throws -> HoldFormPage {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    let dossier = found.dossier
    let bounds = try AskHold.bounds(of: dossier, in: transaction)
    let holds = try DossierHoldStore(transaction).list(of: id, visibleTo: actor)
    let waiting = holds.contains { $0.state == .asked } ? "Hồ sơ này đã có đề nghị đang chờ ý kiến." : nil
    return HoldFormPage(
      dossierName: dossier.name, dossierPath: DossierPaths.closing(id),
      due: ArchiveMarks.due(dossier, today: transaction.now.day),
      bound: bounds.map { "Chậm nhất \($0.latest.text): hai năm kể từ ngày đến hạn \($0.due.text)." } ?? "",
      lines: holds.map { hold in
        .init(
          text: "Đến hết \(hold.untilOn.text), \(hold.askedBy)", reason: hold.reason, state: Self.mark(hold),
          answer: Self.answer(hold), path: ArchivePaths.hold(hold.id))
      }, action: ArchivePaths.holding(id), untilName: ArchiveField.until, reasonName: ArchiveField.reason,
      reasonLengthMax: DossierHold.reasonLengthMax, obstacle: AskHold.refusal(of: found)?.message ?? waiting,
      input: input, seal: seal)
  }

  func page(_ id: DossierHold.ID, _ input: FormInput) throws -> HoldPage {
    let hold = try DossierHoldStore(transaction).find(id, visibleTo: actor)
    let dossier = try DossierStore(transaction).find(hold.dossier, visibleTo: actor)
    let obstacle =
      hold.state != .asked
      ? "Đề nghị đã được trả lời." : DossierHold.mayDecide(actor) ? nil : DossierHold.notDecider.message
    return HoldPage(
      dossierName: dossier.name, dossierPath: DossierPaths.show(dossier.id), asker: hold.askedBy, reason: hold.reason,
      due: hold.dueOn.text, until: hold.untilOn.text, state: Self.mark(hold), answer: Self.answer(hold),
      consentAction: "\(ArchivePaths.hold(id))/dong-y", refusalAction: "\(ArchivePaths.hold(id))/khong-dong-y",
      reasonName: ArchiveField.reason, reasonLengthMax: DossierHold.reasonLengthMax, obstacle: obstacle, input: input,
      seal: seal.at(version: hold.version))
  }

  private static func mark(_ hold: DossierHold) -> StateMark {
    StateMark(hold.state.label, hold.state == .granted ? .done : .look)
  }

  private static func answer(_ hold: DossierHold) -> String {
    guard let by = hold.decidedBy, let at = hold.decidedAt else { return "" }
    return "\(by), \(at.text)" + (hold.words.isEmpty ? "" : ": \(hold.words)")
  }
}
