import Kernel

/// The dossiers that an agency expects to form in a year (danh mục hồ sơ, HS-01): made, approved and issued as a whole, and
/// added to afterwards in the same way, round by round.
package struct FilePlan: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<FilePlan>

  /// How the numbers of dossiers run (HS-02): chosen once for a plan.
  package enum Numbering: String, Sendable, CaseIterable {
    case plan, heading

    /// The words on the screen.
    package var label: String {
      switch self {
      case .plan: "Liên tục trong toàn danh mục"
      case .heading: "Liên tục trong từng đề mục lớn"
      }
    }
  }

  /// Where a round stands.
  package enum State: String, Sendable, CaseIterable {
    case drafting, proposed, approved, issued

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .drafting: "Đang lập"
      case .proposed: "Trình duyệt"
      case .approved: "Đã duyệt, chờ ban hành"
      case .issued: "Đã ban hành"
      }
    }
  }

  /// What can be done with a plan. Adding to an issued plan begins a round of additions.
  package enum Step: String, Sendable, CaseIterable {
    case addEntry, changeEntry
    /// A heading, last year's lines, lines of a file.
    case addHeading
    /// Headings, their order, how numbers run.
    case arrange
    case propose, takeBack, approve, giveBack, issue
  }

  /// In which states of the latest round a step may be taken, and where it leads. What is not listed is refused.
  package static let lifecycle: [Step: (from: Set<State>, to: State)] = [
    .addEntry: ([.drafting, .issued], .drafting),
    .changeEntry: ([.drafting], .drafting),
    .addHeading: ([.drafting, .issued], .drafting),
    .arrange: ([.drafting], .drafting),
    .propose: ([.drafting], .proposed),
    .takeBack: ([.proposed], .drafting),
    .approve: ([.proposed], .approved),
    .giveBack: ([.proposed, .approved], .drafting),
    .issue: ([.approved], .issued),
  ]

  package var id: ID
  package var agency: AgencyID
  package var year: Int
  package var numbering: Numbering
  /// The last number given to a dossier, where numbers run through the whole plan.
  package var lastNumber: Int
  /// The plan itself, then what was added to it; never empty.
  package var rounds: [FilePlanRound]
  package var madeAt: Instant
  package var madeBy: String
  /// Grows with everything that is changed in it.
  package var version: Int

  /// The latest round: what is being made, or what was issued last.
  package var round: FilePlanRound { rounds[rounds.count - 1] }

  /// Issued as a whole: dossiers may be opened from it, whatever is being added.
  package var isIssued: Bool { rounds[0].state == .issued }

  package var title: String { "Danh mục hồ sơ năm \(year)" }

  /// What the latest round is called.
  package var roundTitle: String { round.number == 0 ? title : "Bổ sung lần \(round.number) \(titleInSentence)" }

  package var titleInSentence: String { "danh mục hồ sơ năm \(year)" }

  /// The refusal of a step as things stand; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    guard let move = Self.lifecycle[step], !move.from.contains(round.state) else { return nil }
    switch round.state {
    case .drafting:
      return Refusal(.conflict, "\(roundTitle) đang lập, chưa \(step == .issue ? "được duyệt" : "trình duyệt").")
    case .proposed:
      return Refusal(
        .conflict, "\(roundTitle) đang trình lãnh đạo duyệt nên giữ nguyên. Cần sửa thì lấy lại hoặc chờ trả lại.")
    case .approved:
      return Refusal(
        .conflict, "\(roundTitle) đã được duyệt, chờ ban hành, nên giữ nguyên. Cần sửa thì lãnh đạo trả lại.")
    case .issued:
      return Refusal(
        .conflict, "\(roundTitle) đã ban hành nên giữ nguyên. Hồ sơ phát sinh thì thêm vào phần bổ sung.")
    }
  }

  /// The plan after a step.
  package func taking(_ step: Step) throws(Refusal) -> FilePlan {
    if let obstacle = obstacle(to: step) { throw obstacle }
    var next = self
    next.rounds[rounds.count - 1].state = Self.lifecycle[step]?.to ?? round.state
    return next
  }
}

/// The plan itself (number 0) or additions to it (bổ sung), each proposed, approved and issued on its own.
package struct FilePlanRound: Sendable, Equatable {
  package var number: Int
  package var state: FilePlan.State
  package var proposedAt: Instant?
  package var proposedBy: String?
  /// Who proposed it: somebody else approves.
  package var proposer: PersonID?
  package var proposerPost: PostID?
  package var approvedAt: Instant?
  package var approvedBy: String?
  /// Number and symbol of the decision: «45/QĐ-TCTNĐC».
  package var decisionCode: String
  package var decisionOn: Day?
  package var issuedAt: Instant?
  package var issuedBy: String?
  /// Why it was given back last.
  package var returnReason: String
  package var returnedBy: String?

  package init(number: Int) {
    self.number = number
    state = .drafting
    (decisionCode, returnReason) = ("", "")
  }

  /// «Quyết định số 45/QĐ-TCTNĐC ngày 05/01/2026».
  package var decisionText: String {
    decisionCode.isEmpty ? "" : "Quyết định số \(decisionCode)\(decisionOn.map { " ngày \($0.text)" } ?? "")"
  }
}

extension RecordReference {
  /// The code of references to plans.
  package static let filePlanCode = "filePlan"

  /// A plan of dossiers of a year.
  package static func filePlan(_ id: FilePlan.ID) -> RecordReference {
    RecordReference(code: filePlanCode, number: id.number)
  }
}
