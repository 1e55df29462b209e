import Dossiers
import Kernel
import Markup

/// Addresses of the archive.
package enum ArchivePaths {
  package static let room = Room.archive.path
  package static let submission = FramePaths.archiveSubmission
  package static let acceptance = "\(room)/nhan"
  package static let transfers = "\(room)/dot"
  package static let terms = "\(room)/thoi-han"
  package static let holds = "\(room)/de-nghi-giu-lai"

  package static func review(_ id: Dossier.ID) -> String { FramePaths.archiveReview(dossier: id.number) }
  static func acceptance(_ id: Dossier.ID) -> String { "\(review(id))/nhan" }
  static func giveBackPath(_ id: Dossier.ID) -> String { "\(review(id))/tra-lai" }
  static func transfer(_ id: ArchiveTransfer.ID) -> String { "\(transfers)/\(id)" }
  static func printed(_ id: ArchiveTransfer.ID, _ form: TransferForm, _ format: String) -> String {
    "\(transfer(id))/in/\(form.rawValue).\(format)"
  }
  package static func holding(_ id: Dossier.ID) -> String { FramePaths.archiveHolding(dossier: id.number) }
  package static func hold(_ id: DossierHold.ID) -> String { "\(holds)/\(id)" }

  /// What is printed of a transfer.
  enum TransferForm: String, CaseIterable {
    case list = "muc-luc"
    case minutes = "bien-ban"

    var label: String {
      switch self {
      case .list: "Mục lục hồ sơ, tài liệu nộp lưu"
      case .minutes: "Biên bản giao nhận"
      }
    }

    var formats: [String] { self == .list ? ["pdf", "docx", "xlsx"] : ["pdf", "docx"] }
  }
}

/// Names of fields, in forms and in addresses.
enum ArchiveField {
  static let part = "phan"
  static let unit = "don-vi"
  static let year = "nam"
  static let urgency = "han"
  static let older = "truoc"
  static let newer = "sau"
  static let afterDay = "tu-ngay"
  static let afterKey = "tu-khoa"
  /// `id.version` of each dossier chosen.
  static let dossier = "ho-so"
  static let note = DossierField.note
  static let reason = DossierField.reason
  static let until = "den-ngay"
  /// Pressed on the dossier's own page: back there.
  static let fromDossier = "tu-ho-so"
}
