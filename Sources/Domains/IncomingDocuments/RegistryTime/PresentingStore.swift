import Database
import Documents
import Kernel
import WorkCalendar

/// Presenting against its limits, as a condition: the limit of each day of a span comes from the calendar.
extension IncomingDocumentStore {
  /// A condition on `incoming_documents` for documents that arrived within the span (default: the last month).
  func presented(_ fate: PresentingFate, from: Day?, to: Day?, agency: AgencyID) throws -> SQL {
    let last = min(to ?? transaction.now.day, transaction.now.day)
    let first = max(from ?? last - (PresentingFate.usualDays - 1), last - (PresentingFate.daysMax - 1))
    guard first <= last else { return "1 = 0" }
    let duty = try RegistryDuty(of: agency, in: transaction)
    let limits = (first.number...last.number).map { number -> SQL in
      let day = Day(number: number)
      let limit = duty.calendar.limits(of: .present, from: Instant(day), urgentWithin: nil).hard
      return "WHEN \(day) THEN \(limit)"
    }
    let limit: SQL = """
      CASE WHEN incoming_documents.urgency <> 'normal'
        THEN incoming_documents.registered_at + \(duty.alarm.wholeMilliseconds)
        ELSE CASE incoming_documents.arrival_date \(limits.joined(separator: " ")) ELSE 253402300800000 END END
      """
    let presentedAt: SQL = """
      (SELECT MIN(given_at) FROM work_items WHERE work_items.subject_code = \(RecordReference.incomingDocumentCode)
        AND work_items.subject_number = incoming_documents.id)
      """
    let span: SQL = """
      incoming_documents.id >= \(IdentifierSource.floor(at: Instant(first)))
      AND incoming_documents.arrival_date >= \(first) AND incoming_documents.arrival_date <= \(last)
      """
    switch fate {
    case .waitingLate: return "\(span) AND \(Self.stands(at: .registered)) AND \(limit) <= \(transaction.now)"
    case .onTime: return "\(span) AND incoming_documents.state = 'registered' AND \(presentedAt) < (\(limit))"
    case .late: return "\(span) AND incoming_documents.state = 'registered' AND \(presentedAt) >= (\(limit))"
    }
  }

  /// How many documents of the last month went so, counted up to `cap`: the list that `presenting` opens.
  package func presentedCount(_ fate: PresentingFate, visibleTo actor: Actor, cap: Int) throws -> Int {
    let condition = try presented(fate, from: nil, to: nil, agency: actor.agency)
    return try transaction.rows(
      "SELECT COUNT(*) AS n FROM (\(Self.own(condition, "id", limit: cap, visibleTo: actor))) AS counted")[0].get("n")
  }
}
