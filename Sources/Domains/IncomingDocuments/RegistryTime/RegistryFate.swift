import Kernel
import WorkCalendar

/// How one step of the registry's duty went for a document, against its limits (đúng hạn, quá hạn) (DEN-02, DEN-06,
/// DEN-10): computed when asked, never stored.
package struct RegistryFate: Sendable, Hashable, CaseIterable {
  package enum Outcome: String, Sendable, CaseIterable {
    case onTime = "dung-han"
    case late = "qua-han"
    /// Not done, and past the last moment.
    case waitingLate = "cham"
    /// Not done yet, late or not.
    case waiting = "chua"
  }

  package let step: RegistryStep
  package let outcome: Outcome

  package init(_ step: RegistryStep, _ outcome: Outcome) {
    self.step = step
    self.outcome = outcome
  }

  /// What of documents can be asked for. A paper without a number is no document yet; what waits to be presented or
  /// to be accepted is asked for by how far it is.
  package static let allCases: [RegistryFate] =
    [RegistryFate(.register, .onTime), RegistryFate(.register, .late)]
    + [RegistryStep.present, .transfer, .acknowledge].flatMap { step in
      [Outcome.onTime, .late, .waitingLate].map { RegistryFate(step, $0) }
    } + [unacknowledged]

  /// Came electronically, and the sender was not told yet that it was received.
  package static let unacknowledged = RegistryFate(.acknowledge, .waiting)

  /// The Vietnamese term: «Trình quá hạn».
  package var label: String {
    let step = step.label.prefix(1).uppercased() + step.label.dropFirst()
    switch outcome {
    case .onTime: return "\(step) đúng hạn"
    case .late: return "\(step) quá hạn"
    case .waitingLate: return "Chưa \(self.step.label), quá hạn"
    case .waiting: return "Chưa \(self.step.label)"
    }
  }

  /// As it stands in the address.
  package var address: String { Self.prefixes[step, default: ""] + outcome.rawValue }

  package init?(address: String) {
    guard let fate = Self.allCases.first(where: { $0.address == address }) else { return nil }
    self = fate
  }

  private static let prefixes: [RegistryStep: String] = [
    .register: "vao-so-", .transfer: "chuyen-giao-", .acknowledge: "bao-nhan-",
  ]

  /// Without days of one's own, documents that arrived so many days back are looked at.
  package static let usualDays = 31
  /// At most a year at once.
  static let daysMax = 366
}
