import Database
import Kernel
import Notifications
import Work

/// Urges a unit of the agency, and whoever has the work there (đôn đốc): counted on the work like any other urging (DEN-14).
enum UrgeUnit {
  static func tell(
    _ unit: UnitID, _ found: UnitWork?, on document: OutgoingDocument, _ words: String, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    if let holder = found?.holder, holder.kind == .handleOutgoing {
      try WorkUrgingStore(transaction).add(.remind, words, on: holder, by: actor.nameOnRecord)
    }
    let principals = [Principal.unit(unit)] + [found?.holder?.holder].compactMap(\.self)
    try Notifications.tell(
      .workUrged, principals, on: .outgoingDocument(document.id), words, by: actor, in: transaction)
  }
}
