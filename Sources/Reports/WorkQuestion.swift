import IncomingDocuments
import Kernel
import Work

/// Which pieces of work are meant. A figure and the list that it opens ask the same question, so they cannot differ.
package struct WorkQuestion: Sendable, Equatable {
  /// How far it should be.
  enum Part: String, Sendable { case open, ended, any }

  package var scope: WorkScope
  var part = Part.any
  /// Empty for every kind.
  var kinds: [WorkKind] = []
  var roles: [WorkRole] = []
  var unit: UnitID?
  var holder: Principal?
  /// Given at or after the first moment and before the second.
  var given: Range<Instant>?
  /// Only what came to its unit from outside it, so that a unit's task is counted once.
  var isUnitsOwn = false
  /// Only what people hold, not desks.
  var isPersonal = false
  /// Only what stands (neither returned nor recalled).
  var isStanding = false
  var fate: WorkFate?
  var step: WaitingStep?
  var isLate = false
  /// Only what is to be done today and is not late yet.
  var isDueToday = false
  /// Not what was passed on: there it waits for those below.
  var isWaiting = false

  init(_ scope: WorkScope) { self.scope = scope }
}

/// How a piece of work stands to its deadline, for the report (PL6-OUT). Computed when asked, never stored.
package enum WorkFate: String, Sendable, CaseIterable {
  case onTime, late, within, overdue, doneUndated, openUndated

  /// The Vietnamese term, as a column of the report.
  package var label: String {
    switch self {
    case .onTime: "Đã giải quyết đúng hạn"
    case .late: "Đã giải quyết trễ hạn"
    case .within: "Đang giải quyết, trong hạn"
    case .overdue: "Đang giải quyết, quá hạn"
    case .doneUndated: "Không có thời hạn, đã xong"
    case .openUndated: "Không có thời hạn, đang giải quyết"
    }
  }
}

extension WorkFate {
  /// The same where there is little room: under a head that names the whole.
  var shortLabel: String {
    switch self {
    case .onTime: "Xong đúng hạn"
    case .late: "Xong trễ hạn"
    case .within: "Đang làm, trong hạn"
    case .overdue: "Đang làm, quá hạn"
    case .doneUndated: "Không hạn, xong"
    case .openUndated: "Không hạn, đang làm"
    }
  }
}

/// At which step an open document waits (bước).
package enum WaitingStep: String, Sendable, CaseIterable {
  /// A leader's directive, or the head of office's proposal.
  case directive
  case acceptance
  /// A unit that accepted and named nobody yet.
  case assignment
  case handling
  /// A unit whose people have finished; its head concludes.
  case conclusion

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .directive: "Chờ bút phê"
    case .acceptance: "Chờ nhận"
    case .assignment: "Chờ phân công"
    case .handling: "Đang giải quyết"
    case .conclusion: "Chờ đơn vị kết luận"
    }
  }
}

/// One piece of work with what its document says, for a list.
package struct ReportedWork: Sendable, Equatable {
  package var id: WorkItem.ID
  package var document: IncomingDocument.ID
  /// A secrecy mark was found: nothing but its number is told (MAT-05).
  var isWithheld: Bool
  var arrivalNumber: Int
  var codeText: String
  var subject: String
  var issuer: String
  var urgency: String
  var holder: Principal
  var holderName: String
  var unit: UnitID?
  var role: WorkRole
  var state: WorkItem.State
  var givenBy: PostID
  var giverName: String
  var givenAt: Instant
  var dueAt: Instant?
  var openedAt: Instant?
  var openedBy: String?
  var endedAt: Instant?
  var outcome: String
}

/// Where a list of work goes on.
struct WorkPlace: Sendable, Equatable {
  var at: Int64
  var id: Int64

  init(at: Int64, id: Int64) {
    self.at = at
    self.id = id
  }

  init?(_ text: String) {
    let parts = text.split(separator: ".").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    self.init(at: parts[0], id: parts[1])
  }

  var text: String { "\(at).\(id)" }
}
