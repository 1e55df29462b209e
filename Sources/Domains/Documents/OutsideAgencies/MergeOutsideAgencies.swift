import Audit
import Database
import Kernel

/// Says that two rows of the directory are one agency. Documents keep what they name; suggestions show the kept one.
package struct MergeOutsideAgencies: Sendable {
  package var duplicate: OutsideAgency.ID
  package var kept: OutsideAgency.ID

  package init(duplicate: OutsideAgency.ID, kept: OutsideAgency.ID) {
    self.duplicate = duplicate
    self.kept = kept
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    guard DocumentsAccess.mayEditLists(actor) else { throw DocumentsAccess.notAllowed }
    guard duplicate != kept else { throw Refusal(.invalid, "Hãy chọn hai cơ quan khác nhau để gộp.") }
    let store = OutsideAgencyStore(transaction)
    // Always the smaller key first, so that two merges at once cannot wait for each other.
    let locked = try [min(duplicate, kept), max(duplicate, kept)].map { try store.lock($0) }
    guard locked.allSatisfy({ $0.mergedInto == nil }) else {
      throw Refusal(.conflict, "Một trong hai cơ quan đã được gộp trước đó. Hãy tải lại danh mục.")
    }
    try store.merge(duplicate, into: kept)
    let name = { id in locked.first { $0.id == id }?.name ?? "" }
    try Audit.record(
      .outsideAgencyMerged(name(duplicate), into: name(kept)), on: .outsideAgency(duplicate), by: actor,
      in: transaction)
  }
}

extension AuditEvent {
  static func outsideAgencyMerged(_ name: String, into other: String) -> AuditEvent {
    AuditEvent(code: "outsideAgency.merged", sentence: "gộp cơ quan ngoài «\(name)» vào «\(other)»")
  }
}
