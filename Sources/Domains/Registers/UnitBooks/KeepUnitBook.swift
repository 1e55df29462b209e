import Audit
import Database
import Kernel
import Organization

/// Switches a unit's own book on or off (bật, tắt sổ nội bộ).
package struct SwitchUnitBook: Sendable {
  package var unit: UnitID
  package var isOn: Bool

  package init(_ unit: UnitID, on isOn: Bool) {
    self.unit = unit
    self.isOn = isOn
  }

  /// Gives the unit's name, for the answer.
  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> String {
    guard UnitBookAccess.maySwitch(actor) else { throw UnitBookAccess.notSwitcher }
    let organizational = try OrganizationStore(transaction).unit(unit)
    guard organizational.agency == actor.agency else { throw Refusal(.notFound, "Không tìm thấy đơn vị này.") }
    let store = UnitBookStore(transaction)
    let standing = try store.find(unit)
    guard (standing?.isOpen ?? false) != isOn else {
      throw Refusal(
        .conflict, "Sổ nội bộ của \(organizational.name) \(isOn ? "đang dùng" : "đã tắt") từ trước. Hãy tải lại trang.")
    }
    if isOn { try store.open(unit, by: actor) } else { try store.close(unit) }
    try Audit.record(
      isOn ? .unitBookOpened(organizational.name) : .unitBookClosed(organizational.name), on: .unit(unit), by: actor,
      in: transaction)
    return organizational.name
  }
}

/// Gives a record its number in a unit's own book, if the unit keeps one; once for each record. Called by the act by
/// which the unit takes the work up, in its transaction.
package struct TakeUnitNumber: Sendable {
  package var unit: UnitID
  package var record: RecordReference

  package init(_ unit: UnitID, for record: RecordReference) {
    self.unit = unit
    self.record = record
  }

  @discardableResult
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> UnitBookEntry? {
    let store = UnitBookStore(transaction)
    guard let book = try store.find(unit), book.isOpen else { return nil }
    if let entry = try store.entryLater(of: record, in: unit).get() { return entry }
    let entry = try store.take(unit, for: record, by: actor)
    let name = try OrganizationStore(transaction).unit(unit).name
    try Audit.record(.unitNumberTaken(entry, name), on: record, by: actor, in: transaction)
    return entry
  }
}

/// Lines of the audit trail about units' own books.
extension AuditEvent {
  static func unitBookOpened(_ unit: String) -> AuditEvent {
    AuditEvent(code: "unitBook.opened", sentence: "bật sổ nội bộ của \(unit)")
  }

  static func unitBookClosed(_ unit: String) -> AuditEvent {
    AuditEvent(code: "unitBook.closed", sentence: "tắt sổ nội bộ của \(unit)")
  }

  static func unitNumberTaken(_ entry: UnitBookEntry, _ unit: String) -> AuditEvent {
    AuditEvent(code: "unitBook.numberTaken", sentence: "vào sổ nội bộ của \(unit), số \(entry.text)")
  }
}
