import Dossiers
import Kernel

/// That a unit wants to keep a due dossier (đề nghị giữ lại hồ sơ đến hạn nộp lưu, HS-10), and what the head said.
package struct DossierHold: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DossierHold>

  /// How far it is.
  package enum State: String, Sendable, CaseIterable {
    case asked, granted, refused

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .asked: "Chờ ý kiến"
      case .granted: "Đồng ý"
      case .refused: "Không đồng ý"
      }
    }
  }

  package let id: ID
  package var agency: AgencyID
  package var dossier: Dossier.ID
  package var reason: String
  /// The day on which it is due by law.
  package var dueOn: Day
  /// Until when the unit wants to keep it.
  package var untilOn: Day
  package var state: State
  package var askerPost: PostID
  package var askedAt: Instant
  package var askedBy: String
  /// What the head said.
  package var words: String
  package var decidedAt: Instant?
  package var decidedBy: String?
  package var version: Int

  package static let reasonLengthMax = 500
  /// Months past the day on which it is due, at most.
  package static let monthsMax = 24

  /// Who consents: the head of the agency, or who leads its office.
  package static func mayDecide(_ actor: Actor) -> Bool { actor.isLeader || actor.isHeadOfOffice }

  static let notDecider = Refusal(.forbidden, "Chỉ lãnh đạo và chánh văn phòng trả lời đề nghị giữ lại hồ sơ.")
}
