import Kernel

/// The first and the last day of some time, as clerks type them in two fields.
package enum TypedDays: Sendable, Equatable {
  /// Both fields are empty.
  case none
  case days(ClosedRange<Day>)
  /// What is wrong, without a full stop: who asks says what is shown instead.
  case problem(String)

  /// As typed; one empty field of two is a problem.
  package init(from: String, to: String, today: Day) {
    guard !from.isEmpty || !to.isEmpty else {
      self = .none
      return
    }
    guard let first = TypedDay.parse(from, today: today), let last = TypedDay.parse(to, today: today) else {
      self = .problem("Cần cả hai ngày, gõ như 05/07/2026 hoặc 57")
      return
    }
    self = first <= last ? .days(first...last) : .problem("Ngày cuối cần không sớm hơn ngày đầu")
  }
}
