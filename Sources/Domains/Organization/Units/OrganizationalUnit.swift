import Kernel

/// What a unit is called after (loại đơn vị).
package enum UnitKind: String, Sendable, CaseIterable {
  case leadership, office, department, division, board, team, inspectorate, other

  package var label: String {
    switch self {
    case .leadership: "Lãnh đạo cơ quan"
    case .office: "Văn phòng"
    case .department: "Vụ"
    case .division: "Phòng"
    case .board: "Ban"
    case .team: "Tổ, đội"
    case .inspectorate: "Thanh tra"
    case .other: "Đơn vị khác"
    }
  }
}

/// A unit inside an agency (đơn vị): has no seal of its own.
package struct OrganizationalUnit: Sendable, Equatable, Identifiable {
  package let id: UnitID
  package var agency: AgencyID
  package var parent: UnitID?
  package var kind: UnitKind
  /// The name on the day that was asked for.
  package var name: String
  /// As used in the symbol of documents it drafts: `KS`.
  package var abbreviation: String
  package var sortOrder: Int
  package var openedOn: Day
  /// First day on which it no longer is.
  package var closedOn: Day?
  package var version: Int

  package func isOpen(on day: Day) -> Bool { closedOn.map { day < $0 } ?? true }
}
