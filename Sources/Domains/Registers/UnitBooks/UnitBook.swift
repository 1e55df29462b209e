import Kernel

/// A unit's own running numbers for the documents it was given (sổ nội bộ), where the agency wants them: no law asks for
/// it, and the arrival number stays the document's only number outside.
package struct UnitBook: Sendable, Equatable {
  package var unit: UnitID
  package var openedAt: Instant
  package var openedBy: String
  /// Kept no longer since then; its lines stay.
  package var closedAt: Instant?

  package var isOpen: Bool { closedAt == nil }
}

/// One line of it.
package struct UnitBookEntry: Sendable, Equatable {
  package var unit: UnitID
  package var year: Int
  package var number: Int
  package var record: RecordReference
  package var takenAt: Instant
  package var takenBy: String

  /// «12/2026».
  package var text: String { "\(number)/\(year)" }
}

/// Who switches a unit's book on or off, and who reads it.
package enum UnitBookAccess {
  package static func maySwitch(_ actor: Actor) -> Bool {
    actor.isLeader || actor.isHeadOfOffice || actor.isAdministrator
  }

  package static func mayRead(_ unit: UnitID, of agency: AgencyID, _ actor: Actor) -> Bool {
    (actor.unit == unit && !actor.roles.isDisjoint(with: [.unitHead, .unitClerk]))
      || (actor.agency == agency && (actor.isLeader || actor.isHeadOfOffice))
  }

  package static let notSwitcher = Refusal(
    .forbidden, "Chỉ lãnh đạo, chánh văn phòng hoặc quản trị của cơ quan bật, tắt sổ nội bộ.")
  package static let notReader = Refusal(
    .forbidden, "Sổ nội bộ chỉ lãnh đạo, văn thư của đơn vị và lãnh đạo cơ quan xem.")
}
