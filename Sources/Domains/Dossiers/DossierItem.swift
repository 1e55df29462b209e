import Documents
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
  /// Only for those who make the dossier, not for whoever only reads it (PL6-32).
  package var isKeptBack = false
  /// A secrecy mark was found in its file, and nobody has decided yet (niêm giữ, MAT-05).
  package var isWithheld = false

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
  /// What it is as a document, when it came from another system with a package.
  package var described: DescribedDocument?
  /// Files that belong to it: annexes of a document that came with a package.
  package var further: [KeptFile] = []

  /// Of the file itself and of those that belong to it.
  var hashes: [FileHash] { [hash] + further.map(\.stored.hash) }

  /// 0 the file itself, from 1 the further ones.
  func at(_ place: Int) -> KeptFile? {
    if place == 0 { return KeptFile(name: name, kind: kind, stored: StoredFile(hash: hash, bytes: bytes)) }
    return further.indices.contains(place - 1) ? further[place - 1] : nil
  }
}

/// A document of another system that lies in a dossier as files: what its package says of it (TT 05/2025).
package struct DescribedDocument: Sendable, Equatable, Codable {
  package var typeName: String
  /// 01 to 32.
  package var typeCode: String
  package var number: String
  package var notation: String
  package var issuedOn: Day?
  package var organName: String
  package var language: String
  package var note: String
  /// `confidenceLevel`, 01 to 03.
  package var confidence: String

  package init(
    typeName: String, typeCode: String, number: String, notation: String, issuedOn: Day?, organName: String,
    language: String, note: String, confidence: String
  ) {
    self.typeName = typeName
    self.typeCode = typeCode
    self.number = number
    self.notation = notation
    self.issuedOn = issuedOn
    self.organName = organName
    self.language = language
    self.note = note
    self.confidence = confidence
  }

  /// «152/SNNMT-KS».
  var codeText: String { NumberText(number: number, notation: notation).text }
}
