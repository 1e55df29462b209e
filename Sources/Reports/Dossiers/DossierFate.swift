import Documents
import IncomingDocuments
import Kernel
import OutgoingDocuments

/// How far a dossier is, as the report counts it: each dossier has one.
enum DossierFate: String, Sendable, CaseIterable {
  case open = "dang-lap"
  /// Its work should have ended.
  case overdue = "qua-han-giai-quyet"
  case closed = "da-ket-thuc"
  /// It should be in the archive (HS-06).
  case lateForArchive = "qua-han-nop-luu"
  case submitted = "cho-nhan"
  case archived = "luu-tru"
  case destroyed = "da-huy"

  /// Heads its column.
  var label: String {
    switch self {
    case .open: "Đang lập"
    case .overdue: "Đang lập, quá hạn giải quyết"
    case .closed: "Đã kết thúc"
    case .lateForArchive: "Đã kết thúc, quá hạn nộp lưu"
    case .submitted: "Chờ lưu trữ nhận"
    case .archived: "Đã vào lưu trữ"
    case .destroyed: "Đã hủy"
    }
  }
}

/// Documents whose handling is over and that lie in no dossier (HS-12).
enum UnfiledKind: String, Sendable, CaseIterable {
  case incoming = "van-ban-den"
  case outgoing = "van-ban-di"

  /// Whose references it names.
  var recordCode: String {
    switch self {
    case .incoming: RecordReference.incomingDocumentCode
    case .outgoing: RecordReference.outgoingDocumentCode
    }
  }

  /// Heads its column.
  var label: String {
    switch self {
    case .incoming: "Văn bản đến chưa vào hồ sơ"
    case .outgoing: "Văn bản đi chưa vào hồ sơ"
    }
  }
}
