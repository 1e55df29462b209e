import Database
import Dossiers
import FilePlans
import Kernel
import Markup
import WebApp

/// Gathers what the actor may hand to the archive.
struct SubmissionScreen {
  static let rowsPerPage = 50

  static func read(
    _ query: Form, ticked: Set<String> = [], seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> SubmissionPage {
    var place: ArchiveListing.Place?
    if let day = Day(isoText: query[ArchiveField.afterDay]), let key = Int64(query[ArchiveField.afterKey]) {
      place = .init(day: day, key: key)
    }
    let found = try DossierArchiveListStore(transaction).submittable(by: actor, after: place, limit: rowsPerPage)
    let listed = found.prefix(rowsPerPage)
    let today = transaction.now.day
    let store = ArchiveTransferStore(transaction)
    var page = SubmissionPage(
      rows: listed.map { dossier in
        let choice = ChosenDossier(dossier.id, version: dossier.version)
        let reason = dossier.archiving.returnReason
        return .init(
          box: ArchiveMarks.box(choice, dossier, isTicked: ticked.contains(choice.text)),
          path: DossierPaths.show(dossier.id), notation: dossier.code.notation, title: dossier.facts.title,
          maker: dossier.makerName, retention: dossier.facts.retention.text,
          due: ArchiveMarks.due(dossier, today: today), target: ArchiveMarks.target(dossier, today: today),
          returned: reason.isEmpty ? nil : reason, holdPath: ArchivePaths.holding(dossier.id))
      }, action: ArchivePaths.submission, seal: seal)
    page.transfers = try store.list(.newest, limit: 9, visibleTo: actor).map {
      ArchiveRoomScreen.row($0, try store.lines(of: $0.id))
    }
    if found.count > rowsPerPage, let last = listed.last, let day = last.archiving.limitOn {
      page.pager = Pager(
        older:
          "\(ArchivePaths.submission)?\(ArchiveField.afterDay)=\(day.isoText)&\(ArchiveField.afterKey)=\(last.id)",
        olderLabel: "Tiếp theo ›")
    }
    return page
  }
}
