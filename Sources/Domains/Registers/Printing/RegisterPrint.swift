import FileVault
import Kernel

/// A volume of a book as it was printed once: its files are kept as they were made, under their hashes (DEN-09).
package struct RegisterPrint: Sendable, Equatable {
  package typealias ID = Identifier<RegisterPrint>

  package enum Format: String, Sendable, CaseIterable {
    case pdf, docx, doc, xlsx

    var label: String {
      switch self {
      case .pdf: "PDF"
      case .docx, .doc: "Word (.\(rawValue))"
      case .xlsx: "Excel"
      }
    }

    var contentType: String {
      switch self {
      case .pdf: "application/pdf"
      case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
      case .doc: "application/msword"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }
  }

  package struct File: Sendable, Equatable {
    package var format: Format
    package var stored: StoredFile

    /// SHA-256 of its bytes, shown so that a printed copy can be checked against it.
    var hashText: String { stored.hash.text }
  }

  package var id: ID
  package var book: RegisterBook.ID
  /// Quyển số.
  package var volume: Int
  package var numbers: ClosedRange<Int>
  /// First and last day among its lines.
  package var days: ClosedRange<Day>
  package var rowCount: Int
  package var askedAt: Instant
  package var askedBy: String
  /// Who printed it, when, from which system: at the foot of every page (PL6-6a).
  package var provenance: String
  /// Nil while it is being made.
  package var madeAt: Instant?
  package var files: [File]

  /// More lines make a volume that no binding holds.
  static let rowsMax = 10_000
  static let volumeMax = 999
}

extension RecordReference {
  /// A printed volume of a register.
  package static func registerPrint(_ id: RegisterPrint.ID) -> RecordReference {
    RecordReference(code: "registerPrint", number: id.number)
  }
}
