import Database
import Dossiers
import Kernel

/// SQL on loans that wait for somebody, and on those that are due.
package struct LoanDeskStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// What waits for this actor: to consent, to lend, to take back what is late, to bring back. Each once, without sorting.
  private func keys(of actor: Actor) -> SQL {
    let today = transaction.now.day
    var parts: [SQL] = ["SELECT id FROM dossier_loans WHERE borrower_post = \(actor.post) AND state = 'out'"]
    if actor.isLeader || actor.isHeadOfOffice {
      parts.append("SELECT id FROM dossier_loans WHERE agency_id = \(actor.agency) AND state = 'waiting'")
    }
    if actor.roles.contains(.archivist) {
      parts += [
        "SELECT id FROM dossier_loans WHERE agency_id = \(actor.agency) AND state = 'asked'",
        "SELECT id FROM dossier_loans WHERE agency_id = \(actor.agency) AND state = 'allowed'",
        """
        SELECT id FROM dossier_loans WHERE agency_id = \(actor.agency) AND state = 'out' AND until_on < \(today)
        AND COALESCE(borrower_post, 0) <> \(actor.post)
        """,
      ]
    }
    return parts.dropFirst().reduce(parts[0]) { "\($0) UNION ALL \($1)" }
  }

  package func waitingCountLater(for actor: Actor) throws -> Later<Int> {
    try transaction.later("SELECT COUNT(*) AS n FROM (\(keys(of: actor)) LIMIT 1001) AS waiting")
      .map { try $0[0].get("n") }
  }

  /// Oldest first.
  package func waiting(for actor: Actor, limit: Int) throws -> [DossierLoan] {
    let ids: [DossierLoan.ID] = try transaction.rows(
      "SELECT id FROM (\(keys(of: actor))) AS waiting ORDER BY id LIMIT \(limit)"
    ).map { try $0.get("id") }
    return try ids.map { try DossierLoanStore(transaction).find($0, visibleTo: actor) }
  }

  /// Loans out whose day is near or past, by day and key, after a place: for the job that reminds.
  func dueForJob(through day: Day, after place: (day: Day, key: Int64)?, limit: Int) throws -> [DossierLoan] {
    let from: SQL = place.map { "AND (until_on, id) > (\($0.day), \($0.key))" } ?? ""
    return try transaction.rows(
      """
      SELECT * FROM dossier_loans WHERE state = 'out' AND until_on <= \(day) \(from)
      ORDER BY until_on, id LIMIT \(limit)
      """
    ).map(DossierLoan.init)
  }

  func dossierForJob(_ id: Dossier.ID) throws -> (notation: String, title: String) {
    let row = try transaction.rows("SELECT notation, title FROM dossiers WHERE id = \(id)")[0]
    return (try row.get("notation"), try row.get("title"))
  }
}

extension DossierLoan {
  init(_ row: Row) throws {
    func mark(_ name: String) throws -> Mark? {
      guard let at: Instant = try row.find("\(name)_at"), let by: String = try row.find("\(name)_by") else {
        return nil
      }
      return Mark(at: at, by: by)
    }
    self.init(
      id: try row.get("id"), agency: try row.get("agency_id"), dossier: try row.get("dossier_id"),
      state: try row.get("state"), askerPost: try row.get("asker_post"), borrowerPost: try row.find("borrower_post"),
      borrowerName: try row.get("borrower_name"), borrowerOrgan: try row.get("borrower_organ"),
      borrowerPaper: try row.get("borrower_paper"), documents: try row.get("documents"),
      reason: try row.get("reason"), untilOn: try row.get("until_on"),
      asked: Mark(at: try row.get("asked_at"), by: try row.get("asked_by")), consented: try mark("consented"),
      allowed: try mark("allowed"), handedOut: try mark("handed"), year: try row.find("year"),
      number: try row.find("number"), ended: try mark("ended"), words: try row.get("words"),
      version: try row.get("version"))
  }
}
