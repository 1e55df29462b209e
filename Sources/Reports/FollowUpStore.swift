import Access
import Database
import Documents
import IncomingDocuments
import Kernel
import Work

/// Which documents the follow-up register tells of: those of a time that somebody was given to handle.
struct FollowUpQuestion: Sendable, Equatable {
  var scope: WorkScope
  var days: ClosedRange<Day>
  var progress: IncomingProgress?
}

/// A line of the register, before its work is told.
struct FollowUpDocument: Sendable, Equatable {
  var id: IncomingDocument.ID
  var arrivalNumber: Int
  var arrivalDay: Day
  var isWithheld: Bool
  var typeKey: String
  var codeText: String
  var issuedOn: Day?
  var issuer: String
  var subject: String
  var toPlaces: String
  var due: Day?
  var note: String
  var progress: IncomingProgress
}

/// SQL of the follow-up register (sổ theo dõi giải quyết văn bản đến).
struct FollowUpStore {
  private let transaction: any Transaction
  private let actor: Actor

  init(_ transaction: any Transaction, for actor: Actor) {
    self.transaction = transaction
    self.actor = actor
  }

  func counts(_ question: FollowUpQuestion) throws -> [IncomingProgress: Int] {
    try transaction.rows(
      """
      SELECT d.progress, COUNT(*) AS n FROM incoming_documents AS d WHERE \(condition(question)) GROUP BY d.progress
      """
    ).reduce(into: [:]) { counts, row in
      guard let progress = IncomingProgress(rawValue: try row.get("progress")) else { return }
      counts[progress] = try row.get("n", as: Int.self)
    }
  }

  /// By day of arrival, a page of them. `key` is that of the last line before.
  func page(
    _ question: FollowUpQuestion, after key: Int64?, limit: Int
  ) throws -> (documents: [FollowUpDocument], next: Int64?) {
    let bound: SQL =
      key.map { "(d.arrival_date, d.id) > (\(Self.day(of: $0)), \($0 & Self.idMask))" } ?? "1 = 1"
    let rows = try transaction.rows(
      """
      SELECT d.id, d.arrival_number, d.arrival_date, d.state, d.type_key, d.number_text, d.notation, d.issued_date,
        d.issuer_name, d.subject, d.to_places, d.handling_due_date, d.note, d.progress
      FROM incoming_documents AS d WHERE \(condition(question)) AND \(bound)
      ORDER BY d.arrival_date, d.id LIMIT \(limit + 1)
      """)
    let documents = try rows.prefix(limit).map(FollowUpDocument.init)
    guard rows.count > limit, let last = documents.last else { return (documents, nil) }
    return (documents, Int64(last.arrivalDay.number) << Self.idBits | last.id.number)
  }

  /// Keys of documents have fewer bits for some centuries.
  private static let idBits: Int64 = 44
  private static let idMask: Int64 = 1 << idBits - 1

  private static func day(of key: Int64) -> Day { Day(number: Int(key >> idBits)) }

  private func condition(_ question: FollowUpQuestion) -> SQL {
    let seen = Access.visible("d.id", kind: RecordReference.incomingDocumentCode, to: actor)
    let scope: SQL =
      switch question.scope {
      case .agency(let agency): "d.agency_id = \(agency)"
      case .unit(let unit, let agency):
        """
        d.agency_id = \(agency) AND \(seen) AND EXISTS (SELECT 1 FROM work_items AS w
        WHERE w.subject_code = \(RecordReference.incomingDocumentCode) AND w.subject_number = d.id
        AND w.unit_id = \(unit))
        """
      case .given: "1 = 0"
      }
    let progress: SQL = question.progress.map { "AND d.progress = \($0.rawValue)" } ?? ""
    return """
      \(scope) AND d.arrival_date >= \(question.days.lowerBound) AND d.arrival_date <= \(question.days.upperBound)
      AND d.state <> 'cancelled' AND d.progress <> 'registered' \(progress)
      """
  }
}

extension FollowUpDocument {
  fileprivate init(_ row: Row) throws {
    id = try row.get("id")
    arrivalNumber = try row.get("arrival_number")
    arrivalDay = try row.get("arrival_date")
    isWithheld = try row.get("state", as: String.self) == IncomingDocument.State.quarantined.rawValue
    typeKey = isWithheld ? "" : try row.get("type_key")
    codeText = isWithheld ? "" : NumberText(number: try row.get("number_text"), notation: try row.get("notation")).text
    issuedOn = isWithheld ? nil : try row.find("issued_date")
    issuer = isWithheld ? "" : try row.get("issuer_name")
    subject = isWithheld ? "(nghi có dấu mật, chờ xử lý)" : try row.get("subject")
    toPlaces = isWithheld ? "" : try row.get("to_places")
    due = try row.find("handling_due_date")
    note = isWithheld ? "" : try row.get("note")
    progress = IncomingProgress(rawValue: try row.get("progress")) ?? .registered
  }
}
