import Audit
import Database
import Kernel
import Work

/// The first opening of a document by somebody who holds work on it: noted for whoever gave it («đã mở»). What only
/// informs is complete by it.
package struct OpenHeldWork: Sendable {
  package var document: IncomingDocument.ID

  package init(document: IncomingDocument.ID) { self.document = document }

  package func perform(by actor: Actor, in transaction: any Transaction) throws {
    let act = try HandlingAct(document, by: actor, in: transaction)
    let own = act.items.filter { $0.isOpen && $0.openedAt == nil && $0.isHeld(by: actor) }
    guard !own.isEmpty else { return }
    try act.work.markOpened()
    for item in own where item.role == .inform {
      try act.work.read(item)
      try act.end(.incomingWorkCompleted(item.role.label, result: ""))
    }
  }
}
