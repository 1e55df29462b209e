import Kernel
import Markup
import WorkCalendar

extension DeadlineMark {
  /// How a step of the registry stands: «Thứ Sáu, 06/11/2026 quá hạn trình 2 ngày làm việc».
  package init(_ step: RegistryStep, _ limits: RegistryLimits, _ duty: RegistryDuty, now: Instant) {
    let state: State =
      switch limits.timeliness(now: now) {
      case .withinDay, .doneOnTime, .doneLate: limits.isUrgent ? .soon : .later
      case .lastDay: .soon
      case .overdue: .overdue
      }
    // Of a limit within a day its hour is said.
    let hour = limits.hard == Instant(limits.hard.day) ? "" : ", trước \(limits.hard.text.prefix(5))"
    let day = limits.isUrgent ? limits.hard.text : Deadline(due: limits.hard).lastDay.textWithWeekday + hour
    self.init(day: day, left: duty.words(step, limits, now: now), state: state)
  }

  init(_ paper: WaitingPaper, _ duty: RegistryDuty, now: Instant) {
    self.init(.register, duty.limits(of: paper), duty, now: now)
  }

  /// Nil once somebody has been asked about it.
  init?(presenting document: IncomingDocument, _ duty: RegistryDuty, now: Instant) {
    guard document.awaitsPresenting else { return nil }
    self.init(.present, duty.limits(of: document), duty, now: now)
  }

  /// Of something sent that its receiver has not accepted yet (chuyển giao).
  init(_ transfer: Transfer, of document: IncomingDocument, _ duty: RegistryDuty, now: Instant) {
    self.init(.transfer, duty.limits(of: transfer, urgency: document.facts.urgency), duty, now: now)
  }

  /// Of a notice that the sender waits for.
  init(acknowledging document: IncomingDocument, _ duty: RegistryDuty, now: Instant) {
    self.init(.acknowledge, duty.noticeLimits(of: document), duty, now: now)
  }
}
