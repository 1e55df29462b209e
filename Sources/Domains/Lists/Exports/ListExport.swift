import FileVault
import Kernel

/// The rows of a list as one file (tệp kết xuất), made in the background and kept for a week (PL6-68).
package struct ListExport: Sendable, Equatable {
  package typealias ID = Identifier<ListExport>

  package enum Format: String, Sendable, CaseIterable {
    case xlsx, docx, doc, pdf

    package var label: String {
      switch self {
      case .xlsx: "Excel (.xlsx)"
      case .docx: "Word (.docx)"
      case .doc: "Word (.doc)"
      case .pdf: "PDF"
      }
    }

    var contentType: String {
      switch self {
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case .doc: "application/msword"
      case .pdf: "application/pdf"
      }
    }

    /// A sheet is written row by row; pages are laid out whole, at 18 ms each.
    var rowsMax: Int { self == .xlsx ? 100_000 : 5_000 }
  }

  package var id: ID
  /// Who asked, and as which post: the rows are those this post sees when the file is made.
  var account: AccountID
  var person: PersonID
  var post: PostID
  /// Code of the list.
  package var list: String
  package var title: String
  /// The query of the list's address.
  package var address: String
  /// What it asks for, in words.
  package var criteria: String
  /// Ids of the columns, in their order.
  package var columns: [String]
  package var format: Format
  package var askedAt: Instant
  /// Who took it, when, from which system: at the foot of every page (PL6-6a).
  package var provenance: String
  /// Nil while it is being made.
  package var madeAt: Instant?
  package var rowCount: Int
  /// There were more rows than the format takes; the newest ones are in it.
  package var isCut: Bool
  package var file: StoredFile?

  /// How long the file is kept.
  static let kept = Duration.seconds(7 * 86_400)
}

extension RecordReference {
  /// A file made of a list's rows.
  package static func listExport(_ id: ListExport.ID) -> RecordReference {
    RecordReference(code: "listExport", number: id.number)
  }
}
