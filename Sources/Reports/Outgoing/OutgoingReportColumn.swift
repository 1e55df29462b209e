import Drafts
import OutgoingDocuments

extension OutgoingReport {
  /// What the rows behind a figure are.
  enum Kind {
    case drafts, documents, places
  }

  /// One table of the screen.
  enum Part: CaseIterable {
    case drafts, documents, issued

    var columns: [Column] { Column.allCases.filter { $0.part == self } }

    /// Heads its table.
    var label: String {
      switch self {
      case .drafts: "Dự thảo lập trong kỳ"
      case .documents: "Văn bản cấp số trong kỳ"
      case .issued: "Trong số đã phát hành"
      }
    }
  }

  /// One column behind the name; the raw value as it stands in the address.
  enum Column: String, CaseIterable {
    case drafts = "du-thao"
    case draftsOpen = "du-thao-dang-lam"
    case draftsReturned = "du-thao-tra-lai"
    case draftsSigned = "du-thao-da-ky"
    case draftsOver = "du-thao-da-xong"
    case all = ""
    case sameDay = "trong-ngay"
    case nextDay = "ngay-tiep-theo"
    case later = "muon-hon"
    case waiting, waitingLate, cancelled
    case issuedLate
    case recalled
    case corrected = "dinh-chinh"
    case received = "da-tiep-nhan"
    case notReceived = "chua-tiep-nhan"

    var part: Part {
      switch self {
      case .drafts, .draftsOpen, .draftsReturned, .draftsSigned, .draftsOver: .drafts
      case .all, .sameDay, .nextDay, .later, .waiting, .waitingLate, .cancelled: .documents
      case .issuedLate, .recalled, .corrected, .received, .notReceived: .issued
      }
    }

    var kind: Kind {
      switch self {
      case .received, .notReceived: .places
      default: part == .drafts ? .drafts : .documents
      }
    }

    /// On the screen, under the heading of its part.
    var label: String {
      switch self {
      case .drafts: "Đã lập"
      case .draftsOpen: "Đang soạn, đang trình"
      case .draftsReturned: "Trả lại, rút lại"
      case .draftsSigned: "Đã ký, chờ cấp số"
      case .draftsOver: "Đã cấp số, đã hủy"
      case .all: "Đã cấp số"
      case .sameDay: "Phát hành trong ngày ký"
      case .nextDay: "Phát hành ngày làm việc tiếp theo"
      case .later: "Phát hành muộn hơn"
      case .waiting: IssuingFate.waiting.label
      case .waitingLate: IssuingFate.waitingLate.label
      case .cancelled: IssuingFate.cancelled.label
      case .issuedLate: IssuingFate.issuedLate.label
      case .recalled: "Đã thu hồi"
      case .corrected: "Đã đính chính"
      case .received: "Nơi nhận đã tiếp nhận"
      case .notReceived: "Nơi nhận chưa tiếp nhận"
      }
    }

    /// Where it stands alone, as in a file.
    var fullLabel: String { part == .drafts ? "Dự thảo: \(label.prefix(1).lowercased())\(label.dropFirst())" : label }

    func holds(_ draft: ReportedDraft) -> Bool {
      switch self {
      case .drafts: true
      case .draftsReturned: [.returned, .withdrawn].contains(draft.progress)
      case .draftsSigned: draft.progress == .signed
      case .draftsOver: [.numbered, .issued, .recalled, .cancelled].contains(draft.progress)
      case .draftsOpen: draft.progress.isSubmitted || [.assigned, .drafting].contains(draft.progress)
      default: false
      }
    }

    func holds(_ row: FatedDocument) -> Bool {
      switch self {
      case .all: true
      case .sameDay: row.issuingDay == .sameDay
      case .nextDay: row.issuingDay == .nextWorkingDay
      case .later: row.issuingDay == .later
      case .waiting: row.fate == .waiting
      case .waitingLate: row.fate == .waitingLate
      case .cancelled: row.fate == .cancelled
      case .issuedLate: row.fate == .issuedLate
      case .recalled: row.document.state == .recalled
      case .corrected: row.isCorrected
      default: false
      }
    }

    func holds(_ place: ReportedPlace) -> Bool { place.isReceived == (self == .received) }
  }
}
