import Database
import Kernel

/// Writes the audit trail, always inside the transaction that it speaks of: no change without its line, no line
/// without its change (AN-09).
package enum Audit {
  /// What a person did, through the post they acted in.
  package static func record(
    _ event: AuditEvent, on record: RecordReference?, by actor: Actor, changes: [AuditChange] = [],
    in transaction: any Transaction
  ) throws {
    try AuditStore(transaction).add(
      AuditEntry(event, on: record, by: AuditedPerson(actor), changes: changes, at: transaction.now))
  }

  /// What a job or a command of the program did, without a person.
  package static func recordSystem(
    _ event: AuditEvent, on record: RecordReference? = nil, agency: AgencyID? = nil, changes: [AuditChange] = [],
    in transaction: any Transaction
  ) throws {
    try AuditStore(transaction).add(
      AuditEntry(event, on: record, by: .system(agency: agency), changes: changes, at: transaction.now))
  }

  /// What someone not signed in tried. `account` is told when the name typed belongs to one. The name typed stands
  /// among the erasable values, since people type passwords there by mistake.
  package static func recordVisitor(
    _ event: AuditEvent, accountName: String, account: AccountID? = nil, address: String,
    on record: RecordReference? = nil, in transaction: any Transaction
  ) throws {
    let change = AuditChange(label: "Tên tài khoản", before: nil, after: accountName)
    let person = AuditedPerson(account: account, address: address)
    try AuditStore(transaction).add(AuditEntry(event, on: record, by: person, changes: [change], at: transaction.now))
  }

  /// Erases what a record's entries say (sentences, values before and after), as the lawful destruction of a record
  /// asks. Who, when and which act stay, and the chain still verifies.
  package static func eraseValues(
    of record: RecordReference, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try eraseValues(of: record, reason: reason, by: AuditedPerson(actor), in: transaction)
  }

  /// The same by a job, where the law leaves nobody a choice: a secrecy mark found in staging (MAT-05).
  package static func eraseValuesForJob(
    of record: RecordReference, reason: String, agency: AgencyID, in transaction: any Transaction
  ) throws {
    try eraseValues(of: record, reason: reason, by: .system(agency: agency), in: transaction)
  }

  /// Erases some sentences of a record whose other history stays: what named a part of it that is destroyed.
  package static func erase(
    _ sentences: [String], of record: RecordReference, reason: String, by actor: Actor,
    in transaction: any Transaction
  ) throws {
    let store = AuditStore(transaction)
    let erasure = try store.add(
      AuditEntry(
        .valuesErased(reason: reason), on: record, by: AuditedPerson(actor), changes: [], at: transaction.now))
    try store.eraseValues(of: record, erasure: erasure, saying: sentences)
  }

  private static func eraseValues(
    of record: RecordReference, reason: String, by person: AuditedPerson, in transaction: any Transaction
  ) throws {
    let store = AuditStore(transaction)
    let erasure = try store.add(
      AuditEntry(.valuesErased(reason: reason), on: record, by: person, changes: [], at: transaction.now))
    try store.eraseValues(of: record, erasure: erasure)
  }
}
