import Documents
import Kernel

/// How a document goes to a recipient (cách gửi).
package enum SendingWay: String, Sendable, CaseIterable, Codable {
  case post, byHand, email, axis
  /// A unit of the agency itself: it sees the document in the System.
  case inside

  /// The Vietnamese term.
  package var label: String {
    switch self {
    case .post: "Bưu điện"
    case .byHand: "Giao trực tiếp"
    case .email: "Thư điện tử"
    case .axis: "Trục liên thông"
    case .inside: "Trong hệ thống"
    }
  }

  /// Between state agencies: to be sent by the morning of the next working day (QD-05).
  package var isElectronic: Bool { self == .email || self == .axis }

  /// Ways that a person chooses.
  package static let chosen: [SendingWay] = [.post, .byHand, .email, .axis]
}

/// One place that a document goes to (nơi nhận), with what became of it there (DI-15).
package struct OutgoingRecipient: Sendable, Equatable {
  package typealias ID = Identifier<OutgoingRecipient>

  package enum State: String, Sendable, CaseIterable {
    case waiting, sent, received, refused
    /// The sent document was given back or cancelled there after its recall (DI-10).
    case returned

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Chờ gửi"
      case .sent: "Đã gửi"
      case .received: "Đã nhận"
      case .refused: "Trả lại"
      case .returned: "Đã thu lại"
      }
    }
  }

  package var id: ID
  package var document: OutgoingDocument.ID
  /// From 1, as on «Nơi nhận».
  package var position: Int
  package var name: String
  package var way: SendingWay
  /// A unit of the agency.
  package var unit: UnitID?
  /// Its entry in the directory.
  package var outsideAgency: OutsideAgency.ID?
  package var state: State
  package var sentAt: Instant?
  package var sentBy: String?
  /// Proof of sending: number of the postal receipt, who took it, address of the letter.
  package var proof: String
  /// Số lượng bì.
  package var envelopes: Int?
  package var answeredAt: Instant?
  /// What the recipient said, or why it came back.
  package var answer: String

  package static let nameLengthMax = 200
  package static let countMax = 500

  /// One a line, as typed; the same place only once.
  package static func names(_ typed: String) -> [String] {
    var seen: Set<String> = []
    return typed.split(whereSeparator: { $0.isNewline || $0 == ";" }).map { String($0).normalizedLine }
      .map { $0.hasPrefix("-") ? String($0.dropFirst()).normalizedLine : $0 }
      .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}
