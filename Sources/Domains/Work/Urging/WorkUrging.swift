import Kernel

/// Somebody was urged to do what they hold (đôn đốc) (DEN-14): at which level, for the how many-th time.
package struct WorkUrging: Sendable, Equatable {
  package typealias ID = Identifier<WorkUrging>

  /// From mild to grave.
  package enum Level: String, Sendable, CaseIterable {
    case remind, criticize, review

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .remind: "Nhắc nhở"
      case .criticize: "Phê bình"
      case .review: "Kiểm điểm"
      }
    }
  }

  package var id: ID
  package var item: WorkItem.ID
  package var level: Level
  /// Counted over all levels, from 1.
  package var ordinal: Int
  package var text: String
  /// Who urged, or whose rule did.
  package var urgedBy: String
  package var urgedAt: Instant
  package var isByRule: Bool
}
