import IncomingDocuments

/// Addresses of old books.
enum OldBookPaths {
  static let list = IncomingDocumentPaths.oldBooks
  static let progress = list + "/tien-do"
  static func batch(_ id: ImportBatch.ID) -> String { "\(list)/\(id)" }
  static func mapping(_ id: ImportBatch.ID) -> String { "\(list)/\(id)/anh-xa" }
  static func entering(_ id: ImportBatch.ID) -> String { "\(list)/\(id)/nhap" }
  static func problems(_ id: ImportBatch.ID) -> String { "\(list)/\(id)/dong-loi" }

  /// Names of fields.
  enum Name {
    static let table = "tep"
    static let files = "tep-van-ban"
    static let mapping = "tep-anh-xa"
    static let numbering = "so-den"
    static let skips = "bo-qua"
    static let reason = "ly-do"
    static func column(_ index: Int) -> String { "cot-\(index)" }
    static func fallback(_ field: String) -> String { "mac-dinh-\(field)" }
  }
}
