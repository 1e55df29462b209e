import Database
import Kernel

/// Which part of «Việc của tôi».
package enum InboxPart: String, Sendable, CaseIterable {
  /// Everything that waits for me: to decide and to do.
  case mine
  /// Cần tôi quyết: decisions asked of me.
  case decide
  /// Chờ người khác: what I passed on.
  case passedOn
  /// Để biết.
  case inform
  /// Đã xong, and what came back or was recalled.
  case ended

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .mine: "Cần tôi làm"
    case .decide: "Cần tôi quyết"
    case .passedOn: "Chờ người khác"
    case .inform: "Để biết"
    case .ended: "Đã xong"
    }
  }

  /// What stands here, as a condition on a row, in the words of the partial index of the list.
  var condition: SQL {
    switch self {
    case .mine: "\(held) AND role <> 'inform'"
    case .decide: "\(held) AND role = 'decide'"
    case .inform: "\(held) AND role = 'inform'"
    case .passedOn: "state = 'passedOn'"
    case .ended: "ended_at IS NOT NULL"
    }
  }

  /// The same of open work that is counted.
  func holds(_ role: WorkRole, _ state: WorkItem.State) -> Bool {
    switch self {
    case .mine: state != .passedOn && role != .inform
    case .decide: state != .passedOn && role == .decide
    case .inform: state != .passedOn && role == .inform
    case .passedOn: state == .passedOn
    case .ended: false
    }
  }

  private var held: SQL { "ended_at IS NULL AND state <> 'passedOn'" }
}

/// Work by its deadline, as «Việc của tôi» groups it.
package enum DueGroup: String, Sendable, CaseIterable {
  case overdue, today, thisWeek, later, never

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .overdue: "Quá hạn"
    case .today: "Hôm nay"
    case .thisWeek: "Trong tuần"
    case .later: "Sau đó"
    case .never: "Không hạn"
    }
  }

  /// Work of this group is due after the first instant, and at the second at the latest. A deadline is the end of its
  /// day: what is due at midnight belongs to the day before.
  func bounds(now: Instant) -> (after: Instant, through: Instant) {
    let today = now.day
    let (dayEnd, weekEnd) = (Instant(today + 1), Instant(today + (8 - today.weekday)))
    return switch self {
    case .overdue: (Instant(milliseconds: .min), now)
    case .today: (now, dayEnd)
    case .thisWeek: (dayEnd, weekEnd)
    case .later: (max(dayEnd, weekEnd), WorkStore.never - .milliseconds(1))
    case .never: (WorkStore.never - .milliseconds(1), WorkStore.never)
    }
  }

  /// In which group something due then stands.
  package init(due: Instant?, now: Instant) {
    let due = due ?? WorkStore.never
    self = Self.allCases.first { due <= $0.bounds(now: now).through } ?? .never
  }
}
