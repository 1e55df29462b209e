/// How a document came in (hình thức nhận).
package enum ArrivalChannel: String, Sendable, CaseIterable, Codable {
  /// By post or courier.
  case paper
  case email
  /// As a packet of the interconnection axis, or from another agency of this installation.
  case packet
  /// Brought by its sender.
  case byHand

  package var label: String {
    switch self {
    case .paper: "Bản giấy qua bưu chính"
    case .email: "Thư điện tử"
    case .packet: "Liên thông điện tử"
    case .byHand: "Bản giấy nhận tận tay"
    }
  }

  /// A paper original exists from the start.
  package var isPaper: Bool { self == .paper || self == .byHand }
}
