import Documents
import Kernel

/// Báo nhận: that the sender of what came electronically is told of its receipt, the same day (DEN-06). Nothing is owed
/// for what came on paper.
package struct ReceptionNotice: Sendable, Equatable {
  /// By what the sender was told (cách báo nhận).
  package enum Way: String, Sendable, CaseIterable {
    /// A status message of the interconnection axis.
    case axis
    case email
    case phone
    /// The system said so at the moment of arrival.
    case inside

    /// The Vietnamese term.
    var label: String {
      switch self {
      case .axis: "Trục liên thông"
      case .email: "Thư điện tử"
      case .phone: "Điện thoại"
      case .inside: "Trong hệ thống"
      }
    }

    /// Those that a person notes.
    static let chosen: [Way] = [.axis, .email, .phone]

    /// As it came, so it is answered.
    init(answering channel: ArrivalChannel) { self = channel == .email ? .email : .axis }
  }

  struct Told: Sendable, Equatable {
    var on: Day
    var way: Way
    var notedAt: Instant
    var notedBy: String
  }

  /// Nil while the sender waits for it.
  var told: Told?

  /// «12/11/2026 qua Thư điện tử, Nguyễn Thị Hoa ghi».
  var text: String { told.map { "\($0.on.text) qua \($0.way.label), \($0.notedBy) ghi" } ?? "chưa báo" }
}

extension ArrivalChannel {
  /// Its sender is told of its receipt by the same way (DEN-06).
  var isElectronic: Bool { !isPaper }
}
