import Kernel

/// A step of the registry's own duty with a limit in law (thời hạn của văn thư) (DEN-02, DEN-06, DEN-10, DI-08).
package enum RegistryStep: String, Sendable, CaseIterable {
  /// Vào sổ: from arrival.
  case register
  /// Trình: from arrival.
  case present
  /// Chuyển giao: from the directive, or from arrival where the rules name the handler.
  case transfer
  /// Báo nhận cho nơi gửi: from arrival.
  case acknowledge
  /// Phát hành: from the signature.
  case issue

  /// Those of what came in.
  package static let ofArrivals: [RegistryStep] = [.register, .present, .transfer, .acknowledge]

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .register: "vào sổ"
    case .present: "trình"
    case .transfer: "chuyển giao"
    case .acknowledge: "báo nhận"
    case .issue: "phát hành"
    }
  }
}

/// Until when a step is to be done. Computed from the moment it began, never stored.
package struct RegistryLimits: Sendable, Equatable {
  /// «trong ngày»: 24:00 of the day of the event.
  package var soft: Instant
  /// «chậm nhất»: 24:00 of the next working day. The same as `soft` where the law knows no second day.
  package var hard: Instant
  /// What is urgent is done at once; both limits are the alarm then.
  package var isUrgent: Bool

  package init(soft: Instant, hard: Instant, isUrgent: Bool = false) {
    self.soft = soft
    self.hard = hard
    self.isUrgent = isUrgent
  }
}

/// How a step stands to its limits.
package enum RegistryTimeliness: String, Sendable, CaseIterable {
  /// Still within the day, or within the minutes of what is urgent.
  case withinDay
  /// The day is over; the next working day is the last.
  case lastDay
  case overdue
  case doneOnTime, doneLate

  /// The Vietnamese term of a step: «quá hạn trình».
  package func label(of step: RegistryStep) -> String {
    switch self {
    case .withinDay: "\(step.label) trong ngày"
    case .lastDay: "hạn cuối \(step.label)"
    case .overdue: "quá hạn \(step.label)"
    case .doneOnTime: "\(step.label) đúng hạn"
    case .doneLate: "\(step.label) quá hạn"
    }
  }
}

extension WorkCalendar {
  /// The limits of a step that began at `start`. The day of the event counts as it is, worked or not; what is urgent
  /// has `alarm` from the moment on (calendar rules of the product).
  package func limits(of step: RegistryStep, from start: Instant, urgentWithin alarm: Duration?) -> RegistryLimits {
    let soft = Instant(start.day + 1)
    if step == .acknowledge { return RegistryLimits(soft: soft, hard: soft) }
    if let alarm { return RegistryLimits(soft: start + alarm, hard: start + alarm, isUrgent: true) }
    return RegistryLimits(soft: soft, hard: Instant(nextWorkingDay(after: start.day) + 1))
  }
}

extension RegistryLimits {
  /// - Parameter doneAt: when the step was done; nil while it waits.
  package func timeliness(doneAt: Instant? = nil, now: Instant) -> RegistryTimeliness {
    if let doneAt { return doneAt < hard ? .doneOnTime : .doneLate }
    if now >= hard { return .overdue }
    return now >= soft ? .lastDay : .withinDay
  }
}

extension WorkCalendar {
  /// By when a signed document must be issued: the day it is signed, at the latest the next working day; what goes
  /// electronically, by the end of the next working morning; what is urgent, at once (DI-08, QD-05).
  package func limits(
    ofIssuing signedAt: Instant, electronically: Bool, urgentWithin alarm: Duration?
  ) -> RegistryLimits {
    let limits = limits(of: .issue, from: signedAt, urgentWithin: alarm)
    guard electronically, !limits.isUrgent else { return limits }
    return RegistryLimits(soft: limits.soft, hard: Instant(nextWorkingDay(after: signedAt.day), hour: 12))
  }
}
