import Access
import Audit
import Database
import Jobs
import Kernel
import Organization
import Registers

/// Gives an approved copy its number, of the one series for all forms (COPY-08), and asks for its file. The series is
/// taken last.
package struct NumberCopy: Sendable {
  package var copy: DocumentCopy.ID
  package var formVersion: Int

  package init(_ copy: DocumentCopy.ID, formVersion: Int) {
    self.copy = copy
    self.formVersion = formVersion
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> (copy: DocumentCopy, code: String) {
    let store = DocumentCopyStore(transaction)
    let current = try store.lock(copy, visibleTo: actor)
    if let refusal = DocumentCopyAccess.obstacle(to: .number, current, actor) { throw refusal }
    var numbered = try current.taking(.number)
    try CopyStanding.requireCopyable(current, in: transaction)
    let record = RecordReference.documentCopy(copy)
    let abbreviation = try OrganizationStore(transaction).agency(current.agency).abbreviation
    let taken = try TakeNumber(for: record, .copy, arrivedAt: transaction.now).perform(by: actor, in: transaction)
    (numbered.book, numbered.number) = (taken.book, taken.number)
    (numbered.numberedAt, numbered.numberedBy) = (transaction.now, actor.nameOnRecord)
    try store.save(numbered, from: formVersion)
    numbered.version += 1
    let code = numbered.codeText(abbreviation: abbreviation)
    try Access.index(record, CopyIndexing.content(of: numbered, abbreviation: abbreviation), in: transaction)
    try MakeCopyJob.ask(for: numbered, code: code, in: transaction)
    try Audit.record(.copyNumbered(code, book: taken.bookTitle), on: record, by: actor, in: transaction)
    return (numbered, code)
  }
}
