import Exchange
import Kernel
import OutgoingDocuments

/// What one recipient made of the form so far (số liệu của một nơi).
package struct SheetAnswer: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable {
    /// Begun, nothing sent.
    case draft
    case sent
    /// Given back to be put right.
    case returned
  }

  package var state: State
  /// As typed, not checked; what was sent last, once it was.
  package var draft: [[String]]
  package var savedAt: Instant
  package var savedBy: String
  /// Of the last sending, from 1; 0 for none.
  package var sendings: Int
  package var firstSentAt: Instant?
  package var sentAt: Instant?
  package var sentBy: String?
  package var rowCount: Int
  package var returnReason: String
  package var returnedAt: Instant?
  package var version: Int
}

/// One sending of values, kept as it was (lần gửi).
package struct SheetSending: Sendable, Equatable {
  package var number: Int
  package var rows: [[String]]
  package var sentAt: Instant
  package var sentBy: String
}

/// One recipient of the asking document, with what it owes.
package struct AskedPlace: Sendable, Equatable {
  /// Each place is exactly one of these: the tiles are counts of them.
  package enum Standing: String, Sendable, CaseIterable {
    case sent = "da-gui"
    case sentLate = "gui-muon"
    case missing = "chua-gui"
    case returned = "tra-lai"

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .sent: "Đã gửi"
      case .sentLate: "Gửi muộn"
      case .missing: "Chưa gửi"
      case .returned: "Trả lại để sửa"
      }
    }
  }

  package var recipient: OutgoingRecipient.ID
  package var name: String
  /// A unit of the asking agency.
  package var unit: UnitID?
  /// Another agency of the installation.
  package var agency: AgencyID?
  package var isSent: Bool
  package var packet: Packet.ID?
  package var packetState: Packet.State?
  package var incoming: Int64?
  package var isRecalled: Bool
  /// «12/SXD-VP ngày 05/11/2026»: what closes its loop; empty while it is open.
  package var replyText: String
  package var isReplyData: Bool
  package var hasRequest: Bool
  package var urgedCount: Int
  package var answer: SheetAnswer?

  /// Whether it can fill the form in here.
  package var isInside: Bool { unit != nil || agency != nil }

  /// Whether it owes an answer, and can be urged in the System: as the document itself urges.
  package var isUrgeable: Bool {
    guard hasRequest, replyText.isEmpty else { return false }
    return unit != nil || (packet != nil && packetState != .returned)
  }

  package func standing(dueOn: Day) -> Standing {
    switch answer?.state {
    case .sent: (answer?.firstSentAt?.day ?? dueOn) > dueOn ? .sentLate : .sent
    case .returned: .returned
    case .draft, nil: .missing
    }
  }
}
