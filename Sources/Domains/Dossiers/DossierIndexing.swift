import Access
import Database
import FilePlans
import Kernel
import SearchIndex

/// What search knows of a dossier: its head and the text of its own files (PL6-64). Its documents are found by themselves.
enum DossierIndexing {
  /// - Parameter known: who takes part, where the caller has read that.
  static func index(
    _ dossier: Dossier, _ known: [DossierParticipant]? = nil, in transaction: any Transaction
  ) throws {
    try Access.index(.dossier(dossier.id), content(of: dossier, known, in: transaction), in: transaction)
  }

  static func content(
    of dossier: Dossier, _ known: [DossierParticipant]? = nil, in transaction: any Transaction
  ) throws -> SearchContent {
    let facts = dossier.facts
    let fields = [
      dossier.code.text, facts.title, facts.keyword, facts.note, dossier.makerName, dossier.unitName,
      facts.retention.text, facts.mode.label, facts.startedOn.text, dossier.endedOn?.text ?? "",
      dossier.state.label, facts.kind.label,
    ]
    return SearchContent(
      metadata: SearchMetadata.text(
        number: "", symbol: dossier.code.notation, fields: fields.filter { !$0.isEmpty }),
      parts: try texts(of: dossier, known, in: transaction).enumerated().map {
        SearchPart(part: $0.offset + 1, text: $0.element)
      })
  }

  /// Everybody who finds the dossier may read these words: none of what is kept from some of them.
  private static func texts(
    of dossier: Dossier, _ known: [DossierParticipant]?, in transaction: any Transaction
  ) throws -> [String] {
    guard dossier.state != .destroyed, try DossierRights.areContentsSeen(dossier, known, in: transaction) else {
      return []
    }
    return try DossierReadingStore(transaction).texts(of: dossier.id)
  }
}

/// Every dossier, for checking the index.
package struct IndexedDossiers: IndexedRecords {
  package let code = RecordReference.dossierCode

  package init() {}

  package func count(in transaction: any Transaction) throws -> Int { try DossierStore(transaction).count() }

  package func numbers(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [Int64] {
    try DossierStore(transaction).numbers(after: number, limit: limit)
  }

  package func content(of number: Int64, locked: Bool, in transaction: any Transaction) throws -> SearchContent? {
    try DossierStore(transaction).findForJob(Dossier.ID(number), locked: locked).map {
      try DossierIndexing.content(of: $0, in: transaction)
    }
  }
}
