import Access
import Database
import Documents
import FileVault
import Kernel

/// All SQL on what lies in dossiers. The caller has found the dossier for the actor.
package struct DossierItemStore {
  let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  private static let columns: SQL = """
    id, dossier_id, record_code, record_number, title, file_name, file_kind, bytes, hash, ordinal, dated_on, page_count,
    first_page, added_at, added_by, described, is_kept_back, is_withheld
    """

  /// In their order, after an ordinal.
  package func list(of dossier: Dossier.ID, after ordinal: Int = 0, limit: Int) throws -> [DossierItem] {
    try withFurtherFiles(
      transaction.rows(
        """
        SELECT \(Self.columns) FROM dossier_items WHERE dossier_id = \(dossier) AND ordinal > \(ordinal)
        ORDER BY ordinal LIMIT \(limit)
        """
      ).map(DossierItem.init))
  }

  /// Puts in the annexes of documents that came with packages: one question, and none where there are no such documents.
  private func withFurtherFiles(_ items: [DossierItem]) throws -> [DossierItem] {
    let described = items.filter { $0.file?.described != nil }.map(\.id.number)
    guard !described.isEmpty else { return items }
    var further: [Int64: [KeptFile]] = [:]
    let rows = try transaction.rows(
      """
      SELECT item_id, name, kind, bytes, page_count, hash FROM dossier_item_files
      WHERE item_id IN (\(.list(described))) ORDER BY item_id, position
      """)
    for row in rows { further[try row.get("item_id"), default: []].append(try KeptFile(row)) }
    return items.map { item in
      guard case .file(var file) = item.matter, let files = further[item.id.number] else { return item }
      var whole = item
      file.further = files
      whole.matter = .file(file)
      return whole
    }
  }

  /// Those of a dossier's that have these keys, in their order.
  func list(_ ids: [DossierItem.ID], of dossier: Dossier.ID) throws -> [DossierItem] {
    guard !ids.isEmpty else { return [] }
    return try withFurtherFiles(
      transaction.rows(
        """
        SELECT \(Self.columns) FROM dossier_items
        WHERE id IN (\(.list(ids.map(\.number)))) AND dossier_id = \(dossier) ORDER BY ordinal
        """
      ).map(DossierItem.init))
  }

  /// In their order: the files of its own, all documents of some kinds, and of other kinds those with these numbers.
  func list(
    of dossier: Dossier.ID, allOf codes: [String], and numbers: [String: Set<Int64>]
  ) throws -> [DossierItem] {
    let wanted = numbers.sorted { $0.key < $1.key }.map { code, some -> SQL in
      "record_code = \(code) AND record_number IN (\(.list(some.sorted())))"
    }
    let others: SQL = "record_code IS NULL OR record_code IN (\(.list(codes)))"
    return try withFurtherFiles(
      transaction.rows(
        """
        SELECT \(Self.columns) FROM dossier_items WHERE dossier_id = \(dossier) AND (\(([others] + wanted).joined(separator: " OR ")))
        ORDER BY ordinal
        """
      ).map(DossierItem.init))
  }

  /// Statement: the numbers of the documents of one kind in a dossier, as `record_number`.
  package static func numbers(of code: String, in dossier: Dossier.ID) -> SQL {
    "SELECT record_number FROM dossier_items WHERE dossier_id = \(dossier) AND record_code = \(code)"
  }

  /// The day of the newest thing in a dossier: nil when it is empty.
  func lastDay(in dossier: Dossier.ID) throws -> Day? {
    try transaction.rows(
      "SELECT dated_on FROM dossier_items WHERE dossier_id = \(dossier) ORDER BY ordinal DESC LIMIT 1"
    ).first.map { try $0.get("dated_on") }
  }

  /// Every document in a dossier, for what concerns all of them at once.
  func records(in dossier: Dossier.ID) throws -> [RecordReference] {
    try rightsItems(in: dossier).map(\.record)
  }

  /// The same with what the rights of each need.
  func rightsItems(
    in dossier: Dossier.ID
  ) throws -> [(id: DossierItem.ID, record: RecordReference, isKeptBack: Bool)] {
    try transaction.rows(
      """
      SELECT id, record_code, record_number, is_kept_back FROM dossier_items
      WHERE dossier_id = \(dossier) AND record_code IS NOT NULL ORDER BY ordinal
      """
    ).map {
      (
        try $0.get("id"), RecordReference(code: try $0.get("record_code"), number: try $0.get("record_number")),
        try $0.get("is_kept_back")
      )
    }
  }

  /// The files of its own that are kept back or may be: all of them, in order.
  func ownFiles(in dossier: Dossier.ID, keptBackOnly: Bool = false) throws -> [DossierItem] {
    let wanted: SQL = keptBackOnly ? "is_kept_back = 1" : "1 = 1"
    return try transaction.rows(
      """
      SELECT \(Self.columns) FROM dossier_items
      WHERE dossier_id = \(dossier) AND record_code IS NULL AND \(wanted) ORDER BY ordinal
      """
    ).map(DossierItem.init)
  }

  /// The bytes of its withheld files: nothing that was drawn from them may stay.
  func withheldHashes(in dossier: Dossier.ID) throws -> [FileHash] {
    try transaction.rows(
      """
      SELECT hash FROM dossier_items WHERE dossier_id = \(dossier) AND is_withheld = 1
      UNION SELECT dossier_item_files.hash FROM dossier_items JOIN dossier_item_files ON item_id = dossier_items.id
      WHERE dossier_id = \(dossier) AND is_withheld = 1
      """
    ).map { try $0.get("hash") }
  }

  /// Keeps a document back from readers, or shows it to them again. The dossier is locked.
  func keepBack(_ item: DossierItem.ID, _ isKeptBack: Bool) throws {
    try transaction.run("UPDATE dossier_items SET is_kept_back = \(isKeptBack) WHERE id = \(item)")
  }

  /// Statement: the documents in it that the actor sees, as `record_code` and `record_number`. Whoever looks after the
  /// filing sees no draft that is not theirs.
  static func seen(in dossier: Dossier.ID, by actor: Actor) -> SQL {
    """
    SELECT record_code, record_number FROM dossier_items WHERE dossier_id = \(dossier) AND record_code IS NOT NULL
    AND EXISTS (SELECT 1 FROM access_grants WHERE access_grants.record_code = dossier_items.record_code
      AND access_grants.record_number = dossier_items.record_number
      AND access_grants.principal IN (\(.list(actor.principals.map(\.token)))))
    """
  }

  /// Statement: the dossier itself and every document in it, for reading their common story.
  static func told(in dossier: Dossier.ID) -> SQL {
    """
    SELECT \(RecordReference.dossierCode) AS record_code, id AS record_number FROM dossiers WHERE id = \(dossier)
    UNION ALL
    SELECT record_code, record_number FROM dossier_items WHERE dossier_id = \(dossier) AND record_code IS NOT NULL
    """
  }

  /// One of a dossier's.
  func find(_ id: DossierItem.ID, in dossier: Dossier.ID) throws -> DossierItem {
    let rows = try transaction.rows(
      "SELECT \(Self.columns) FROM dossier_items WHERE id = \(id) AND dossier_id = \(dossier)")
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy văn bản, tài liệu này trong hồ sơ.") }
    return try withFurtherFiles([DossierItem(row)])[0]
  }

  /// The dossiers in which a document lies and that the actor sees, oldest first.
  package func dossiers(with record: RecordReference, visibleTo actor: Actor) throws -> [Dossier] {
    try transaction.rows(
      """
      SELECT \(DossierStore.columns) FROM dossier_items JOIN dossiers ON dossiers.id = dossier_items.dossier_id
      WHERE record_code = \(record.code) AND record_number = \(record.number) AND \(DossierStore.visible(to: actor))
      ORDER BY dossiers.id
      """
    ).map(Dossier.init)
  }

  /// Puts something in; its place among the others is found by `settle`.
  func add(_ item: DossierItem) throws {
    let twice = Refusal(.conflict, "Văn bản đã nằm trong hồ sơ này.", field: DossierField.dossier)
    let (record, file) = (item.record, item.file)
    try refusing("dossier_items_once", as: twice) {
      try transaction.run(
        """
        INSERT INTO dossier_items (\(Self.columns))
        VALUES (\(item.id), \(item.dossier), \(record?.code), \(record?.number), \(file?.title ?? ""),
          \(file?.name ?? ""), \(file?.kind), \(file?.bytes ?? 0), \(file?.hash), \(item.ordinal), \(item.datedOn),
          \(item.pageCount), \(item.firstPage), \(item.addedAt), \(item.addedBy),
          \(try file?.described.map(JSONText.text)), \(item.isKeptBack), \(item.isWithheld))
        """)
    }
    for (index, further) in (file?.further ?? []).enumerated() {
      try transaction.run(
        """
        INSERT INTO dossier_item_files (item_id, position, name, kind, bytes, page_count, hash)
        VALUES (\(item.id), \(index + 1), \(further.name), \(further.kind), \(further.stored.bytes),
          \(further.pageCount), \(further.stored.hash))
        """)
    }
    try DossierReadingStore(transaction).begin(item)
  }

  /// Takes one out; gives the hash of its file when nothing else names it.
  func remove(_ item: DossierItem) throws -> [FileHash] {
    try transaction.run("DELETE FROM dossier_items WHERE id = \(item.id)")
    guard let file = item.file else { return [] }
    return try StoredFileStore(transaction).removeUnnamed(among: [file.hash] + file.further.map(\.stored.hash))
  }

  /// Gives the dossier its totals when its lines stand as they are to stand.
  func total(_ dossier: Dossier.ID) throws {
    try transaction.run(
      """
      UPDATE dossiers SET item_count = (SELECT COUNT(*) FROM dossier_items WHERE dossier_id = \(dossier)),
        page_total = (SELECT COALESCE(SUM(page_count), 0) FROM dossier_items WHERE dossier_id = \(dossier))
      WHERE id = \(dossier)
      """)
  }

  /// Gives ordinals and first pages by the order of time from a day on, where something came or went, and the dossier its
  /// totals. What lies before that day keeps its place and is not read.
  func settle(_ dossier: Dossier.ID, from day: Day) throws {
    let before = try transaction.rows(
      """
      SELECT ordinal, first_page, page_count FROM dossier_items
      WHERE dossier_id = \(dossier) AND ordinal > 0 AND dated_on < \(day) ORDER BY ordinal DESC LIMIT 1
      """
    ).first
    var last: Int = try before?.get("ordinal") ?? 0
    var page = try before.map { row -> Int in try row.get("first_page") + row.get("page_count") } ?? 1
    let rows = try transaction.rows(
      """
      SELECT id, ordinal, first_page, page_count FROM dossier_items
      WHERE dossier_id = \(dossier) AND (ordinal = 0 OR ordinal > \(last)) ORDER BY dated_on, id
      """)
    for row in rows {
      last += 1
      let (ordinal, first): (Int, Int) = (try row.get("ordinal"), try row.get("first_page"))
      if ordinal != last || first != page {
        try transaction.later(
          """
          UPDATE dossier_items SET ordinal = \(last), first_page = \(page)
          WHERE id = \(try row.get("id", as: Int64.self))
          """)
      }
      page += try row.get("page_count", as: Int.self)
    }
    try transaction.run(
      """
      UPDATE dossiers SET item_count = \(last), page_total = \(page - 1),
        missing_count = \(DossierExpectationStore.missing(in: dossier)) WHERE id = \(dossier)
      """)
  }
}

extension DossierItem {
  init(_ row: Row) throws {
    let matter: Matter
    if let code: String = try row.find("record_code") {
      matter = .record(RecordReference(code: code, number: try row.get("record_number")))
    } else {
      matter = .file(
        DossierFile(
          title: try row.get("title"), name: try row.get("file_name"), kind: try row.get("file_kind"),
          bytes: try row.get("bytes"), hash: try row.get("hash"),
          described: try row.find("described", as: String.self).map {
            try JSONText.value($0, as: DescribedDocument.self)
          }))
    }
    self.init(
      id: try row.get("id"), dossier: try row.get("dossier_id"), matter: matter, ordinal: try row.get("ordinal"),
      datedOn: try row.get("dated_on"), pageCount: try row.get("page_count"), firstPage: try row.get("first_page"),
      addedAt: try row.get("added_at"), addedBy: try row.get("added_by"), isKeptBack: try row.get("is_kept_back"),
      isWithheld: try row.get("is_withheld"))
  }
}

extension KeptFile {
  init(_ row: Row) throws {
    self.init(
      name: try row.get("name"), kind: try row.get("kind"),
      stored: StoredFile(hash: try row.get("hash"), bytes: try row.get("bytes")),
      pageCount: try row.find("page_count"))
  }
}
