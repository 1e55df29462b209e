/// Degree of urgency (độ khẩn). No value of secrecy exists beside it (MAT-01).
package enum Urgency: String, Sendable, CaseIterable, Codable {
  case normal, urgent, veryUrgent, express

  package var label: String {
    switch self {
    case .normal: "Thường"
    case .urgent: "Khẩn"
    case .veryUrgent: "Thượng khẩn"
    case .express: "Hỏa tốc"
    }
  }

  /// The mark as stamped on paper; empty when there is none.
  package var mark: String {
    switch self {
    case .normal: ""
    case .urgent: "KHẨN"
    case .veryUrgent: "THƯỢNG KHẨN"
    case .express: "HỎA TỐC"
    }
  }

  /// 0 normal … 3 express: for sorting, and the field `Priority` of exchanged metadata.
  package var rank: Int {
    switch self {
    case .normal: 0
    case .urgent: 1
    case .veryUrgent: 2
    case .express: 3
    }
  }

  /// To be registered, presented and transferred at once (DEN-02, DEN-10).
  package var isAtOnce: Bool { self != .normal }
}

extension Urgency: Comparable {
  package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }
}
