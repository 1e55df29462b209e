import Dossiers
import Kernel

/// Who may do what with places, paper parts and loans: pure functions.
package enum PaperAccess {
  /// Sees the stores, boxes and loans of the agency: who keeps the archive, and who answers for the filing (HS-12).
  package static func seesArchive(_ actor: Actor) -> Bool {
    !actor.roles.isDisjoint(with: [.archivist, .headOfOffice, .leader])
  }

  /// Looks after the cabinet of the own unit.
  package static func keepsCabinet(_ actor: Actor) -> Bool {
    !actor.roles.isDisjoint(with: [.unitClerk, .unitHead])
  }

  /// Sees places at all.
  package static func mayEnter(_ actor: Actor) -> Bool { seesArchive(actor) || keepsCabinet(actor) }

  /// Makes places: in the archive's stores, or in the cabinet of the own unit.
  package static func mayMake(_ actor: Actor) -> Bool { actor.roles.contains(.archivist) || keepsCabinet(actor) }

  /// To which unit's cabinet a new store of this person belongs; nil for the archive's.
  package static func cabinet(of actor: Actor) -> UnitID? { actor.roles.contains(.archivist) ? nil : actor.unit }

  package static func maySee(_ place: ShelfPlace, _ actor: Actor) -> Bool {
    guard actor.agency == place.agency else { return false }
    return seesArchive(actor) || (keepsCabinet(actor) && place.unit == actor.unit)
  }

  /// Changes a place and what lies in it.
  package static func mayKeep(_ place: ShelfPlace, _ actor: Actor) -> Bool {
    guard actor.agency == place.agency else { return false }
    guard let unit = place.unit else { return actor.roles.contains(.archivist) }
    return keepsCabinet(actor) && actor.unit == unit
  }

  /// Looks after the paper part of a dossier: the archive, and the cabinet of the unit in which it is made.
  package static func mayKeep(paperOf dossier: Dossier, _ actor: Actor) -> Bool {
    actor.roles.contains(.archivist) || (keepsCabinet(actor) && actor.unit == dossier.unit)
  }

  /// Takes the paper part of a dossier out of where it lies: who keeps the place, and the archive whatever the place is.
  package static func mayTake(from place: ShelfPlace, _ actor: Actor) -> Bool {
    mayKeep(place, actor) || (actor.agency == place.agency && actor.roles.contains(.archivist))
  }

  package static let notEntered = Refusal(
    .forbidden, "Kho giấy dành cho lưu trữ, lãnh đạo, chánh văn phòng và văn thư đơn vị.")
  package static let notKeeper = Refusal(
    .forbidden, "Chỉ lưu trữ (với kho của cơ quan) hoặc văn thư, lãnh đạo đơn vị (với tủ của đơn vị) làm được việc này."
  )
}
