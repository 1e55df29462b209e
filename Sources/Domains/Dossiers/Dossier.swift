import FilePlans
import Kernel

/// The documents of one matter (hồ sơ công việc), from its opening to the archive.
package struct Dossier: Sendable, Equatable {
  package typealias ID = Identifier<Dossier>

  /// How far it is (trạng thái hồ sơ).
  package enum State: String, Sendable, CaseIterable {
    case open, closed
    /// Asked to be taken over by the archive (đã nộp, chờ lưu trữ nhận).
    case submitted
    /// The archive's, to be read only.
    case archived
    /// Destroyed by decision: only the history of it is left (LT-03).
    case destroyed

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .open: "Đang lập"
      case .closed: "Đã kết thúc"
      case .submitted: "Chờ lưu trữ nhận"
      case .archived: "Đã vào lưu trữ"
      case .destroyed: "Đã hủy"
      }
    }
  }

  /// What can happen to it.
  package enum Step: String, Sendable, CaseIterable {
    /// Its head is set right: title, retention, dates.
    case change
    /// Something is put in or taken out.
    case fill
    case note
    /// Who takes part.
    case share
    /// Somebody's part ends.
    case unshare
    case close, reopen
    /// Nộp lưu trữ, and taking that back before the archive has decided (HS-08).
    case submit, withdraw
    /// The archive gives it back to be mended (trả lại), or takes it over (nhận vào lưu trữ).
    case giveBack, accept
    /// Another post becomes its maker (HS-11).
    case handOver
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: Set<State>] = [
    .change: [.open], .fill: [.open], .note: [.open], .share: [.open, .closed],
    .unshare: [.open, .closed], .close: [.open], .reopen: [.closed],
    .submit: [.closed], .withdraw: [.submitted], .giveBack: [.submitted], .accept: [.submitted],
    .handOver: [.open, .closed, .submitted],
  ]

  /// What may still be done while an order keeps the dossier as it is (giữ nguyên theo lệnh, PL6-97): whatever takes nothing
  /// away. Steps of flows above are not among them.
  package static let stepsUnderHold: Set<Step> = [.share, .handOver]

  package var id: ID
  package var agency: AgencyID
  package var code: DossierCode
  package var facts: DossierFacts
  package var state: State
  /// The unit in which it is made, as it is called on the record.
  package var unit: UnitID
  package var unitName: String
  package var makerPost: PostID
  /// Người lập hồ sơ, as the forms print it.
  package var makerName: String
  /// The entry of the year's plan that it was opened from; nil outside the plan.
  package var planEntry: FilePlanEntry.ID?
  package var openedAt: Instant
  package var openedBy: String
  package var closedAt: Instant?
  package var closedBy: String?
  /// The day on which its work ended; retention counts from the end of that year (LT-01).
  package var endedOn: Day?
  /// Documents and files in it.
  package var itemCount: Int
  package var pageTotal: Int
  package var version: Int
  /// How it stands to the archive.
  package var archiving = DossierArchiving()
  /// The order by which it is kept as it is, in words: «Quyết định số 12/QĐ-TTr ngày 05/11/2026 của Thanh tra Bộ»; nil
  /// when none stands.
  package var hold: String?
  /// How many of the things that must be there are neither there nor excused (còn thiếu).
  package var missing = 0
  /// The dossier of which it is a part (hồ sơ con); nil for one of its own.
  package var parent: ID?

  /// The first day on which it need not be kept any more; nil while it is open and for what is kept for ever (LT-01).
  package var retentionEndsOn: Day? {
    guard state != .open, state != .destroyed, let endedOn else { return nil }
    return facts.retention.endsOn(workEnded: endedOn)
  }

  /// Why nothing is taken from it while an order keeps it; nil when none does.
  package var holdRefusal: Refusal? {
    hold.map {
      Refusal(.conflict, "Hồ sơ \(code.notation) đang được giữ nguyên theo \($0), nên không làm được việc này.")
    }
  }

  /// The refusal of a step as things stand; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    if !Self.stepsUnderHold.contains(step), let holdRefusal { return holdRefusal }
    guard let allowed = Self.lifecycle[step], !allowed.contains(state) else { return nil }
    switch state {
    case .closed where [.withdraw, .giveBack, .accept].contains(step):
      return Refusal(.conflict, "Hồ sơ \(code.notation) không còn chờ lưu trữ nhận; hãy tải lại trang để xem.")
    case .closed:
      let when = closedAt.map { " ngày \($0.day.text)" } ?? ""
      return Refusal(
        .conflict, "Hồ sơ \(code.notation) đã kết thúc\(when), nên không sửa được. Cần bổ sung thì mở lại hồ sơ.")
    case .open: return Refusal(.conflict, "Hồ sơ \(code.notation) đang lập, chưa kết thúc.")
    case .submitted where step == .submit:
      return Refusal(.conflict, "Hồ sơ \(code.notation) đã nộp, đang chờ lưu trữ nhận.")
    case .submitted:
      return Refusal(
        .conflict,
        "Hồ sơ \(code.notation) đã nộp, đang chờ lưu trữ nhận, nên không sửa được. Cần sửa thì rút lại hồ sơ.")
    case .archived:
      return Refusal(.conflict, "Hồ sơ \(code.notation) đã vào lưu trữ, chỉ còn xem được.")
    case .destroyed: return Refusal(.conflict, "Hồ sơ \(code.notation) đã hủy theo quyết định, chỉ còn lịch sử.")
    }
  }
}

/// Mã hồ sơ: who keeps the plan, the year, number and symbol (PL6-42).
package struct DossierCode: Sendable, Equatable {
  package static let notationLengthMax = 20

  /// Mã định danh of the agency at the opening; empty when it has none yet.
  package var organ: String
  package var year: Int
  /// Số và ký hiệu hồ sơ: «01.TCCB».
  package var notation: String

  package init(organ: String, year: Int, notation: String) {
    self.organ = organ
    self.year = year
    self.notation = notation
  }

  /// «G09.2026.01.TCCB»; without an identifier «2026.01.TCCB».
  package var text: String { "\(organ.isEmpty ? "" : "\(organ).")\(year).\(notation)" }

}

extension RecordReference {
  package static let dossierCode = "dossier"

  /// A dossier.
  package static func dossier(_ id: Dossier.ID) -> RecordReference {
    RecordReference(code: dossierCode, number: id.number)
  }
}
