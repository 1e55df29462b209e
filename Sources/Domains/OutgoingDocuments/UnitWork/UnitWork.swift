import Kernel
import Work
import WorkCalendar

extension WorkKind {
  /// Thực hiện văn bản của cơ quan gửi đơn vị: a unit of the agency, then its officer.
  package static let handleOutgoing = WorkKind(code: "outgoingDocument.handle")
  /// Xem để biết.
  package static let readOutgoing = WorkKind(code: "outgoingDocument.read")
}

/// What became of an issued document at one unit of the agency (việc của đơn vị), read from its pieces of work: never
/// stored beside them.
package struct UnitWork: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    case sent, opened, inProgress, assigned, done, read, returned, recalled

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .sent: "Đã gửi"
      case .opened: "Đã xem"
      case .inProgress: "Đang xử lý"
      case .assigned: "Đã phân công"
      case .done: "Đã xong"
      case .read: "Đã xem"
      case .returned: "Trả lại"
      case .recalled: "Đã báo thu hồi"
      }
    }
  }

  /// The unit's own.
  package let item: WorkItem
  /// Of the officer who was named last.
  package let officer: WorkItem?
  /// What it had sent back before it was sent again.
  package let before: [WorkItem]

  /// Nil for a unit that was given nothing by this document.
  package init?(of unit: UnitID, in items: [WorkItem]) {
    let own = items.filter { $0.parent == nil && $0.holder == .unit(unit) }
    guard let item = own.last else { return nil }
    self.item = item
    officer = items.last { $0.parent == item.id && $0.state != .recalled }
    before = own.dropLast().filter { $0.state == .returned }
  }

  package var state: State {
    switch item.state {
    case .offered, .waiting: item.openedAt == nil ? .sent : .opened
    case .passedOn: officer?.state == .inProgress ? .inProgress : .assigned
    case .inProgress: .inProgress
    case .done: item.role == .inform ? .read : .done
    case .returned: .returned
    case .recalled: .recalled
    }
  }

  /// Who has it now: the officer while one works on it, else the unit; nil once it ended.
  package var holder: WorkItem? {
    guard item.isOpen else { return nil }
    return officer.flatMap { $0.isOpen ? $0 : nil } ?? item
  }

  /// Whether its deadline has passed, or had when it ended.
  package func isLate(now: Instant) -> Bool { item.dueAt.map { (item.endedAt ?? now) >= $0 } ?? false }

  /// What happened there, in the order of its time.
  var line: String {
    var parts = before.map { "đã trả lại \($0.endedAt?.text ?? ""): \($0.outcome)" }
    parts.append("gửi \(item.givenAt.text)")
    if let openedAt = item.openedAt { parts.append("\(item.openedBy ?? "") mở \(openedAt.text)") }
    if let acceptedAt = item.acceptedAt { parts.append("nhận \(acceptedAt.text)") }
    if let officer { parts.append(Self.line(of: officer)) }
    if let endedAt = item.endedAt, item.role != .inform || item.state != .done {
      let outcome = item.outcome.isEmpty || item.state == .recalled ? "" : ": \(item.outcome)"
      parts.append("\(state.label.lowercased()) \(endedAt.text)\(outcome)")
    }
    return parts.joined(separator: "; ")
  }

  private static func line(of officer: WorkItem) -> String {
    let due = officer.dueAt.map { ", hạn \(Deadline(due: $0).lastDay.text)" } ?? ""
    let given = "giao \(officer.holderName)\(due)"
    return switch officer.state {
    case .offered: "\(given), \(officer.openedAt == nil ? "chưa mở" : "đã mở")"
    case .inProgress: "\(given), đã nhận"
    case .done: "\(given), đã báo kết quả"
    case .returned: "\(given), đã trả lại đơn vị"
    case .waiting, .passedOn, .recalled: given
    }
  }
}

/// Rules of the words that are typed with this work.
enum UnitWorkWords {
  static let textLengthMax = 1000
  static let reasonLengthMax = 500

  static func reasons(_ reason: String, _ what: String) -> [Refusal.Reason] {
    if reason.isEmpty { return [.init("Hãy ghi lý do \(what).", field: SendingField.reason)] }
    if reason.count > reasonLengthMax {
      return [.init("Lý do dài quá \(reasonLengthMax) ký tự.", field: SendingField.reason)]
    }
    return []
  }
}
