/// How presenting went, against its limits (trình đúng hạn, quá hạn) (DEN-10): computed when asked, never stored.
package enum PresentingFate: String, Sendable, CaseIterable {
  case onTime = "dung-han"
  case late = "qua-han"
  /// Not presented, and past the last moment.
  case waitingLate = "cham"

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .onTime: "Trình đúng hạn"
    case .late: "Trình quá hạn"
    case .waitingLate: "Chưa trình, quá hạn"
    }
  }

  /// Without days of one's own, documents that arrived so many days back are looked at.
  package static let usualDays = 31
  /// At most a year at once.
  static let daysMax = 366
}
