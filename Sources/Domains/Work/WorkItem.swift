import Kernel

/// What is asked of somebody, whatever the flow (loại việc). Each flow adds its own as static members in an extension.
package struct WorkKind: Hashable, Sendable {
  /// Unique over the product: `incomingDocument.direct`.
  package let code: String

  package init(code: String) { self.code = code }
}

/// One pending thing that somebody must do (việc): who holds it, in which role, by when, how far it is.
///
/// State belongs to each recipient, not to the document: a document's own state is folded from its items.
package struct WorkItem: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<WorkItem>

  package let id: ID
  package var subject: RecordReference
  package var kind: WorkKind
  package var agency: AgencyID
  /// A post, or a desk that several posts see and one takes: a unit's head and clerk, an agency's role.
  package var holder: Principal
  /// As it was called when the work was given: «Vụ Khoáng sản».
  package var holderName: String
  /// The unit that answers for it, for reports; nil for an agency's desk.
  package var unit: UnitID?
  package var role: WorkRole
  /// The item it was passed on from; nil at the top of the tree.
  package var parent: ID?
  package var givenBy: PostID
  package var giverName: String
  package var givenAt: Instant
  /// What to do, in the giver's words.
  package var instruction: String
  /// The moment at which it is late; nil without a deadline.
  package var dueAt: Instant?
  package var state: State
  package var openedAt: Instant?
  package var openedBy: String?
  package var acceptedAt: Instant?
  package var endedAt: Instant?
  /// Result of what is done, reason of what was returned or recalled.
  package var outcome: String
  /// A written reply is asked for: completion names it, or says why there is none.
  package var needsReply = false
  /// What the work came to; nil before it is done.
  package var result: Result?
  /// «12/TCĐC-KS»; empty while no reply is named.
  package var replyCode = ""
  /// The record of that reply; nil for one that is known by its number only.
  package var replyRecord: RecordReference?
  package var version: Int

  package var isOpen: Bool { state.isOpen }
}

extension WorkItem {
  /// What a finished piece of work came to (kết quả).
  package enum Result: String, Sendable, CaseIterable {
    /// A document was written in reply, named now or later.
    case reply
    case report
    /// Nothing more is to be done: kept for information.
    case filed

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .reply: "Có văn bản trả lời"
      case .report: "Đã báo cáo, xử lý xong"
      case .filed: "Lưu, để biết"
      }
    }
  }
}

/// The document that replied (văn bản trả lời): by its number, and as a record where the installation has it.
package struct WorkReply: Sendable, Equatable {
  /// «12/TCĐC-KS».
  package var code: String
  package var record: RecordReference?

  /// Nil for no number.
  package init?(_ code: String, record: RecordReference? = nil) {
    guard !code.isEmpty else { return nil }
    self.code = code
    self.record = record
  }
}

extension WorkItem {
  /// What was written in reply to it; nil while nothing is named.
  package var reply: WorkReply? { WorkReply(replyCode, record: replyRecord) }
}

/// In what role somebody holds a piece of work (vai trò).
package enum WorkRole: String, Sendable, CaseIterable {
  /// Answers for the whole; exactly one (DEN-11).
  case lead
  case coordinate
  /// To know; done by reading.
  case inform
  /// To decide: a leader who was asked for a directive.
  case decide

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .lead: "chủ trì"
    case .coordinate: "phối hợp"
    case .inform: "để biết"
    case .decide: "cho ý kiến"
    }
  }
}

extension WorkItem {
  /// How far a recipient is.
  package enum State: String, Sendable, CaseIterable {
    /// Given, not accepted yet.
    case offered
    /// Asked of someone who need not accept: a decision, something to read.
    case waiting
    case inProgress
    /// Handed on; waits for those below.
    case passedOn
    case done
    case returned
    case recalled

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .offered: "Chờ nhận"
      case .waiting: "Chờ xử lý"
      case .inProgress: "Đang xử lý"
      case .passedOn: "Đã chuyển tiếp"
      case .done: "Đã xong"
      case .returned: "Đã trả lại"
      case .recalled: "Đã thu hồi"
      }
    }

    package var isOpen: Bool { Self.open.contains(self) }

    package static let open: Set<State> = [.offered, .waiting, .inProgress, .passedOn]
  }

  /// What can happen to an item.
  package enum Step: String, Sendable, CaseIterable {
    case accept, passOn, finish, giveBack, recall, reopen
    /// What was passed on comes back: a child was returned.
    case resume
    /// Another holder takes it over as it was given.
    case handOver, handOverWaiting, handOverPassed
    /// Given a moment ago and taken back before anybody opened it.
    case undo
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: (from: Set<State>, to: State)] = [
    .accept: ([.offered], .inProgress),
    .passOn: ([.offered, .waiting, .inProgress, .passedOn], .passedOn),
    .finish: ([.offered, .waiting, .inProgress, .passedOn], .done),
    .giveBack: ([.offered, .waiting, .inProgress], .returned),
    .recall: (State.open, .recalled),
    .reopen: ([.done], .inProgress),
    .resume: ([.passedOn], .inProgress),
    .handOver: ([.offered, .inProgress], .offered),
    .handOverWaiting: ([.waiting], .waiting),
    .handOverPassed: ([.passedOn], .passedOn),
    .undo: (State.open.union([.done]), .recalled),
  ]

  /// The item after a step, or the refusal that names its state.
  package func taking(_ step: Step, at now: Instant, outcome: String = "") throws(Refusal) -> WorkItem {
    guard let move = Self.lifecycle[step], move.from.contains(state) else {
      throw Refusal(
        .conflict, "Việc của \(holderName) đang ở trạng thái «\(state.label)» nên không thực hiện được bước này.")
    }
    var next = self
    next.state = move.to
    if step == .accept { next.acceptedAt = now }
    next.endedAt = move.to.isOpen ? nil : now
    if !move.to.isOpen { next.outcome = outcome }
    if step == .reopen { (next.outcome, next.result) = ("", nil) }
    return next
  }
}

extension RecordReference {
  /// A piece of work: source of the grants that it gives.
  package static func workItem(_ id: WorkItem.ID) -> RecordReference {
    RecordReference(code: "workItem", number: id.number)
  }
}
