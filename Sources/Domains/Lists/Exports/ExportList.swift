import Audit
import Database
import Jobs
import Kernel
import WebApp

/// Asks for the rows of a list as a file. It is made in the background, with the columns the person chose (PL6-68).
package struct ExportList: Sendable {
  package var address: Form
  package var format: ListExport.Format
  /// From which system, printed at the foot of every page (PL6-6a).
  package var systemName: String

  package init(_ address: Form, as format: ListExport.Format, systemName: String) {
    self.address = address
    self.format = format
    self.systemName = systemName
  }

  @discardableResult
  package func perform(
    _ list: some ShownList, by actor: Actor, in transaction: any Transaction
  ) throws -> ListExport {
    let now = transaction.now
    let export = ListExport(
      id: try transaction.nextID(of: "list_exports"), account: actor.account, person: actor.person, post: actor.post,
      list: list.code, title: list.title, address: ListsPaths.searched(address),
      criteria: try list.criteria(address, today: now.day, by: actor, in: transaction).joined(separator: "; "),
      columns: try ColumnChoiceStore(transaction).choice(of: list, by: actor).ids, format: format, askedAt: now,
      provenance: "\(actor.titleOnRecord), kết xuất lúc \(now.text) từ \(systemName)",
      rowCount: 0, isCut: false)
    try ListExportStore(transaction).add(export)
    try Jobs.add(
      MakeListExport.self, payload: MakeListExport.Payload(export: export.id), in: transaction,
      subject: .listExport(export.id), shownTitle: "Kết xuất «\(list.title)»")
    try Audit.record(.listExported(export), on: .listExport(export.id), by: actor, in: transaction)
    return export
  }
}
