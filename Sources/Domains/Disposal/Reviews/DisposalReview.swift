import FileVault
import Kernel
import Papers

/// A list of dossiers whose retention is over, as a council looks through it and a leader decides on it (đợt xét hủy,
/// LT-03).
package struct DisposalReview: Sendable, Equatable {
  package typealias ID = Identifier<DisposalReview>

  package static let nameLengthMax = 300
  package static let reasonLengthMax = 500
  package static let codeLengthMax = 50
  /// Chair, secretary and one more.
  package static let councilMin = 3

  package enum State: String, Sendable, CaseIterable {
    case draft, council, approved, destroying, destroyed, cancelled

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .draft: "Đang lập danh mục"
      case .council: "Hội đồng đang xét"
      case .approved: "Đã có quyết định hủy"
      case .destroying: "Đang hủy"
      case .destroyed: "Đã hủy xong"
      case .cancelled: "Đã bỏ"
      }
    }
  }

  /// What can happen to it.
  package enum Step: String, Sendable, CaseIterable {
    /// Dossiers are put into the list.
    case fill
    /// One is taken out, or kept longer.
    case takeOut
    /// Who sits on the council.
    case appoint
    case submit
    /// A member speaks.
    case speak
    /// Back to its maker; what the council said is void.
    case withdraw
    case decide
    case destroy
    case cancel
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: Set<State>] = [
    .fill: [.draft], .takeOut: [.draft, .council], .appoint: [.draft], .submit: [.draft], .speak: [.council],
    .withdraw: [.council], .decide: [.council], .destroy: [.approved], .cancel: [.draft, .council],
  ]

  /// Quyết định hủy: its number and day as printed, and its file.
  package struct Decision: Sendable, Equatable {
    package var code: String
    package var on: Day
    package var decidedBy: String
    package var decidedAt: Instant
    package var file: File

    /// «Quyết định số 12/QĐ-TCĐC ngày 05/11/2026».
    package var text: String { "Quyết định số \(code) ngày \(on.text)" }
  }

  /// The decision itself, as it was put in.
  package struct File: Sendable, Equatable {
    package var name: String
    package var kind: FileKind
    package var bytes: Int64
    package var hash: FileHash
  }

  package var id: ID
  package var agency: AgencyID
  package var year: Int
  package var number: Int
  /// «Đợt xét hủy năm 2026».
  package var name: String
  package var state: State
  package var makerAccount: AccountID
  package var makerPost: PostID
  package var madeBy: String
  package var madeAt: Instant
  package var decision: Decision?
  package var finishedAt: Instant?
  package var version: Int

  /// «XH-01/2026».
  package var codeText: String { "XH-\(number < 10 ? "0" : "")\(number)/\(year)" }

  /// The refusal of a step in this state; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    guard let allowed = Self.lifecycle[step], !allowed.contains(state) else { return nil }
    let frozen = decision.map { " (\($0.text)), danh mục đã chốt" } ?? ""
    return Refusal(
      .conflict, "Đợt \(codeText) đang ở bước «\(state.label)»\(frozen) nên không làm được việc này.")
  }
}

/// One dossier of such a list, as it was called when it was put in.
package struct DisposalLine: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case listed
    /// Taken out with a reason.
    case takenOut
    /// Kept longer, with a new retention and a reason.
    case extended
    case destroyed
    /// It stood in the decision, but an order kept it when its turn came.
    case spared

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .listed: "Trong danh mục"
      case .takenOut: "Đã đưa ra"
      case .extended: "Giữ thêm"
      case .destroyed: "Đã hủy"
      case .spared: "Chưa hủy được"
      }
    }
  }

  package var review: DisposalReview.ID
  package var dossier: Int64
  package var code: String
  package var title: String
  package var retention: String
  package var endedOn: Day
  package var itemCount: Int
  package var pageTotal: Int
  package var state: State
  package var reason: String
  /// Documents and files that were destroyed, and those that something else keeps.
  package var destroyedCount: Int
  package var keptCount: Int
  package var endedAt: Instant?
}

/// Who sits on the council (hội đồng xét hủy), and what they said of the whole list.
package struct CouncilMember: Sendable, Equatable {
  package enum Role: String, Sendable, CaseIterable {
    case chair, secretary, member

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .chair: "Chủ tịch hội đồng"
      case .secretary: "Thư ký hội đồng"
      case .member: "Ủy viên"
      }
    }
  }

  package var post: PostID
  package var name: String
  package var role: Role
  /// When they had said all that they had to say.
  package var spokeAt: Instant?
}

/// That a member asks to keep one dossier.
package struct KeepOpinion: Sendable, Equatable {
  package var dossier: Int64
  package var post: PostID
  package var name: String
  package var reason: String
}

extension RecordReference {
  package static let disposalReviewCode = "disposalReview"

  /// A review of dossiers whose retention is over.
  package static func disposalReview(_ id: DisposalReview.ID) -> RecordReference {
    RecordReference(code: disposalReviewCode, number: id.number)
  }
}
