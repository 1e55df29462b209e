import Access
import Database
import Kernel

/// One line of a dossier's list of contents (mục lục văn bản), as the reader may see it.
package struct DossierLine: Sendable, Equatable {
  package var item: DossierItem
  /// Of the document; nil for a file of the dossier's own, and for what the reader may not see any more.
  package var summary: RecordSummary?
  /// A file of the dossier's own that is kept back from this reader: they see that it is there, and nothing of it.
  package var isFileHidden = false
  /// How the reading of its files stands; nil for a document.
  package var reading: DossierReading?

  /// Số, ký hiệu văn bản.
  package var codeText: String { described?.codeText ?? (isHidden ? "" : summary?.notation ?? "") }
  package var dateText: String { isHidden ? "" : item.datedOn.text }
  /// Tên loại và trích yếu.
  package var title: String {
    if isFileHidden { return "(tài liệu giữ riêng cho người lập và cùng lập hồ sơ)" }
    if item.isWithheld { return item.file?.title ?? "" }
    if let file = item.file { return described.map { "\($0.typeName): \(file.title)" } ?? file.title }
    if summary == nil, item.isKeptBack { return "(văn bản giữ riêng cho người lập và cùng lập hồ sơ)" }
    guard let summary, !summary.isWithheld else { return "(văn bản đang bị giữ lại hoặc đã hủy)" }
    let type = summary.filing?.typeName ?? ""
    return type.isEmpty ? summary.subject : "\(type): \(summary.subject)"
  }
  /// Tác giả văn bản.
  package var author: String { described?.organName ?? (isHidden ? "" : summary?.issuer ?? "") }

  private var described: DescribedDocument? { isHidden ? nil : item.file?.described }
  private var isHidden: Bool { isFileHidden || item.isWithheld || summary?.isWithheld ?? false }
}

/// Reads what lies in a dossier, with what the domains of the documents say of them.
package struct DossierContents {
  let directory: RecordDirectory
  let transaction: any Transaction

  package init(_ directory: RecordDirectory, _ transaction: any Transaction) {
    self.directory = directory
    self.transaction = transaction
  }

  /// In order, after an ordinal: one batch for each kind of document.
  ///
  /// - Parameter known: who takes part, where the caller has read that.
  package func lines(
    of dossier: Dossier, _ known: [DossierParticipant]? = nil, after ordinal: Int = 0, limit: Int,
    visibleTo actor: Actor
  ) throws -> [DossierLine] {
    try told(DossierItemStore(transaction).list(of: dossier.id, after: ordinal, limit: limit), dossier, known, actor)
  }

  /// Some of it, by its keys.
  func lines(_ items: [DossierItem.ID], of found: FoundDossier, visibleTo actor: Actor) throws -> [DossierLine] {
    let dossier = found.dossier
    return try told(DossierItemStore(transaction).list(items, of: dossier.id), dossier, found.participants, actor)
  }

  /// The lines of items that were read already.
  func told(
    _ items: [DossierItem], _ dossier: Dossier, _ known: [DossierParticipant]?, _ actor: Actor
  ) throws -> [DossierLine] {
    let summaries = try directory.summaries(of: items.compactMap(\.record), visibleTo: actor, in: transaction)
    let own = items.filter { $0.file != nil }.map(\.id)
    let hidden: Set<DossierItem.ID> =
      own.isEmpty
      ? [] : Set(try DossierRights.hiddenFiles(in: dossier, known, from: actor, in: transaction).map(\.id))
    let readings = try DossierReadingStore(transaction).standing(of: own)
    return items.map { item in
      DossierLine(
        item: item, summary: item.record.flatMap { summaries[$0] }, isFileHidden: hidden.contains(item.id),
        reading: readings[item.id])
    }
  }

  /// Whether files of its own are kept back from this reader.
  package func hidesFiles(in dossier: Dossier, from actor: Actor) throws -> Bool {
    try !DossierRights.hiddenFiles(in: dossier, from: actor, in: transaction).isEmpty
  }

  /// Whether something in it is withheld for a secrecy mark: nothing that was made of all of it is given out.
  package func holdsWithheldFiles(in dossier: Dossier.ID) throws -> Bool {
    try !DossierItemStore(transaction).withheldHashes(in: dossier).isEmpty
  }

  /// All of it: for prints and for closing. A dossier holds at most some thousands.
  package func all(
    of dossier: Dossier, _ known: [DossierParticipant]? = nil, visibleTo actor: Actor
  ) throws -> [DossierLine] {
    try lines(of: dossier, known, limit: dossier.itemCount, visibleTo: actor)
  }
}
