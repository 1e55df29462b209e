import Kernel

/// An issued document on its way to one agency of the installation (gói tin): it lies in that agency's intake until its
/// clerk registers it under a number of theirs or sends it back. What becomes of it there is what the issuer is shown.
package struct Packet: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Packet>

  /// How far it is at the receiver: all that the issuer learns, besides its number there and the unit (DI-15).
  package enum State: String, Sendable, CaseIterable {
    /// In the intake, without a number. The system has said so to the issuer by that.
    case arrived
    /// In the receiver's book.
    case received
    /// Given to a unit.
    case assigned
    case inProgress
    case done
    /// Given only to be known, and read by everybody.
    case read
    /// Sent back without a number, or its number cancelled, with the reason.
    case returned
    /// Taken back by its issuer before it had a number.
    case withdrawn

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .arrived: "Đã đến"
      case .received: "Đã vào sổ"
      case .assigned: "Đã phân công"
      case .inProgress: "Đang giải quyết"
      case .done: "Đã giải quyết"
      case .read: "Đã xem"
      case .returned: "Trả lại"
      case .withdrawn: "Đã rút lại"
      }
    }

    /// Whether it has a number at the receiver.
    package var isRegistered: Bool { [.received, .assigned, .inProgress, .done, .read].contains(self) }
  }

  package let id: ID
  /// The issuer's record.
  package var source: RecordReference
  package var sender: AgencyID
  /// The receiver.
  package var agency: AgencyID
  package var sentAt: Instant
  package var sentBy: String
  package var state: State
  /// The receiver's record, once it has a number.
  package var incoming: Int64?
  /// Số đến there.
  package var arrivalNumber: Int?
  /// The unit that leads there; empty while there is none.
  package var unitName: String
  /// Why it came back.
  package var reason: String
  package var changedAt: Instant
  package var recall: Recall?

  /// That its issuer took the document back (thu hồi) (DI-10).
  package struct Recall: Sendable, Equatable {
    package var at: Instant
    package var by: String
    package var reason: String
    /// When the receiver's clerk said that it is cancelled there, and who; nil while that is waited for.
    package var confirmedAt: Instant?
    package var confirmedBy: String?
  }

  /// What may be done with it, of what stands in the intake.
  package var isWaiting: Bool { state == .arrived }

  /// The refusal of registering or returning it now; nil when it waits.
  package var obstacle: Refusal? {
    if let recall {
      return Refusal(.conflict, "Nơi gửi đã thu hồi văn bản này lúc \(recall.at.text): \(recall.reason).")
    }
    return switch state {
    case .arrived: nil
    case .withdrawn: Refusal(.conflict, "Nơi gửi đã rút lại văn bản này lúc \(changedAt.text).")
    case .returned: Refusal(.conflict, "Văn bản này đã trả nơi gửi lúc \(changedAt.text).")
    default: Refusal(.conflict, "Văn bản này đã vào sổ, số đến \(arrivalNumber.map(String.init) ?? "").")
    }
  }
}

extension RecordReference {
  package static let packetCode = "packet"

  /// A packet in an agency's intake.
  package static func packet(_ id: Packet.ID) -> RecordReference {
    RecordReference(code: packetCode, number: id.number)
  }
}
