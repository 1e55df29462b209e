import Audit
import Database
import FileVault
import Kernel

/// Withholds something in which a secrecy mark was found (MAT-05): that it is there stays in the book or list, nothing else
/// of it is shown, found or given out until two people have decided.
package struct WithholdMatter<Matter: WithheldMatter>: Sendable {
  package var place: Matter.Place
  /// Where the mark stands, when reading found it.
  package var page: Int?

  package init(_ place: Matter.Place, page: Int? = nil) {
    self.place = place
    self.page = page
  }

  /// A person saw the mark. Gives the hashes of the files; what was drawn from them is then to be removed.
  package func perform(by actor: Actor, in transaction: any Transaction) throws -> [FileHash] {
    let matter = try Matter.find(place, visibleTo: actor, isLocked: true, in: transaction)
    guard QuarantineAccess.mayReport(matter.agency, actor) else { throw QuarantineAccess.notReporter }
    try matter.refuseReport(by: actor, in: transaction)
    try QuarantineStore<Matter>(transaction).add(matter, foundBy: actor.nameOnRecord, page: page)
    let hashes = try matter.veil(by: actor, in: transaction)
    try Audit.record(matter.line(.reported), on: matter.record, by: actor, in: transaction)
    return hashes
  }

  /// The reading of a file found it, whatever happened meanwhile.
  package func performForJob(in transaction: any Transaction) throws -> [FileHash] {
    guard let matter = try Matter.lockForJob(place, in: transaction), !matter.isWithheld else { return [] }
    try QuarantineStore<Matter>(transaction).add(matter, foundBy: "hệ thống, khi đọc tệp", page: page)
    let hashes = try matter.veil(by: nil, in: transaction)
    try Audit.recordSystem(
      matter.line(.found(page: page)), on: matter.record, agency: matter.agency, in: transaction)
    return hashes
  }
}
