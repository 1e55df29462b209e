import Access
import Database
import Dossiers
import Kernel

extension DossierLoan.State: SQLConvertible {}

/// All SQL on loans. A loan is seen by whoever sees its dossier and looks after the archive, or borrows.
package struct DossierLoanStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    dossier_loans.id, dossier_loans.agency_id, dossier_loans.dossier_id, dossier_loans.state,
    dossier_loans.asker_post, dossier_loans.borrower_post, dossier_loans.borrower_name, dossier_loans.borrower_organ,
    dossier_loans.borrower_paper, dossier_loans.documents, dossier_loans.reason, dossier_loans.until_on,
    dossier_loans.asked_at, dossier_loans.asked_by, dossier_loans.consented_at, dossier_loans.consented_by,
    dossier_loans.allowed_at, dossier_loans.allowed_by, dossier_loans.handed_at, dossier_loans.handed_by,
    dossier_loans.year, dossier_loans.number, dossier_loans.ended_at, dossier_loans.ended_by, dossier_loans.words,
    dossier_loans.version
    """

  private static let missing = Refusal(.notFound, "Không tìm thấy phiếu mượn này.")

  private static func scope(of actor: Actor) -> SQL {
    PaperAccess.seesArchive(actor)
      ? "dossier_loans.agency_id = \(actor.agency)" : "dossier_loans.borrower_post = \(actor.post)"
  }

  private static func visible(to actor: Actor) -> SQL {
    Access.visible("dossier_loans.dossier_id", kind: RecordReference.dossierCode, to: actor)
  }

  package func find(_ id: DossierLoan.ID, visibleTo actor: Actor, lock: Bool = false) throws -> DossierLoan {
    if lock { _ = try transaction.rows("SELECT id FROM dossier_loans WHERE id = \(id) \(transaction.rowLock)") }
    let rows = try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE id = \(id) AND (\(Self.scope(of: actor))
        OR dossier_loans.asker_post = \(actor.post)) AND \(Self.visible(to: actor))
      """)
    guard let row = rows.first else { throw Self.missing }
    return try DossierLoan(row)
  }

  private func condition(_ part: LoanPart) -> SQL {
    let late: SQL = part == .late ? "AND dossier_loans.until_on < \(transaction.now.day)" : ""
    return "dossier_loans.state = \(part.state) \(late)"
  }

  /// The part of the register that the actor sees, newest first. One more than `limit` tells that there is more.
  func list(_ part: LoanPart, _ page: KeysetPage = .newest, limit: Int, visibleTo actor: Actor) throws -> [DossierLoan]
  {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE \(Self.scope(of: actor)) AND \(condition(part))
      AND \(page.bound("dossier_loans.id")) AND \(Self.visible(to: actor))
      ORDER BY dossier_loans.id \(page.direction) LIMIT \(limit + 1)
      """
    ).map(DossierLoan.init)
  }

  func count(_ part: LoanPart, visibleTo actor: Actor) throws -> Int {
    try transaction.rows(
      """
      SELECT COUNT(*) AS n FROM (SELECT 1 FROM dossier_loans WHERE \(Self.scope(of: actor))
      AND \(condition(part)) LIMIT 1001) AS found
      """)[0].get("n")
  }

  /// Of one dossier, newest first: all for who looks after the archive, else the actor's own.
  func list(of dossier: Dossier.ID, limit: Int = 50, visibleTo actor: Actor) throws -> [DossierLoan] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE dossier_id = \(dossier)
      AND (\(Self.scope(of: actor)) OR dossier_loans.asker_post = \(actor.post)) AND \(Self.visible(to: actor))
      ORDER BY dossier_loans.id DESC LIMIT \(limit)
      """
    ).map(DossierLoan.init)
  }

  /// Lines of the printed register of a year, in order, after a number.
  func register(_ year: Int, after number: Int, limit: Int, visibleTo actor: Actor) throws -> [DossierLoan] {
    guard PaperAccess.seesArchive(actor) else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE agency_id = \(actor.agency) AND year = \(year)
      AND number > \(number) ORDER BY number LIMIT \(limit)
      """
    ).map(DossierLoan.init)
  }

  /// Who has the papers, or may fetch them; nil when they lie in their box.
  func holding(_ dossier: Dossier.ID) throws -> DossierLoan? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE dossier_id = \(dossier)
      AND state IN ('allowed', 'out')
      """
    ).first.map(DossierLoan.init)
  }

  /// Those of the dossiers whose papers are with somebody.
  func holding(among dossiers: [Dossier.ID]) throws -> [Dossier.ID: DossierLoan] {
    guard !dossiers.isEmpty else { return [:] }
    let found = try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_loans WHERE dossier_id IN (\(.list(dossiers.map(\.number))))
      AND state IN ('allowed', 'out')
      """
    ).map(DossierLoan.init)
    return Dictionary(found.map { ($0.dossier, $0) }, uniquingKeysWith: { $1 })
  }

  /// Why nothing is done with papers that somebody has.
  func outRefusal(of dossier: Dossier) throws -> Refusal? {
    guard let loan = try holding(dossier.id), loan.state == .out else { return nil }
    return Refusal(
      .conflict,
      "Bản giấy của hồ sơ \(dossier.code.notation) đang cho \(loan.borrower) mượn đến hết \(loan.untilOn.text). Nhận lại rồi mới làm được việc này."
    )
  }

  func takeNumber(_ agency: AgencyID, year: Int) throws -> Int {
    try transaction.rows(
      """
      INSERT INTO dossier_loan_series (agency_id, year, last_number) VALUES (\(agency), \(year), 1)
      ON CONFLICT (agency_id, year) DO UPDATE SET last_number = dossier_loan_series.last_number + 1
      RETURNING last_number
      """)[0].get("last_number")
  }

  func add(_ loan: DossierLoan) throws {
    let twice = Refusal(.conflict, "Anh/chị đã đề nghị mượn hồ sơ này rồi, đang chờ trả lời.")
    try refusing("dossier_loans_asked", as: twice) {
      try transaction.run(
        """
        INSERT INTO dossier_loans (id, agency_id, dossier_id, state, asker_post, borrower_post, borrower_name,
          borrower_organ, borrower_paper, documents, reason, until_on, asked_at, asked_by, words, version)
        VALUES (\(loan.id), \(loan.agency), \(loan.dossier), \(loan.state), \(loan.askerPost), \(loan.borrowerPost),
          \(loan.borrowerName), \(loan.borrowerOrgan), \(loan.borrowerPaper), \(loan.documents), \(loan.reason),
          \(loan.untilOn), \(loan.asked.at), \(loan.asked.by), '', \(loan.version))
        """)
    }
  }

  func save(_ loan: DossierLoan, from version: Int) throws {
    let taken = Refusal(.conflict, "Bản giấy của hồ sơ này đang có người mượn; nhận lại rồi mới cho mượn tiếp được.")
    let changed = try refusing("dossier_loans_open", as: taken) {
      try transaction.run(
        """
        UPDATE dossier_loans SET state = \(loan.state), consented_at = \(loan.consented?.at),
          consented_by = \(loan.consented?.by), allowed_at = \(loan.allowed?.at), allowed_by = \(loan.allowed?.by),
          handed_at = \(loan.handedOut?.at), handed_by = \(loan.handedOut?.by), year = \(loan.year),
          number = \(loan.number), ended_at = \(loan.ended?.at), ended_by = \(loan.ended?.by), words = \(loan.words),
          version = version + 1
        WHERE id = \(loan.id) AND version = \(version)
        """)
    }
    guard changed == 1 else {
      throw Refusal(.conflict, "Phiếu mượn vừa được người khác xử lý. Hãy tải lại trang; chưa có gì bị ghi đè.")
    }
  }

  /// Forgets what loans of a dossier that is destroyed said; their numbers, days and borrowers stay in the register.
  func veil(_ dossier: Dossier.ID) throws {
    try transaction.run(
      "UPDATE dossier_loans SET reason = '', documents = '', words = '' WHERE dossier_id = \(dossier)")
    // What was only asked is answered by the end of the dossier.
    try transaction.run(
      """
      UPDATE dossier_loans SET state = 'declined', ended_at = \(transaction.now), ended_by = 'Hệ thống',
        version = version + 1
      WHERE dossier_id = \(dossier) AND state IN ('waiting', 'asked')
      """)
  }
}
