import Kernel

/// Numbers of an old book that its data does not have: a hole of the old book, not of this system (số không có trong dữ
/// liệu nhập). It closes when a later import brings the line.
package struct RegisterGap: Sendable, Equatable {
  package var numbers: ClosedRange<Int>
  /// From which data they are missing.
  package var reason: String
  package var recordedAt: Instant
  /// Name of who brought the data in.
  package var recordedBy: String

  package init(numbers: ClosedRange<Int>, reason: String, recordedAt: Instant, recordedBy: String) {
    self.numbers = numbers
    self.reason = reason
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }

  /// What is left of the gap when this number of it is filled.
  func without(_ number: Int) -> [RegisterGap] {
    var rest: [RegisterGap] = []
    if number > numbers.lowerBound {
      var before = self
      before.numbers = numbers.lowerBound...(number - 1)
      rest.append(before)
    }
    if number < numbers.upperBound {
      var after = self
      after.numbers = (number + 1)...numbers.upperBound
      rest.append(after)
    }
    return rest
  }
}
