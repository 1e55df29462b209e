import Documents
import Exchange
import Kernel

/// How a document goes to a recipient (cách gửi).
package enum SendingWay: String, Sendable, CaseIterable, Codable {
  case post, byHand, email, axis
  /// To this installation: a unit of the agency sees the document, another agency has it in its intake.
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

  /// From one system to another.
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
  /// Only to know (để biết): no answer is asked.
  package var isInformed = false
  package var way: SendingWay
  /// A unit of the agency.
  package var unit: UnitID?
  /// Another agency of the installation.
  package var agency: AgencyID?
  /// As what it went there; nil before it is sent.
  package var packet: Packet.ID?
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

  /// Between agencies: to be sent by the morning of the next working day (QD-05).
  var isElectronic: Bool { way.isElectronic || agency != nil }

  package static let nameLengthMax = 200
  package static let countMax = 500
}

extension [OutgoingRecipient] {
  /// Names of those that are asked, or of those that only get to know.
  func names(informed: Bool) -> [String] { filter { $0.isInformed == informed }.map(\.name) }
}
