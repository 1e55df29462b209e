import Kernel

/// What the drafter wrote with a draft when it went on its way (lần trình): printed on the submission slip.
package struct DraftSubmission: Sendable, Equatable {
  /// From 1.
  package var round: Int
  /// Tóm tắt nội dung.
  package var summary: String
  /// Đề xuất.
  package var proposal: String
  package var at: Instant

  package static let summaryLengthMax = 2000

  static func reasons(summary: String) -> [Refusal.Reason] {
    summary.count > summaryLengthMax
      ? [.init("Tóm tắt dài quá \(summaryLengthMax) ký tự.", field: DraftField.summary)] : []
  }
}
