import Documents
import Kernel
import WorkCalendar

/// By when the registry of one agency must do its own steps (thời hạn của văn thư) (DEN-02, DEN-06, DEN-10): computed
/// from what is stored and the agency's calendar, so that a changed calendar is followed at once.
package struct RegistryDuty: Sendable {
  package let calendar: WorkCalendar
  /// After so long something urgent should have been done.
  package let alarm: Duration

  /// Vào sổ: from the moment the paper came in.
  func limits(of paper: WaitingPaper) -> RegistryLimits {
    let isUrgent = (paper.glance?.urgency ?? .normal) != .normal
    return calendar.limits(of: .register, from: paper.uploadedAt, urgentWithin: isUrgent ? alarm : nil)
  }

  /// Trình: of the day on which it arrived; what is urgent, from the moment it stands in the book.
  func limits(of document: IncomingDocument) -> RegistryLimits {
    guard document.facts.urgency == .normal else {
      return calendar.limits(of: .present, from: document.registeredAt, urgentWithin: alarm)
    }
    return calendar.limits(of: .present, from: Instant(document.facts.arrivalDate), urgentWithin: nil)
  }

  /// Chuyển giao: from the directive until its receiver accepts. Of one keyed in from paper only its day is known.
  func limits(of transfer: Transfer, urgency: Urgency) -> RegistryLimits {
    guard let writtenOn = transfer.writtenOn else {
      return calendar.limits(
        of: .transfer, from: transfer.givenAt, urgentWithin: urgency == .normal ? nil : alarm)
    }
    let limits = calendar.limits(of: .transfer, from: Instant(writtenOn), urgentWithin: nil)
    return urgency == .normal ? limits : RegistryLimits(soft: limits.soft, hard: limits.soft)
  }

  /// Báo nhận: until the day of arrival is over (DEN-06).
  func noticeLimits(of document: IncomingDocument) -> RegistryLimits {
    calendar.limits(of: .acknowledge, from: Instant(document.facts.arrivalDate), urgentWithin: nil)
  }

  /// When the clerks are reminded of a notice: an hour before the office closes on the day of arrival, or, of what
  /// came in later than that, once it has stood in the book for a while.
  func noticeReminder(of document: IncomingDocument) -> Instant {
    let closing = Instant(document.facts.arrivalDate) + .seconds(60 * (calendar.hours.afternoonEnds - 60))
    return max(closing, document.registeredAt + alarm)
  }

  /// Trình, of a document that may have been presented already.
  func presenting(of document: IncomingDocument, presentedAt: Instant?, now: Instant) -> RegistryTimeliness {
    limits(of: document).timeliness(doneAt: presentedAt, now: now)
  }

  /// «quá hạn trình 2 ngày làm việc», «hạn cuối trình», «trình ngay, còn 12 phút».
  package func words(_ step: RegistryStep, _ limits: RegistryLimits, now: Instant) -> String {
    let timeliness = limits.timeliness(now: now)
    if limits.isUrgent {
      let minutes = abs(limits.hard.milliseconds - now.milliseconds) / 60_000
      return timeliness == .overdue
        ? "khẩn, chưa \(step.label), quá \(Self.span(minutes))" : "\(step.label) ngay, còn \(minutes + 1) phút"
    }
    // The day beside it is the last one; the law wants it today.
    if step == .issue, timeliness == .withinDay { return "nên phát hành hôm nay" }
    let label = timeliness.label(of: step)
    guard timeliness == .overdue else { return label }
    let days = calendar.workingDays(after: Deadline(due: limits.hard).lastDay, through: now.day)
    return days == 0 ? label : "\(label) \(days) ngày làm việc"
  }

  private static func span(_ minutes: Int64) -> String {
    switch minutes {
    case ..<120: "\(minutes) phút"
    case ..<2880: "\(minutes / 60) giờ"
    default: "\(minutes / 1440) ngày"
    }
  }
}
