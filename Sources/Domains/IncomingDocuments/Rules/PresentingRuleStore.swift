import Database
import Kernel
import Organization
import Registers
import Work

/// All SQL of the rules of an agency.
struct PresentingRuleStore {
  private static let columns: SQL = """
    id, agency_id, position, name, book_name, type_key, issuer_words, subject_words, holder, holder_name, role,
    term_days, basis, leader_post, leader_name, laid_by, laid_at, ended_at, version
    """

  private let transaction: any Transaction

  init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Rules in force, in the order in which they are tried.
  func list(of agency: AgencyID) throws -> [PresentingRule] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM presenting_rules WHERE agency_id = \(agency) AND ended_at IS NULL
      ORDER BY position, id
      """
    ).map(PresentingRule.init)
  }

  /// The rule that a document's facts fall under: the first that catches it, of those whose leader still leads. Nil when
  /// it has to be presented.
  func first(for document: IncomingDocument) throws -> PresentingRule? {
    let rules = try list(of: document.agency)
    guard !rules.isEmpty else { return nil }
    let book = try bookNames([document])[document.book] ?? ""
    let leaders = try leaders(of: document.agency)
    return rules.first { leaders.contains($0.leader) && $0.catches(document.facts, bookName: book) }
  }

  /// Posts that may give directives now.
  func leaders(of agency: AgencyID) throws -> Set<PostID> {
    Set(try OrganizationStore(transaction).posts(of: agency, with: .leader).map(\.id))
  }

  /// Names of the books in which these documents stand.
  func bookNames(_ documents: [IncomingDocument]) throws -> [RegisterBook.ID: String] {
    let rows = try transaction.rows(
      "SELECT id, name FROM registers WHERE id IN (\(.list(Array(Set(documents.map(\.book))))))")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("id"), try $0.get("name")) })
  }

  /// A rule of the actor's agency, ended ones too.
  func find(_ id: PresentingRule.ID, visibleTo actor: Actor) throws -> PresentingRule { try one(id, actor, "") }

  func lock(_ id: PresentingRule.ID, visibleTo actor: Actor) throws -> PresentingRule {
    try one(id, actor, transaction.rowLock)
  }

  private func one(_ id: PresentingRule.ID, _ actor: Actor, _ lock: SQL) throws -> PresentingRule {
    guard PresentingRuleAccess.mayRead(actor) else { throw PresentingRuleAccess.notReader }
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM presenting_rules WHERE id = \(id) AND agency_id = \(actor.agency) \(lock)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy quy tắc này.") }
    return try PresentingRule(row)
  }

  private static func naming(_ post: PostID) -> SQL {
    "ended_at IS NULL AND (leader_post = \(post) OR holder = \(HolderChoice.post(post).text))"
  }

  /// Rules in force that name a post, by their keys, after one.
  func naming(_ post: PostID, after key: Int64, limit: Int) throws -> [PresentingRule] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM presenting_rules WHERE \(Self.naming(post)) AND id > \(key) ORDER BY id LIMIT \(limit)
      """
    ).map(PresentingRule.init)
  }

  /// One of them, held until the transaction ends; nil when it names the post no longer.
  func held(_ id: PresentingRule.ID, naming post: PostID) throws -> PresentingRule? {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM presenting_rules WHERE id = \(id) AND \(Self.naming(post)) \(transaction.rowLock)
      """
    ).first.map(PresentingRule.init)
  }

  func add(_ rule: PresentingRule) throws {
    let terms = rule.terms
    try transaction.run(
      """
      INSERT INTO presenting_rules (\(Self.columns))
      VALUES (\(rule.id), \(rule.agency), \(rule.position), \(terms.name), \(terms.bookName), \(terms.typeKey),
        \(terms.issuerWords), \(terms.subjectWords), \(terms.holder?.text ?? ""), \(rule.holderName), \(terms.role),
        \(terms.termDays), \(terms.basis), \(rule.leader), \(rule.leaderName), \(rule.laidBy), \(rule.laidAt),
        \(rule.endedAt), \(rule.version))
      """)
  }

  func save(_ rule: PresentingRule, from version: Int) throws {
    let terms = rule.terms
    let changed = try transaction.run(
      """
      UPDATE presenting_rules SET position = \(rule.position), name = \(terms.name), book_name = \(terms.bookName),
        type_key = \(terms.typeKey), issuer_words = \(terms.issuerWords), subject_words = \(terms.subjectWords),
        holder = \(terms.holder?.text ?? ""), holder_name = \(rule.holderName), role = \(terms.role),
        term_days = \(terms.termDays), basis = \(terms.basis), leader_post = \(rule.leader),
        leader_name = \(rule.leaderName), ended_at = \(rule.endedAt), version = version + 1
      WHERE id = \(rule.id) AND version = \(version)
      """)
    guard changed == 1 else { throw Self.changedMeanwhile }
  }

  static let changedMeanwhile = Refusal(.conflict, "Quy tắc vừa được người khác sửa. Hãy tải lại trang để xem bản mới.")

  // MARK: what they did

  func noteFired(_ rule: PresentingRule, for document: IncomingDocument.ID, by actor: Actor) throws {
    try transaction.run(
      """
      INSERT INTO fired_rules (id, document_id, rule_id, rule_name, leader_name, fired_at, fired_by)
      VALUES (\(try transaction.nextKey(of: "fired_rules")), \(document), \(rule.id), \(rule.terms.name),
        \(rule.leaderName), \(transaction.now), \(actor.nameOnRecord))
      """)
  }

  /// What was undone passed nothing on; the story keeps both lines.
  func forgetFired(for document: IncomingDocument.ID, at instant: Instant) throws {
    try transaction.run("DELETE FROM fired_rules WHERE document_id = \(document) AND fired_at = \(instant)")
  }

  /// Which rules passed a document on, oldest first. The document has been shown to the reader already.
  func firedLater(for document: IncomingDocument.ID) throws -> Later<[FiredRule]> {
    try transaction.later(
      """
      SELECT rule_name, leader_name, fired_at, fired_by FROM fired_rules WHERE document_id = \(document) ORDER BY id
      """
    ).map { rows in
      try rows.map {
        FiredRule(
          name: try $0.get("rule_name"), leaderName: try $0.get("leader_name"), at: try $0.get("fired_at"),
          by: try $0.get("fired_by"))
      }
    }
  }
}

/// That a rule passed a document on, as it was called then.
struct FiredRule: Sendable, Equatable {
  var name: String
  var leaderName: String
  var at: Instant
  var by: String

  var text: String { "Quy tắc «\(name)» do \(leaderName) đặt; \(by) chuyển lúc \(at.text)" }
}

extension PresentingRule {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    position = try row.get("position")
    terms = Terms()
    terms.name = try row.get("name")
    terms.bookName = try row.get("book_name")
    terms.typeKey = try row.get("type_key")
    terms.issuerWords = try row.get("issuer_words")
    terms.subjectWords = try row.get("subject_words")
    terms.holder = HolderChoice(try row.get("holder"))
    terms.role = try row.get("role")
    terms.termDays = try row.find("term_days")
    terms.basis = try row.get("basis")
    holderName = try row.get("holder_name")
    leader = try row.get("leader_post")
    leaderName = try row.get("leader_name")
    laidBy = try row.get("laid_by")
    laidAt = try row.get("laid_at")
    endedAt = try row.find("ended_at")
    version = try row.get("version")
  }
}
