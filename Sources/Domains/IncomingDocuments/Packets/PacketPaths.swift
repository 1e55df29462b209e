import Exchange
import Kernel

/// Addresses of packets in the intake.
extension IncomingDocumentPaths {
  package static func packet(_ id: Packet.ID) -> String { "/van-ban-den/gui-den/\(id)" }
  static func packetAct(_ id: Packet.ID, _ act: PacketAct) -> String { "\(packet(id))/\(act.rawValue)" }
  static func packetPreview(_ id: Packet.ID) -> String { "\(packet(id))/xem-truoc" }
  /// Files are named by their place in the packet.
  static func packetFile(_ id: Packet.ID, _ position: Int) -> String { "\(packet(id))/tep/\(position)" }
  static func packetPage(_ id: Packet.ID, _ position: Int, _ page: Int) -> String {
    "\(packetFile(id, position))/trang/\(page)"
  }

  enum PacketAct: String {
    case register = "vao-so"
    case join = "nhap"
    case giveBack = "tra"
    case confirmRecall = "da-huy"
  }
}

/// Names of the fields of a packet's form.
enum PacketField {
  static let book = RegistrationField.book
  static let toPlaces = RegistrationField.toPlaces
  static let overrideReason = RegistrationField.overrideReason
  static let next = RegistrationField.next
  static let document = "van-ban"
  static let reason = ReturnField.reason
}
