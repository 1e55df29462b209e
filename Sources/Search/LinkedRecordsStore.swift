import Copies
import Database
import Drafts
import IncomingDocuments
import Kernel
import OutgoingDocuments

/// What hangs together with a record: its draft, what it answers, what it became, its copies. A page names these as what
/// they are, so they are not told again as being alike.
struct LinkedRecordsStore {
  let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// From a copy over its document and the draft to what is answered.
  private static let stepsMax = 3

  func linked(to record: RecordReference) throws -> Set<RecordReference> {
    var (known, newest): (Set<RecordReference>, Set<RecordReference>) = ([record], [record])
    for _ in 0..<Self.stepsMax where !newest.isEmpty {
      newest = Set(try newest.flatMap(neighbours)).subtracting(known)
      known.formUnion(newest)
    }
    return known
  }

  private func neighbours(of record: RecordReference) throws -> [RecordReference] {
    let number = record.number
    switch record.code {
    case RecordReference.draftCode:
      return try references(
        """
        SELECT \(RecordReference.outgoingDocumentCode) AS code, id AS number FROM outgoing_documents
        WHERE draft_id = \(number) AND draft_id IS NOT NULL
        UNION ALL SELECT origin_code, origin_number FROM drafts WHERE id = \(number) AND origin_code IS NOT NULL
        """)
    case RecordReference.outgoingDocumentCode:
      return try answered(by: record) + copies(of: record)
        + references(
          """
          SELECT \(RecordReference.draftCode) AS code, draft_id AS number FROM outgoing_documents
          WHERE id = \(number) AND draft_id IS NOT NULL
          """)
    case RecordReference.incomingDocumentCode:
      return try answers(to: record) + copies(of: record)
        + references(
          """
          SELECT \(RecordReference.draftCode) AS code, id AS number FROM drafts
          WHERE origin_code = \(record.code) AND origin_number = \(number) AND origin_code IS NOT NULL
          """)
    case RecordReference.documentCopyCode:
      return try references(
        "SELECT source_code AS code, source_number AS number FROM document_copies WHERE id = \(number)")
    default: return []
    }
  }

  private func copies(of record: RecordReference) throws -> [RecordReference] {
    try references(
      """
      SELECT \(RecordReference.documentCopyCode) AS code, id AS number FROM document_copies
      WHERE source_code = \(record.code) AND source_number = \(record.number)
      """)
  }

  /// Whose work an outgoing document completed.
  private func answered(by record: RecordReference) throws -> [RecordReference] {
    try references(
      """
      SELECT DISTINCT subject_code AS code, subject_number AS number FROM work_items
      WHERE reply_record = \(record.text) AND reply_record IS NOT NULL
      """)
  }

  /// What completed the work on an incoming document.
  private func answers(to record: RecordReference) throws -> [RecordReference] {
    try transaction.rows(
      """
      SELECT DISTINCT reply_record FROM work_items WHERE subject_code = \(record.code)
      AND subject_number = \(record.number) AND reply_record IS NOT NULL
      """
    ).compactMap { RecordReference(text: try $0.get("reply_record")) }
  }

  private func references(_ rows: SQL) throws -> [RecordReference] {
    try transaction.rows(rows).map { RecordReference(code: try $0.get("code"), number: try $0.get("number")) }
  }
}
