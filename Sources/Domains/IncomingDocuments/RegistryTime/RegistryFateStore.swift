import Database
import Documents
import Kernel
import Work
import WorkCalendar

/// The registry's steps against their limits: what a figure counts and its list shows is one expression, in which the
/// limit of each day of a span comes from the calendar.
extension IncomingDocumentStore {
  /// How a step stands, as the expressions below say it; 0 where there is none.
  private static let standings: [RegistryFate.Outcome: [Int]] = [
    .onTime: [1], .waiting: [2, 4], .late: [3], .waitingLate: [4],
  ]

  /// A condition on `incoming_documents` for documents that arrived within the span (default: the last month).
  func went(_ fate: RegistryFate, from: Day?, to: Day?, agency: AgencyID) throws -> SQL {
    guard let span = Span(from: from, to: to, today: transaction.now.day) else { return "1 = 0" }
    let standing = try standing(fate.step, span, agency: agency)
    return "\(span.condition) AND \(standing) IN (\(.list(Self.standings[fate.outcome] ?? [])))"
  }

  /// How many documents of a span (default: the last month) went how, of the first `cap`: each figure is the length of
  /// the list that it opens.
  package func counts(
    _ step: RegistryStep, from: Day? = nil, to: Day? = nil, visibleTo actor: Actor, cap: Int
  ) throws -> [RegistryFate.Outcome: Int] {
    guard let span = Span(from: from, to: to, today: transaction.now.day) else { return [:] }
    let standing = try standing(step, span, agency: actor.agency)
    let counted = try transaction.rows(
      """
      SELECT standing, COUNT(*) AS n
      FROM (\(Self.own(span.condition, "\(standing) AS standing", limit: cap, visibleTo: actor))) AS stood GROUP BY standing
      """)
    let byStanding = try Dictionary(
      uniqueKeysWithValues: counted.map { (try $0.get("standing", as: Int.self), try $0.get("n", as: Int.self)) })
    return Self.standings.mapValues { $0.reduce(0) { $0 + byStanding[$1, default: 0] } }
  }

  private struct Span {
    var days: ClosedRange<Day>
    var today: Day

    init?(from: Day?, to: Day?, today: Day) {
      let last = min(to ?? today, today)
      let first = max(from ?? last - (RegistryFate.usualDays - 1), last - (RegistryFate.daysMax - 1))
      guard first <= last else { return nil }
      (days, self.today) = (first...last, today)
    }

    var condition: SQL {
      """
      incoming_documents.id >= \(IdentifierSource.floor(at: Instant(days.lowerBound)))
      AND incoming_documents.arrival_date >= \(days.lowerBound) AND incoming_documents.arrival_date <= \(days.upperBound)
      AND incoming_documents.state = 'registered'
      """
    }
  }

  private func standing(_ step: RegistryStep, _ span: Span, agency: AgencyID) throws -> SQL {
    let duty = try RegistryDuty(of: agency, in: transaction)
    let limits = DayLimits(duty, span.days)
    switch step {
    case .register: return registered(limits)
    case .present: return presented(limits)
    case .transfer: return transferred(DayLimits(duty, span.days.lowerBound...span.today))
    case .acknowledge: return acknowledged
    // What came in is not issued.
    case .issue: return "0"
    }
  }

  /// Of what is urgent only the day of arrival is known, so it is late when that day is over. A line of an old book,
  /// which bears the midnight of its day, was never to be registered here.
  private func registered(_ limits: DayLimits) -> SQL {
    """
    CASE WHEN (incoming_documents.registered_at + 25200000) % 86400000 = 0 THEN 0
      WHEN incoming_documents.registered_at < (CASE WHEN incoming_documents.urgency <> 'normal'
        THEN \(limits.soft(of: .register, on: Self.arrival)) ELSE \(limits.hard(of: .register, on: Self.arrival)) END)
      THEN 1 ELSE 3 END
    """
  }

  private func presented(_ limits: DayLimits) -> SQL {
    let limit: SQL = """
      (CASE WHEN incoming_documents.urgency <> 'normal'
        THEN incoming_documents.registered_at + \(limits.duty.alarm.wholeMilliseconds)
        ELSE \(limits.hard(of: .present, on: Self.arrival)) END)
      """
    return """
      CASE WHEN \(Self.stands(at: .registered)) THEN CASE WHEN \(limit) <= \(transaction.now) THEN 4 ELSE 2 END
      ELSE COALESCE((SELECT CASE WHEN asked.first_at IS NULL THEN 0 WHEN asked.first_at < \(limit) THEN 1 ELSE 3 END
        FROM (SELECT MIN(work_items.given_at) AS first_at FROM work_items
          WHERE work_items.subject_code = \(RecordReference.incomingDocumentCode)
            AND work_items.subject_number = incoming_documents.id) AS asked), 0) END
      """
  }

  /// A document is as late as the latest of those it was sent to. What was sent is found before it is compared:
  /// PostgreSQL otherwise writes the day of the paper out again at each of a thousand comparisons.
  private func transferred(_ limits: DayLimits) -> SQL {
    let due: SQL = """
      (CASE WHEN t.written_on IS NOT NULL THEN
          CASE WHEN incoming_documents.urgency <> 'normal' THEN \(limits.soft(of: .transfer, on: .day("t.written_on")))
            ELSE \(limits.hard(of: .transfer, on: .day("t.written_on"))) END
        WHEN incoming_documents.urgency <> 'normal' THEN t.given_at + \(limits.duty.alarm.wholeMilliseconds)
        ELSE \(limits.hard(of: .transfer, on: .instant("t.given_at"))) END)
      """
    return """
      COALESCE((WITH t AS MATERIALIZED (\(TransferStore.sent("work_items.subject_number = incoming_documents.id")))
        SELECT MAX(CASE
          WHEN t.received_at IS NULL THEN CASE WHEN \(due) <= \(transaction.now) THEN 4 ELSE 2 END
          WHEN t.received_at >= \(due) THEN 3 ELSE 1 END)
        FROM t), 0)
      """
  }

  /// The day of the notice is known, not its hour: «trong ngày» asks for no more.
  private var acknowledged: SQL {
    """
    COALESCE((SELECT CASE
      WHEN n.told_on IS NULL THEN CASE WHEN incoming_documents.arrival_date < \(transaction.now.day) THEN 4 ELSE 2 END
      WHEN n.told_on <= incoming_documents.arrival_date THEN 1 ELSE 3 END
      FROM reception_notices AS n WHERE n.document_id = incoming_documents.id), 0)
    """
  }

  private static let arrival = DayLimits.Place.day("incoming_documents.arrival_date")
}

/// Limits of steps that begin on a day of a span, as an expression: a tree of comparisons, so that a year costs nine.
struct DayLimits {
  /// Where the day stands.
  enum Place {
    case day(SQL)
    case instant(SQL)

    func isBefore(_ day: Day) -> SQL {
      switch self {
      case .day(let place): "\(place) < \(day)"
      case .instant(let place): "\(place) < \(Instant(day))"
      }
    }
  }

  let duty: RegistryDuty
  private let days: ClosedRange<Day>

  init(_ duty: RegistryDuty, _ days: ClosedRange<Day>) {
    self.duty = duty
    self.days = days
  }

  func hard(of step: RegistryStep, on place: Place) -> SQL {
    tree(days.lowerBound.number, days.upperBound.number, place) {
      duty.calendar.limits(of: step, from: Instant($0), urgentWithin: nil).hard
    }
  }

  func soft(of step: RegistryStep, on place: Place) -> SQL {
    tree(days.lowerBound.number, days.upperBound.number, place) {
      duty.calendar.limits(of: step, from: Instant($0), urgentWithin: nil).soft
    }
  }

  /// Later days have no earlier limit, so a span whose ends agree is all one.
  private func tree(_ first: Int, _ last: Int, _ place: Place, _ limit: (Day) -> Instant) -> SQL {
    let (begin, end) = (limit(Day(number: first)), limit(Day(number: last)))
    guard begin != end else { return "CAST(\(begin) AS BIGINT)" }
    let middle = (first + last + 1) / 2
    return """
      CASE WHEN \(place.isBefore(Day(number: middle))) THEN \(tree(first, middle - 1, place, limit))
        ELSE \(tree(middle, last, place, limit)) END
      """
  }
}
