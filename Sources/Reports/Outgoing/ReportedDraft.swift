import Access
import Database
import Documents
import Drafts
import Kernel

/// A draft as the report on outgoing documents tells of it: to whom it belongs and how far it is. What it is about is
/// told only to who may see the draft.
struct ReportedDraft: Sendable {
  var id: Draft.ID
  var unit: UnitID
  var drafterName: String
  var begunAt: Instant
  var typeKey: String
  var urgency: Urgency
  var progress: DraftProgress
  /// Nil for who may not see it.
  var subject: String?
}

/// SQL on drafts for the report: the figures are those of the reader's agency or unit, which ReportsAccess has checked.
struct DraftReportStore {
  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let batchRows = 500

  /// Drafts of the actor's agency begun within this time, in that order.
  func begun(_ span: Range<Instant>, of actor: Actor) throws -> [ReportedDraft] {
    var (all, last): ([ReportedDraft], ReportedDraft?) = ([], nil)
    while true {
      let from: SQL =
        last.map { "(assigned_at, id) > (\($0.begunAt), \($0.id))" } ?? "assigned_at >= \(span.lowerBound)"
      let batch = try transaction.rows(
        """
        SELECT id, unit_id, drafter_name, assigned_at, type_key, urgency, progress,
          CASE WHEN \(Access.visible("drafts.id", kind: RecordReference.draftCode, to: actor)) THEN subject END AS subject
        FROM drafts WHERE agency_id = \(actor.agency) AND \(from) AND assigned_at < \(span.upperBound)
        ORDER BY assigned_at, id LIMIT \(Self.batchRows)
        """
      ).map(ReportedDraft.init)
      all += batch
      guard batch.count == Self.batchRows, let end = batch.last else { return all }
      last = end
    }
  }
}

extension ReportedDraft {
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.get("id"), unit: try row.get("unit_id"), drafterName: try row.get("drafter_name"),
      begunAt: try row.get("assigned_at"), typeKey: try row.get("type_key"),
      urgency: Urgency(rawValue: try row.get("urgency")) ?? .normal, progress: try row.get("progress"),
      subject: try row.find("subject"))
  }
}
