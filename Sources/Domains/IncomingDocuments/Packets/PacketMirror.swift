import Database
import Exchange
import Kernel
import Organization
import Work

/// What the issuer of a document is shown of its handling here (gương trạng thái, DI-15): how far it is and which unit
/// leads. No opinion, no directive, no name of a person.
struct PacketMirror: Equatable {
  let state: Packet.State
  /// The unit that leads, or to which whoever leads belongs.
  let unit: UnitID?

  init(_ progress: IncomingProgress, _ items: [WorkItem]) {
    let standing = items.filter { ![.returned, .recalled].contains($0.state) }
    let lead = standing.first { $0.role == .lead }
    unit = lead?.unit
    let informed = standing.filter { $0.role == .inform }
    state =
      switch progress {
      case .registered, .presented, .recalled: .received
      case .directed, .assigned: .assigned
      case .inProgress: .inProgress
      case .completed where lead == nil && !informed.isEmpty:
        informed.contains(where: \.isOpen) ? .assigned : .read
      case .completed, .filed: .done
      }
  }

  /// Writes it on the issuer's line; nothing for what came otherwise.
  func write(of document: IncomingDocument.ID, in transaction: any Transaction) throws {
    let store = PacketStore(transaction)
    guard let packet = try store.ofIncomingLater(document.number).get() else { return }
    let name = try unit.flatMap { unit in
      try OrganizationStore(transaction).units(of: packet.agency).first { $0.id == unit }?.name
    }
    try store.mirror(state, unitName: name ?? "", of: packet)
  }
}
