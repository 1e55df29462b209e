import Database
import Documents
import FileVault
import Kernel
import Papers

extension DossierReading.State: SQLConvertible {}

/// All SQL on what was read in dossiers' own files. The caller has found the dossier for the actor, or is a job.
package struct DossierReadingStore {
  /// A dossier is found by at most so many pages of its files, those put in first.
  static let pagesIndexedMax = 2_000
  private static let columns: SQL = "item_id, place, state, trouble, page_count, is_cleared"

  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Lets the files of something that was just put in wait to be read; in sound and film there is nothing.
  func begin(_ item: DossierItem) throws {
    guard let file = item.file else { return }
    for place in 0...file.further.count {
      let state = file.at(place)?.kind.family == .recording ? DossierReading.State.empty : .waiting
      try transaction.run(
        """
        INSERT INTO dossier_readings (item_id, place, dossier_id, state, is_cleared)
        VALUES (\(item.id), \(place), \(item.dossier), \(state), \(false))
        """)
    }
  }

  /// How the files of these items stand.
  package func standing(of items: [DossierItem.ID]) throws -> [DossierItem.ID: DossierReading] {
    guard !items.isEmpty else { return [:] }
    let readings = try transaction.rows(
      "SELECT \(Self.columns) FROM dossier_readings WHERE item_id IN (\(.list(items.map(\.number)))) ORDER BY item_id, place"
    ).map(DossierReading.init)
    return Dictionary(grouping: readings, by: \.item).compactMapValues(DossierReading.worst)
  }

  func find(_ item: DossierItem.ID, _ place: Int) throws -> DossierReading? {
    try transaction.rows(
      "SELECT \(Self.columns) FROM dossier_readings WHERE item_id = \(item) AND place = \(place)"
    ).first.map(DossierReading.init)
  }

  /// What waits in a dossier, in the order it came.
  func waiting(in dossier: Dossier.ID) throws -> [DossierReading] {
    try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_readings
      WHERE dossier_id = \(dossier) AND state = 'waiting' ORDER BY item_id, place
      """
    ).map(DossierReading.init)
  }

  /// Dossiers in which something waits and no job of this code is there to read it.
  func forgotten(code: String, limit: Int) throws -> [Dossier.ID] {
    try transaction.rows(
      """
      SELECT DISTINCT dossier_readings.dossier_id AS id FROM dossier_readings
      JOIN dossier_items ON dossier_items.id = dossier_readings.item_id
      JOIN dossiers ON dossiers.id = dossier_readings.dossier_id
      WHERE dossier_readings.state = 'waiting' AND dossier_items.is_withheld = 0
      AND dossiers.state <> \(Dossier.State.destroyed)
      AND NOT EXISTS (SELECT 1 FROM jobs WHERE subject_code = \(RecordReference.dossierCode)
        AND subject_number = dossier_readings.dossier_id AND jobs.code = \(code) AND jobs.state <> 'done')
      ORDER BY id LIMIT \(limit)
      """
    ).map { try $0.get("id") }
  }

  /// What reading found. Replaces what an earlier run wrote.
  func save(_ text: OwnFileText, of reading: DossierReading, in dossier: Dossier.ID) throws {
    try transaction.run(
      """
      UPDATE dossier_readings SET state = \(text.state), trouble = \(text.trouble), page_count = \(text.pageCount)
      WHERE item_id = \(reading.item) AND place = \(reading.place)
      """)
    try transaction.run("DELETE FROM dossier_texts WHERE item_id = \(reading.item) AND place = \(reading.place)")
    for page in text.pages {
      try transaction.later(
        """
        INSERT INTO dossier_texts (item_id, place, page, dossier_id, origin, text)
        VALUES (\(reading.item), \(reading.place), \(page.page), \(dossier), \(page.origin), \(page.text))
        """)
    }
  }

  /// Forgets what the files of one item say.
  func forgetTexts(of item: DossierItem.ID) throws {
    try transaction.run("DELETE FROM dossier_texts WHERE item_id = \(item)")
    try transaction.run("UPDATE dossier_readings SET trouble = NULL WHERE item_id = \(item)")
  }

  /// They are read anew, and marks in them count no more.
  func clear(_ item: DossierItem.ID) throws {
    try transaction.run(
      """
      UPDATE dossier_readings SET state = \(DossierReading.State.waiting), trouble = NULL, is_cleared = \(true)
      WHERE item_id = \(item)
      """)
  }

  /// What finds a dossier besides its head: the text of files that are neither kept back nor withheld.
  func texts(of dossier: Dossier.ID) throws -> [String] {
    try transaction.rows(
      """
      SELECT text FROM dossier_texts JOIN dossier_items ON dossier_items.id = dossier_texts.item_id
      WHERE dossier_texts.dossier_id = \(dossier) AND is_kept_back = 0 AND is_withheld = 0
      ORDER BY dossier_texts.item_id, place, page LIMIT \(Self.pagesIndexedMax)
      """
    ).map { try $0.get("text") }
  }

  /// Gives files whose pages nobody counted the number that reading found. The dossier is locked and open.
  func takePageCounts(in dossier: Dossier.ID) throws {
    let counted = try transaction.rows(
      """
      SELECT id, dated_on, dossier_readings.page_count AS pages FROM dossier_items
      JOIN dossier_readings ON item_id = id AND place = 0
      WHERE dossier_items.dossier_id = \(dossier) AND record_code IS NULL AND dossier_items.page_count = 0
      AND described IS NULL AND dossier_readings.page_count > 0
      """)
    for row in counted {
      let (id, pages): (Int64, Int) = (try row.get("id"), try row.get("pages"))
      try transaction.run("UPDATE dossier_items SET page_count = \(pages) WHERE id = \(id)")
    }
    let days: [Day] = try counted.map { try $0.get("dated_on") }
    if let first = days.min() { try DossierItemStore(transaction).settle(dossier, from: first) }
  }
}

extension DossierReading {
  init(_ row: Row) throws {
    self.init(
      item: try row.get("item_id"), place: try row.get("place"), state: try row.get("state"),
      trouble: try row.find("trouble"), pageCount: try row.find("page_count"), isCleared: try row.get("is_cleared"))
  }
}
