import Access
import Database
import Documents
import FileVault
import Kernel
import Papers

/// All SQL on the versions of a draft and their files.
package struct DraftVersionStore {
  private static let fileColumns: SQL = """
    id, draft_id, version_id, position, name, kind, bytes, hash, page_count, remark
    """

  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Every version with its files, oldest first, of a draft that the caller has found for the actor.
  package func list(of draft: Draft.ID) throws -> [DraftVersion] {
    let versions = try transaction.later(
      """
      SELECT id, number, author_post, author_name, made_at, purpose, is_edit, template FROM draft_versions
      WHERE draft_id = \(draft) ORDER BY number
      """)
    let files = try transaction.rows(
      """
      SELECT \(Self.fileColumns) FROM draft_files
      WHERE draft_id = \(draft) ORDER BY position
      """)
    let byVersion = try Dictionary(grouping: files) { try $0.get("version_id", as: DraftVersion.ID.self) }
    return try versions.get().map { row in
      let id: DraftVersion.ID = try row.get("id")
      return DraftVersion(
        id: id, number: try row.get("number"), author: try row.get("author_post"),
        authorName: try row.get("author_name"), madeAt: try row.get("made_at"), purpose: try row.get("purpose"),
        isEdit: try row.get("is_edit"), template: try row.get("template"),
        files: try (byVersion[id] ?? []).map(DraftFile.init))
    }
  }

  /// One file of a draft the actor may see.
  package func file(_ id: DraftFile.ID, visibleTo actor: Actor) throws -> DraftFile {
    let rows = try transaction.rows(
      """
      SELECT \(Self.fileColumns) FROM draft_files
      WHERE id = \(id) AND \(Access.visible("draft_files.draft_id", kind: RecordReference.draftCode, to: actor))
      """)
    guard let row = rows.first else { throw Refusal(.notFound, "Không tìm thấy tệp dự thảo.") }
    return try DraftFile(row)
  }

  /// Text of the newest version's own file, for the index; empty while there is none.
  func latestText(of draft: Draft.ID) throws -> String {
    try transaction.rows(
      """
      SELECT text FROM draft_files WHERE draft_id = \(draft) AND position = 1 ORDER BY id DESC LIMIT 1
      """
    ).first?.get("text") ?? ""
  }

  /// Articles and paragraphs of a version's own file, in the order of its text.
  func places(of number: Int, _ draft: Draft.ID) throws -> [String] {
    let text: String? = try transaction.rows(
      """
      SELECT f.text FROM draft_files f JOIN draft_versions v ON v.id = f.version_id
      WHERE v.draft_id = \(draft) AND v.number = \(number) AND f.position = 1
      """
    ).first?.get("text")
    return DraftArticles.places(in: text ?? "")
  }

  /// Puts a version there; its files are in the vault already, the draft's own first.
  func add(_ version: DraftVersion, texts: [String], to draft: Draft.ID) throws {
    try transaction.run(
      """
      INSERT INTO draft_versions (id, draft_id, number, author_post, author_name, made_at, purpose, is_edit,
        template)
      VALUES (\(version.id), \(draft), \(version.number), \(version.author), \(version.authorName),
        \(version.madeAt), \(version.purpose), \(version.isEdit), \(version.template))
      """)
    for (file, text) in zip(version.files, texts) {
      try StoredFileStore(transaction).add(StoredFile(hash: file.hash, bytes: file.bytes))
      try transaction.run(
        """
        INSERT INTO draft_files (id, draft_id, version_id, position, name, kind, bytes, hash, page_count, text,
          remark)
        VALUES (\(file.id), \(draft), \(version.id), \(file.position), \(file.name), \(file.kind.rawValue),
          \(file.bytes), \(file.hash), \(file.pageCount), \(text), \(file.remark))
        """)
    }
  }

  /// The texts of these files, in their order.
  func texts(of files: [DraftFile.ID]) throws -> [DraftFile.ID: String] {
    guard !files.isEmpty else { return [:] }
    let rows = try transaction.rows("SELECT id, text FROM draft_files WHERE id IN (\(.list(files)))")
    return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("id"), try $0.get("text")) })
  }
}

extension DraftFile {
  init(_ row: Row) throws {
    let kind: String = try row.get("kind")
    guard let known = FileKind(rawValue: kind) else {
      throw DatabaseFault.other(message: "unknown file kind \(kind)", sql: "")
    }
    self.init(
      id: try row.get("id"), draft: try row.get("draft_id"), position: try row.get("position"),
      name: try row.get("name"), kind: known, bytes: try row.get("bytes"), hash: try row.get("hash"),
      pageCount: try row.find("page_count"), remark: try row.get("remark"))
  }
}
