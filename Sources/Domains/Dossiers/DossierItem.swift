import FileVault
import Kernel
import Papers

/// One thing in a dossier: a document of the system, lying there without a copy (PL6-46), or a file of the dossier's own:
/// a photo, a recording, an e-mail (HS-04).
package struct DossierItem: Sendable, Equatable {
  package typealias ID = Identifier<DossierItem>

  package enum Matter: Sendable, Equatable {
    case record(RecordReference)
    case file(DossierFile)
  }

  package var id: ID
  package var dossier: Dossier.ID
  package var matter: Matter
  /// Số thứ tự văn bản trong hồ sơ (`DocOrdinal`), by the order of time.
  package var ordinal: Int
  /// Of the document, or of when the file was made: what the order follows.
  package var datedOn: Day
  package var pageCount: Int
  /// The page in the dossier at which it begins.
  package var firstPage: Int
  package var addedAt: Instant
  package var addedBy: String

  package var record: RecordReference? {
    if case .record(let record) = matter { record } else { nil }
  }

  package var file: DossierFile? {
    if case .file(let file) = matter { file } else { nil }
  }

  /// «5», «5–8»; empty for what has no pages.
  package var pagesText: String {
    switch pageCount {
    case 0: ""
    case 1: "\(firstPage)"
    default: "\(firstPage)–\(firstPage + pageCount - 1)"
    }
  }
}

/// A file that lies in a dossier as it is (tài liệu khác).
package struct DossierFile: Sendable, Equatable {
  package static let titleLengthMax = 500

  /// What it is, in the words of whoever put it in.
  package var title: String
  package var name: String
  package var kind: FileKind
  package var bytes: Int64
  package var hash: FileHash
}
