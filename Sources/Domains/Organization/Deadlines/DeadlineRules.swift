import Kernel

/// How an agency is reminded and urged (nhắc hạn, đôn đốc theo quy tắc) (DEN-14). An agency that set none follows its
/// nearest superior that did.
package struct DeadlineRules: Sendable, Equatable {
  /// Working days before the last day on which its holder is reminded.
  package var remindDays: Int
  /// Minutes after which what is urgent should have been registered and presented (DEN-02).
  package var alarmMinutes: Int
  /// Working days overdue after which the system urges at each level; nil: not by rule.
  package var remindAfter: Int?
  package var criticizeAfter: Int?
  package var reviewAfter: Int?

  package init(
    remindDays: Int = 2, alarmMinutes: Int = 15, remindAfter: Int? = nil, criticizeAfter: Int? = nil,
    reviewAfter: Int? = nil
  ) {
    self.remindDays = remindDays
    self.alarmMinutes = alarmMinutes
    self.remindAfter = remindAfter
    self.criticizeAfter = criticizeAfter
    self.reviewAfter = reviewAfter
  }

  package static let remindDaysMax = 20
  static let alarmMinutesMax = 240
  static let lateDaysMax = 250

  package var alarm: Duration { .seconds(60 * alarmMinutes) }
}

/// Names of the form's fields.
enum DeadlineRulesField {
  static let remindDays = "nhac-truoc"
  static let alarmMinutes = "bao-khan"
  static let remindAfter = "nhac-nho"
  static let criticizeAfter = "phe-binh"
  static let reviewAfter = "kiem-diem"
}
