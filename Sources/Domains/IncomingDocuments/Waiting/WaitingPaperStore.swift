import Database
import Documents
import FileVault
import Kernel
import Papers

extension WaitingPaper.State: SQLConvertible {}

/// All SQL on waiting papers. They are seen by the registry clerks of their agency and nobody else.
package struct WaitingPaperStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, agency_id, file_name, kind, staged_id, hash, bytes, page_count, state, trouble, glance,
    recognized_pages, uploaded_at, uploaded_by, version
    """
  /// More than a clerk can see on one screen; the rest moves up as papers are registered.
  static let listedMax = 100

  /// Oldest first: papers are registered in the order of arrival (DEN-08).
  func list(visibleTo actor: Actor) throws -> [WaitingPaper] {
    guard actor.isRegistryClerk else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM waiting_papers WHERE agency_id = \(actor.agency) ORDER BY id LIMIT \(Self.listedMax)
      """
    ).map(WaitingPaper.init)
  }

  /// Those of an agency that came in lately, oldest first.
  func listForJob(agency: AgencyID, since instant: Instant) throws -> [WaitingPaper] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM waiting_papers
      WHERE agency_id = \(agency) AND id >= \(IdentifierSource.floor(at: instant)) ORDER BY id LIMIT 1000
      """
    ).map(WaitingPaper.init)
  }

  /// Those of these keys that still wait, for a list that names them.
  func list(_ numbers: [Int64], visibleTo actor: Actor) throws -> [WaitingPaper] {
    guard actor.isRegistryClerk else { return [] }
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM waiting_papers WHERE agency_id = \(actor.agency) AND id IN (\(.list(numbers)))
      """
    ).map(WaitingPaper.init)
  }

  /// How many there are, up to a thousand.
  func count(visibleTo actor: Actor) throws -> Int { try countLater(visibleTo: actor).get() }

  /// The same, not waited for.
  func countLater(visibleTo actor: Actor) throws -> Later<Int> {
    guard actor.isRegistryClerk else { return Later(known: 0) }
    return try transaction.later(
      """
      SELECT COUNT(*) AS count FROM (SELECT id FROM waiting_papers WHERE agency_id = \(actor.agency) LIMIT 1000) AS counted
      """
    ).map { try $0[0].get("count") }
  }

  func find(_ id: WaitingPaper.ID, visibleTo actor: Actor) throws -> WaitingPaper {
    try first(id, visibleTo: actor, lock: "")
  }

  func lock(_ id: WaitingPaper.ID, visibleTo actor: Actor) throws -> WaitingPaper {
    try first(id, visibleTo: actor, lock: transaction.rowLock)
  }

  private func first(_ id: WaitingPaper.ID, visibleTo actor: Actor, lock: SQL) throws -> WaitingPaper {
    guard actor.isRegistryClerk else { throw IncomingDocumentAccess.notRegistry }
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM waiting_papers WHERE id = \(id) AND agency_id = \(actor.agency) \(lock)")
    guard let row = rows.first else {
      throw Refusal(.notFound, "Tệp này không còn trong danh sách chờ: đã vào sổ hoặc đã bỏ.")
    }
    return try WaitingPaper(row)
  }

  func findForJob(_ id: WaitingPaper.ID) throws -> WaitingPaper? {
    try transaction.rows("SELECT \(Self.columns) FROM waiting_papers WHERE id = \(id)").first.map(WaitingPaper.init)
  }

  /// Which of these staging ids still wait: the sweeper keeps them.
  package func wantedForSweep(among ids: [String]) throws -> Set<String> {
    Set(
      try transaction.rows("SELECT staged_id FROM waiting_papers WHERE staged_id IN (\(.list(ids)))").map {
        try $0.get("staged_id")
      })
  }

  func add(
    _ staged: StagedFile, name: String, kind: FileKind, pageCount: Int?, by actor: Actor
  ) throws -> WaitingPaper.ID {
    let id = try transaction.nextID(WaitingPaper.ID.self, of: "waiting_papers")
    try transaction.run(
      """
      INSERT INTO waiting_papers (id, agency_id, file_name, kind, staged_id, hash, bytes, page_count, state,
        recognized_pages, uploaded_at, uploaded_by, version)
      VALUES (\(id), \(actor.agency), \(name), \(kind), \(staged.id), \(staged.hash), \(staged.bytes), \(pageCount),
        \(WaitingPaper.State.reading), 0, \(transaction.now), \(actor.nameOnRecord), 1)
      """)
    return id
  }

  /// What was read so far, and the pages that are new since the last call. The version stays, since the clerk's form
  /// does not depend on it. False when the paper has been registered, thrown away or arranged anew meanwhile.
  @discardableResult func saveReading(
    _ reading: PaperReading, newPages: [PageText], isDone: Bool, of paper: WaitingPaper
  ) throws -> Bool {
    let state: WaitingPaper.State = reading.trouble != nil ? .unreadable : isDone ? .read : .reading
    let changed = try transaction.run(
      """
      UPDATE waiting_papers SET state = \(state), trouble = \(reading.trouble),
        glance = \(JSONText.text(PaperGlance(reading.text.suggestions))),
        suggestions = \(JSONText.text(reading.text.suggestions)), page_count = \(reading.pageCount),
        stamp = \(reading.stamp.map(JSONText.text)), recognized_pages = \(reading.text.pages.count { $0.origin == .ocr })
      WHERE id = \(paper.id) AND staged_id = \(paper.staged.id)
      """)
    guard changed == 1 else { return false }
    for page in newPages {
      try transaction.run(
        """
        INSERT INTO waiting_pages (paper_id, page, content) VALUES (\(paper.id), \(page.page), \(JSONText.text(page)))
        ON CONFLICT (paper_id, page) DO UPDATE SET content = excluded.content
        """)
    }
    return true
  }

  /// Why it cannot be read yet: a tool is missing. It goes on being read, and may be registered meanwhile.
  func saveDelay(_ reason: String, of paper: WaitingPaper) throws {
    try transaction.run(
      """
      UPDATE waiting_papers SET trouble = \(reason)
      WHERE id = \(paper.id) AND staged_id = \(paper.staged.id) AND state = \(WaitingPaper.State.reading)
      """)
  }

  /// What the pages read so far suggest; nil before the first. Of a paper the caller has found.
  func suggestions(of paper: WaitingPaper) throws -> ReadSuggestions? {
    let text: String? = try transaction.rows("SELECT suggestions FROM waiting_papers WHERE id = \(paper.id)").first?
      .find("suggestions")
    return try text.map { try JSONText.value($0) }
  }

  /// What registration takes over: the pages with every word's place, and where the stamp goes. Of a paper the caller
  /// has found.
  func reading(of paper: WaitingPaper) throws -> PaperReading {
    var reading = PaperReading(pageCount: paper.pageCount, trouble: paper.trouble)
    reading.text.pages = try transaction.rows(
      "SELECT content FROM waiting_pages WHERE paper_id = \(paper.id) ORDER BY page"
    ).map { try JSONText.value(try $0.get("content")) }
    let stamp: String? = try transaction.rows("SELECT stamp FROM waiting_papers WHERE id = \(paper.id)").first?
      .find("stamp")
    reading.stamp = try stamp.map { try JSONText.value($0) }
    return reading
  }

  /// One of those pages; nil while it is not read.
  func page(_ number: Int, of paper: WaitingPaper) throws -> PageText? {
    try transaction.rows("SELECT content FROM waiting_pages WHERE paper_id = \(paper.id) AND page = \(number)").first
      .map { try JSONText.value(try $0.get("content")) }
  }

  /// Its pages were arranged anew: another staged file, to be read again.
  func replace(_ paper: WaitingPaper, with staged: StagedFile, pageCount: Int) throws {
    try transaction.run(
      """
      UPDATE waiting_papers SET kind = \(FileKind.pdf), staged_id = \(staged.id), hash = \(staged.hash),
        bytes = \(staged.bytes), page_count = \(pageCount), state = \(WaitingPaper.State.reading),
        trouble = \(String?.none), glance = \(String?.none), suggestions = \(String?.none), recognized_pages = 0, stamp = \(String?.none),
        version = version + 1
      WHERE id = \(paper.id)
      """)
    try removePages(of: paper.id)
  }

  func remove(_ paper: WaitingPaper) throws { try removeForJob(paper.id) }

  func removeForJob(_ paper: WaitingPaper.ID) throws {
    try removePages(of: paper)
    try transaction.run("DELETE FROM waiting_papers WHERE id = \(paper)")
  }

  private func removePages(of paper: WaitingPaper.ID) throws {
    try transaction.run("DELETE FROM waiting_pages WHERE paper_id = \(paper)")
  }
}

extension WaitingPaper {
  init(_ row: Row) throws {
    id = try row.get("id")
    agency = try row.get("agency_id")
    fileName = try row.get("file_name")
    kind = try row.get("kind")
    staged = StagedFile(id: try row.get("staged_id"), hash: try row.get("hash"), bytes: try row.get("bytes"))
    pageCount = try row.find("page_count")
    state = try row.get("state")
    trouble = try row.find("trouble")
    glance = try row.find("glance").map { try JSONText.value($0) }
    recognizedPages = try row.get("recognized_pages")
    uploadedAt = try row.get("uploaded_at")
    uploadedBy = try row.get("uploaded_by")
    version = try row.get("version")
  }
}
