import Database
import Kernel
import VietnameseText

extension Urgency: SQLConvertible {}
extension ArrivalChannel: SQLConvertible {}

/// The kinds of documents that this installation knows.
package struct DocumentTypeStore {
  private let transaction: any Transaction

  package init(_ transaction: any Transaction) { self.transaction = transaction }

  /// Every kind that may be chosen for an incoming document: the 29 first, then the others as they were added.
  package func all() throws -> [DocumentType] {
    try allLater().get()
  }

  /// The same, not waited for.
  package func allLater() throws -> Later<[DocumentType]> {
    try transaction.later("\(Self.columns) ORDER BY place").map { try $0.map(DocumentType.init) }
  }

  package func find(_ key: String) throws -> DocumentType? { try findLater(key).get() }

  /// The same, not waited for.
  package func findLater(_ key: String) throws -> Later<DocumentType?> {
    try transaction.later("\(Self.columns) WHERE key = \(key)").map { try $0.first.map(DocumentType.init) }
  }

  /// The kind of this name, however its case and diacritics were typed.
  package func find(named name: String) throws -> DocumentType? {
    try transaction.rows("\(Self.columns) WHERE folded = \(Self.folded(name))").first.map(DocumentType.init)
  }

  /// Appends a kind. A name that is known already is refused.
  func add(_ type: DocumentType) throws {
    let refusal = Refusal(.invalid, "Tên loại «\(type.name)» đã có trong danh mục.", field: "ten-loai")
    let place: Int = try transaction.rows("SELECT COALESCE(MAX(place), 0) + 1 AS place FROM document_types")[0]
      .get("place")
    // The key is made from the name, so either constraint says that the name is taken.
    try refusing("document_types_pk", as: refusal) {
      try refusing("document_types_name", as: refusal) {
        try transaction.run(Self.insertion(type, place: place))
      }
    }
  }

  static func insertion(_ type: DocumentType, place: Int) -> SQL {
    """
    INSERT INTO document_types (key, name, folded, abbreviation, archive_code, is_administrative, place)
    VALUES (\(type.key), \(type.name), \(folded(type.name)), \(type.abbreviation), \(type.archiveCode),
      \(type.isAdministrative), \(place))
    """
  }

  private static func folded(_ name: String) -> String { Folding.folded(name.normalizedLine) }

  private static let columns: SQL =
    "SELECT key, name, abbreviation, archive_code, is_administrative FROM document_types"
}

extension DocumentType {
  init(_ row: Row) throws {
    self.init(
      try row.get("key"), try row.get("name"), try row.get("abbreviation"), code: try row.get("archive_code"),
      isAdministrative: try row.get("is_administrative"))
  }
}
