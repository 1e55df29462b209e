import Access
import Kernel

/// Who enters the archive's room: pure functions.
package enum ArchiveAccess {
  /// Sees the archive of the agency: who keeps it, and who answers for the agency's filing (HS-12).
  package static func mayEnter(_ actor: Actor) -> Bool {
    !actor.roles.isDisjoint(with: [.archivist, .headOfOffice, .leader])
  }

  /// Takes dossiers over, and gives them back.
  package static func isArchivist(_ actor: Actor) -> Bool { actor.roles.contains(.archivist) }

  package static let notEntered = Refusal(
    .forbidden, "Phòng Lưu trữ dành cho lưu trữ, lãnh đạo và chánh văn phòng của cơ quan.")

  /// Who sees that a unit handed something over: both sides, and who answers for the filing.
  static func grants(of transfer: ArchiveTransfer) -> [Grant] {
    let source = RecordReference.archiveTransfer(transfer.id)
    let desks: [Principal.AgencyRole] = [.archivist, .leader, .headOfOffice]
    return [Grant(.post(transfer.giverPost), reason: .author, source: source)]
      + [Grant(.unit(transfer.unit), reason: .filing, source: source)]
      + desks.map { Grant(.agencyRole(transfer.agency, $0), reason: .filing, source: source) }
  }
}
