import Kernel
import Work

extension WorkKind {
  /// Cho ý kiến chỉ đạo: a leader is asked for a directive (bút phê).
  package static let directIncoming = WorkKind(code: "incomingDocument.direct")
  /// Đề xuất phân phối: the head of office proposes to whom it goes.
  package static let proposeIncoming = WorkKind(code: "incomingDocument.propose")
  /// Giải quyết văn bản đến.
  package static let handleIncoming = WorkKind(code: "incomingDocument.handle")
  /// Để biết.
  package static let readIncoming = WorkKind(code: "incomingDocument.read")
  /// Cho ý kiến: whoever does the work asks for an opinion.
  static let opinionIncoming = WorkKind(code: "incomingDocument.opinion")
  /// Trả lời xin gia hạn.
  static let extendIncoming = WorkKind(code: "incomingDocument.extend")

  /// What is asked, in the words of the trade.
  var asked: String {
    switch self {
    case .directIncoming: "Bút phê"
    case .proposeIncoming: "Đề xuất phân phối"
    case .readIncoming: "Xem để biết"
    case .opinionIncoming: "Cho ý kiến"
    case .extendIncoming: "Trả lời xin gia hạn"
    default: "Giải quyết"
    }
  }
}

/// How far an incoming document is (tình trạng xử lý): folded from its work at the end of every act, never set.
package enum IncomingProgress: String, Sendable, CaseIterable {
  /// In the book; nobody has been asked yet.
  case registered
  /// Waits for a leader's directive.
  case presented
  /// Directed; who was named has not accepted yet.
  case directed
  /// A unit has named its officer.
  case assigned
  case inProgress
  case completed
  /// Completed, or in need of no handling, and filed.
  case filed
  /// Taken back by its issuer.
  case recalled

  /// Nobody works on it: a dossier can end over it.
  static let settled: [IncomingProgress] = [.registered, .completed, .filed]

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .registered: "Đã vào sổ"
    case .presented: "Đã trình"
    case .directed: "Đã chỉ đạo"
    case .assigned: "Đã phân công"
    case .inProgress: "Đang giải quyết"
    case .completed: "Đã giải quyết"
    case .filed: "Đã lưu hồ sơ"
    case .recalled: "Đã bị thu hồi"
    }
  }

  /// As a list is asked for it: what stands in the book with nobody asked waits to be presented.
  package var filterLabel: String { self == .registered ? "Chờ trình" : label }

  /// The branch that answers decides; without one the leaders', and what only informs is complete when it is given.
  package static func folded(
    from items: [WorkItem], isFiled: Bool = false, isRecalled: Bool = false
  ) -> IncomingProgress {
    if isRecalled { return .recalled }
    let progress = unfiled(from: items)
    return isFiled && (progress == .completed || progress == .registered) ? .filed : progress
  }

  private static func unfiled(from items: [WorkItem]) -> IncomingProgress {
    let standing = items.filter { ![.returned, .recalled].contains($0.state) }
    let leads = standing.filter { $0.role == .lead }
    if let top = leads.first {
      let branch = Work.branch(of: top, in: leads)
      if top.state == .done { return .completed }
      if branch.contains(where: { $0.state == .inProgress }) { return .inProgress }
      return branch.count > 1 ? .assigned : .directed
    }
    if standing.contains(where: { $0.role == .decide && $0.isOpen }) { return .presented }
    return standing.isEmpty ? .registered : .completed
  }
}

extension WorkItem {
  /// A leader's directive or the head of office's proposal is waited for.
  var isAskedDirective: Bool { isOpen && role == .decide && kind != .extendIncoming }

  /// A leader's directive was given from here, and is carried out.
  var isDirected: Bool { kind == .directIncoming && state == .passedOn }
}
