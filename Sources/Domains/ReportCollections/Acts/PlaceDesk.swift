import Database
import Exchange
import IncomingDocuments
import Kernel
import OutgoingDocuments
import Work

/// Who is told what concerns the form at a place, and where they read it: whoever holds the work, the registry while there
/// is none, the desk of a unit.
struct PlaceDesk {
  let record: RecordReference
  let principals: [Principal]

  init(of place: AskedPlace, asking document: OutgoingDocument.ID, in transaction: any Transaction) throws {
    if let unit = place.unit {
      record = .outgoingDocument(document)
      principals = [.unit(unit)]
      return
    }
    guard let agency = place.agency, let packet = place.packet else {
      record = .outgoingDocument(document)
      principals = []
      return
    }
    let clerk = Principal.agencyRole(agency, .registryClerk)
    guard let incoming = place.incoming else {
      record = .packet(packet)
      principals = [clerk]
      return
    }
    record = .incomingDocument(.init(incoming))
    let holders = try WorkStore(transaction).items(of: record).filter {
      $0.isOpen && $0.role == .lead && $0.state != .passedOn
    }.map(\.holder)
    principals = holders.isEmpty ? [clerk] : holders
  }
}
