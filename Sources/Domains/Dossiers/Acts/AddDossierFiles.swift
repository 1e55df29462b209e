import Audit
import Database
import Documents
import FileVault
import Kernel

/// Puts files of its own into a dossier: photos, recordings, e-mails, papers that have no number (HS-04).
package struct AddDossierFiles: Sendable {
  /// One of them, with what it says of itself: an e-mail has a subject and a date.
  package struct Added: Sendable, Equatable {
    package var kept: KeptFile
    package var title: String
    package var datedOn: Day?

    package init(_ kept: KeptFile, title: String = "", datedOn: Day? = nil) {
      self.kept = kept
      self.title = title.isEmpty ? kept.name : title
      self.datedOn = datedOn
    }
  }

  package var dossier: Dossier.ID
  package var files: [Added]
  /// What they are; empty: what each says of itself, or its name.
  package var title: String
  /// When they were made; nil: as each says, or today.
  package var datedOn: Day?
  /// Somebody has looked: no secrecy mark (MAT-05).
  package var isVouchedOpen: Bool

  package init(
    _ dossier: Dossier.ID, _ files: [Added], title: String, datedOn: Day?, isVouchedOpen: Bool
  ) {
    self.dossier = dossier
    self.files = files
    self.title = title.normalizedLine
    self.datedOn = datedOn
    self.isVouchedOpen = isVouchedOpen
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Dossier {
    let found = try FoundDossier.lock(dossier, .fill, by: actor, in: transaction)
    try Secrecy.refuseMarked([title] + files.map(\.title))
    if let refusal = Refusal(obstacles(today: transaction.now.day)) { throw refusal }
    let store = DossierItemStore(transaction)
    let today = transaction.now.day
    var matching = try MatchContents(dossier, in: transaction)
    for added in files {
      let file = added.kept
      try StoredFileStore(transaction).add(file.stored)
      let matter = DossierFile(
        title: name(of: added), name: file.name, kind: file.kind,
        bytes: file.stored.bytes, hash: file.stored.hash)
      let item = DossierItem(
        id: try transaction.nextID(DossierItem.ID.self, of: "dossier_items"), dossier: dossier,
        matter: .file(matter), ordinal: 0, datedOn: day(of: added, today), pageCount: file.pageCount ?? 0,
        firstPage: 0, addedAt: transaction.now, addedBy: actor.nameOnRecord)
      try store.add(item)
      try matching.match(MatchableContent(item, nil))
      try Audit.record(.dossierFilled(matter.title), on: .dossier(dossier), by: actor, in: transaction)
    }
    try store.settle(dossier, from: files.map { day(of: $0, today) }.min() ?? today)
    try ReadDossierFilesJob.ask(for: found.dossier, in: transaction)
    return found.dossier
  }

  private func name(of added: Added) -> String {
    let name = title.isEmpty ? added.title : files.count == 1 ? title : "\(title): \(added.kept.name)"
    return String(name.prefix(DossierFile.titleLengthMax))
  }

  /// An e-mail from a clock that runs ahead is of today.
  private func day(of added: Added, _ today: Day) -> Day { datedOn ?? min(added.datedOn ?? today, today) }

  private func obstacles(today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if files.isEmpty { reasons.append(.init("Chưa chọn tệp nào.", field: DossierField.file)) }
    if title.count > DossierFile.titleLengthMax {
      reasons.append(.init("Dài quá \(DossierFile.titleLengthMax) ký tự.", field: DossierField.title))
    }
    if let datedOn, datedOn > today {
      reasons.append(.init("Ngày của tài liệu không thể ở tương lai.", field: DossierField.startedOn))
    }
    if !files.isEmpty, !isVouchedOpen {
      reasons.append(
        .init("Hãy xem từng trang, tích «\(Secrecy.vouchLabel)» rồi chọn lại tệp.", field: DossierField.vouched))
    }
    return reasons
  }
}
