import Access
import Database
import Dossiers
import FilePlans
import Kernel
import Markup
import WebApp

/// Gathers the check of one dossier that was handed over. Who may not take it over sees the check and why not.
struct ArchiveReviewScreen {
  static func read(
    _ id: Dossier.ID, _ directory: RecordDirectory, _ input: FormInput, _ seal: FormSeal, by actor: Actor,
    in transaction: any Transaction
  ) throws -> ArchiveReviewPage {
    let found = try FoundDossier.find(id, by: actor, in: transaction)
    guard ArchiveAccess.mayEnter(actor) else { throw ArchiveAccess.notEntered }
    let dossier = found.dossier
    let check = try ArchiveCheck.read(dossier, directory, by: actor, in: transaction)
    let terms = try TransferTermsStore(transaction).terms(of: dossier.agency)
    let transfer = try ArchiveTransferStore(transaction).last(of: id, visibleTo: actor)
    let archiving = dossier.archiving
    return ArchiveReviewPage(
      head: .init(
        title: dossier.facts.title, code: dossier.code.text, maker: "\(dossier.makerName), \(dossier.unitName)",
        retention: dossier.facts.retention.text,
        size: "\(dossier.itemCount) văn bản và tài liệu, \(dossier.pageTotal) trang",
        submitted: archiving.submittedAt.map { "\($0.text), \(archiving.submittedBy ?? "")" } ?? "",
        confirmation: dossier.state == .submitted
          ? ArchiveMarks.confirmation(dossier, terms, today: transaction.now.day)
          : StateMark(dossier.state.label, .done).html,
        dossierPath: DossierPaths.show(id), contentsPath: DossierPaths.contents(id),
        transfer: transfer.map { ($0.name, ArchivePaths.transfer($0.id)) }),
      points: check.points.map {
        .init(name: $0.name, expected: $0.expected, found: $0.found, difference: $0.difference)
      },
      form: .init(
        acceptance: ArchivePaths.acceptance(id), giveBackPath: ArchivePaths.giveBackPath(id),
        obstacles: found.refusal(of: .accept).map { [$0.message] } ?? [], noteLengthMax: AcceptDossier.noteLengthMax,
        reasonLengthMax: TakeOutOfDossier.reasonLengthMax, noteName: ArchiveField.note,
        reasonName: ArchiveField.reason), input: input, seal: seal.at(version: dossier.version))
  }
}
