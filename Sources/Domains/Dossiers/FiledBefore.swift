import Access
import Database
import Kernel

/// What was put into the dossiers of the same people before, and what it says of a document that seeks its dossier (HS-04).
struct FiledBefore {
  /// Dossiers that are looked into: those begun last.
  private static let dossiersMax = 20
  /// Newest documents of each that are compared.
  private static let documentsMax = 6
  /// So many of one sender make a habit.
  private static let habitMin = 2

  private let summaries: [(dossier: Dossier.ID, isMine: Bool, summary: RecordSummary)]

  static func read(
    _ dossiers: [Dossier], _ directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> FiledBefore {
    let items = try FilingCandidateStore(transaction).newest(
      in: dossiers.prefix(Self.dossiersMax).map(\.id), each: Self.documentsMax)
    let found = try directory.summaries(of: items.map(\.record), visibleTo: actor, in: transaction)
    return FiledBefore(
      summaries: items.compactMap { item in
        guard let summary = found[item.record], !summary.isWithheld else { return nil }
        return (item.dossier, item.addedBy == actor.nameOnRecord, summary)
      })
  }

  /// Dossiers that hold something like the document, the most like first; then those into which the actor puts what comes
  /// from the same sender. With the reason of each.
  func dossiers(like document: RecordSummary) -> [(dossier: Dossier.ID, reason: String)] {
    let others = summaries.filter { $0.summary.reference != document.reference }
    let words = LikelyDossiers.words(document.subject)
    let alike = others.map { ($0, LikelyDossiers.share(words, LikelyDossiers.words($0.summary.subject))) }
      .filter { $0.1 >= LikelyDossiers.shareMin }.sorted { $0.1 > $1.1 }
      .map { (dossier: $0.0.dossier, reason: "có văn bản trích yếu gần giống: \($0.0.summary.bookName)") }
    return alike + habits(others, document)
  }

  private func habits(
    _ others: [(dossier: Dossier.ID, isMine: Bool, summary: RecordSummary)], _ document: RecordSummary
  ) -> [(dossier: Dossier.ID, reason: String)] {
    let sender = document.issuer
    guard !sender.isEmpty else { return [] }
    let counts = others.filter { $0.isMine && $0.summary.issuer == sender }
      .reduce(into: [Dossier.ID: Int]()) { $0[$1.dossier, default: 0] += 1 }
    return counts.filter { $0.value >= Self.habitMin }
      .sorted { ($0.value, $0.key) > ($1.value, $1.key) }
      .map { ($0.key, "anh/chị đã đưa \($0.value) văn bản của \(sender) vào đây") }
  }
}
