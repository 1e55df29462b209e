import Dossiers
import Kernel

/// One loan of the paper part of a dossier (mượn hồ sơ giấy), from its asking to its return: a line of «Sổ mượn hồ sơ»
/// from the moment the papers are handed out.
package struct DossierLoan: Sendable, Equatable {
  package typealias ID = Identifier<DossierLoan>

  /// How far it is.
  package enum State: String, Sendable, CaseIterable {
    /// For a leader's consent: the dossier is used under conditions and the borrower does not take part.
    case waiting
    /// For the archive.
    case asked
    /// The papers may be fetched.
    case allowed
    /// With the borrower.
    case out
    case returned
    /// Refused, or asked no more.
    case declined

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Chờ lãnh đạo đồng ý"
      case .asked: "Chờ lưu trữ"
      case .allowed: "Được mượn, chờ giao"
      case .out: "Đang mượn"
      case .returned: "Đã trả"
      case .declined: "Không mượn"
      }
    }
  }

  /// What can happen to it.
  package enum Step: String, Sendable, CaseIterable {
    case consent, allow, refuse, withdraw, handOut, giveBack
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: (from: Set<State>, to: State)] = [
    .consent: ([.waiting], .asked), .allow: ([.asked], .allowed), .refuse: ([.waiting, .asked, .allowed], .declined),
    .withdraw: ([.waiting, .asked, .allowed], .declined), .handOut: ([.allowed], .out),
    .giveBack: ([.out], .returned),
  ]

  /// A step that was taken.
  package struct Mark: Sendable, Equatable {
    package var at: Instant
    package var by: String

    /// «09:12 05/11/2026, Ngô Thị Kim Liên, Lưu trữ viên».
    package var text: String { "\(at.text), \(by)" }
  }

  package static let reasonLengthMax = 500
  package static let documentsLengthMax = 500
  package static let nameLengthMax = 200
  /// For how long papers leave their box at once, at most.
  package static let daysMax = 90

  package var id: ID
  package var agency: AgencyID
  package var dossier: Dossier.ID
  package var state: State
  package var askerPost: PostID
  /// Nil for somebody from outside.
  package var borrowerPost: PostID?
  package var borrowerName: String
  /// Unit, or outside agency.
  package var borrowerOrgan: String
  /// Giấy giới thiệu, of somebody from outside.
  package var borrowerPaper: String
  /// Which documents of it; empty for all.
  package var documents: String
  package var reason: String
  package var untilOn: Day
  package var asked: Mark
  package var consented: Mark?
  package var allowed: Mark?
  package var handedOut: Mark?
  /// Of its line in the register.
  package var year: Int?
  package var number: Int?
  package var ended: Mark?
  /// How the papers came back, or why nothing was lent.
  package var words: String
  package var version: Int

  /// «Phiếu mượn số 12/2026»; before the papers go «Phiếu mượn».
  package var name: String {
    guard let number, let year else { return "Phiếu mượn" }
    return "Phiếu mượn số \(number)/\(year)"
  }

  /// «Vũ Thị Lan Anh, Vụ Khoáng sản».
  package var borrower: String { borrowerOrgan.isEmpty ? borrowerName : "\(borrowerName), \(borrowerOrgan)" }

  /// Whether the papers should be back.
  package func isLate(on day: Day) -> Bool { state == .out && untilOn < day }

  /// Why a step cannot be taken as it stands; nil when it can.
  package func obstacle(to step: Step) -> Refusal? {
    guard let move = Self.lifecycle[step], !move.from.contains(state) else { return nil }
    return Refusal(
      .conflict, "\(name) đang ở trạng thái «\(state.label)» nên không làm được việc này. Hãy tải lại trang.")
  }
}

/// Parts of the register of loans, each at its own address.
enum LoanPart: String, CaseIterable {
  case waiting = "cho-dong-y"
  case asked = "cho-luu-tru"
  case allowed = "cho-giao"
  case out = "dang-muon"
  case late = "qua-han"
  case returned = "da-tra"
  case declined = "khong-muon"

  var label: String {
    switch self {
    case .waiting: "Chờ đồng ý"
    case .asked: "Chờ lưu trữ"
    case .allowed: "Chờ giao"
    case .out: "Đang mượn"
    case .late: "Quá hạn"
    case .returned: "Đã trả"
    case .declined: "Không mượn"
    }
  }

  var state: DossierLoan.State {
    switch self {
    case .waiting: .waiting
    case .asked: .asked
    case .allowed: .allowed
    case .out, .late: .out
    case .returned: .returned
    case .declined: .declined
    }
  }
}

extension RecordReference {
  package static let dossierLoanCode = "dossierLoan"

  /// A loan of the paper part of a dossier.
  package static func dossierLoan(_ id: DossierLoan.ID) -> RecordReference {
    RecordReference(code: dossierLoanCode, number: id.number)
  }
}
