import Dossiers
import FileVault
import Kernel

/// A dossier taken along as one file, made in the background and kept for a week.
package struct DossierPackage: Sendable, Equatable {
  package typealias ID = Identifier<DossierPackage>

  package enum Kind: String, Sendable, CaseIterable {
    /// For people: everything as one PDF in the order of time, the metadata as XML, the files as they are (PL6-47).
    case reading
    /// For an archive: a submission information package (PL6-53, TT 05/2025).
    case submission

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .reading: "PDF và XML theo thứ tự thời gian"
      case .submission: "Gói nộp lưu (SIP)"
      }
    }

    var hint: String {
      switch self {
      case .reading: "Một tệp PDF để đọc, dữ liệu đặc tả XML, và mọi tệp gốc."
      case .submission: "Theo Thông tư 05/2025/TT-BNV: METS, mô tả hồ sơ và từng văn bản, tệp gốc, quá trình xử lý."
      }
    }

    /// In the name of the file.
    var word: String { self == .reading ? "ho-so" : "sip" }
  }

  package var id: ID
  package var dossier: Dossier.ID
  package var kind: Kind
  /// Who asked, and as which post: what this post sees is packed.
  package var account: AccountID
  package var person: PersonID
  package var post: PostID
  package var askedAt: Instant
  /// Nil while it is being made.
  package var madeAt: Instant?
  package var file: StoredFile?

  /// How long the file is kept.
  static let kept = Duration.seconds(7 * 86_400)

  static let incomplete = Refusal(.conflict, "Có văn bản vừa bị giữ lại hoặc không còn xem được; gói phải có đủ hồ sơ.")
}

extension RecordReference {
  /// A dossier taken along as one file.
  package static func dossierPackage(_ id: DossierPackage.ID) -> RecordReference {
    RecordReference(code: "dossierPackage", number: id.number)
  }
}
