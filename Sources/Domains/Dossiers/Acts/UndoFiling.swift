import Access
import Database
import Kernel
import Notifications

/// Takes back what the actor put into a dossier a moment ago: all of it, or with the reason nothing.
package struct UndoFiling: Sendable {
  /// What the dossier's story gives as the reason.
  static let reason = "Hoàn tác ngay sau khi đưa vào."

  package var dossier: Dossier.ID
  package var items: [DossierItem.ID]

  package init(_ items: [DossierItem.ID], of dossier: Dossier.ID) {
    self.dossier = dossier
    self.items = items
  }

  /// Gives the dossier.
  package func perform(by actor: Actor, flows: DossierFlows, in transaction: any Transaction) throws -> Dossier {
    let found = try FoundDossier.lock(dossier, .fill, by: actor, in: transaction)
    let lying = try DossierItemStore(transaction).list(items, of: dossier)
    guard !items.isEmpty, lying.count == Set(items).count else {
      throw Refusal(.conflict, "Văn bản vừa đưa vào đã được đưa ra khỏi hồ sơ \(found.dossier.code.notation).")
    }
    for item in lying {
      guard item.record != nil, item.addedBy == actor.nameOnRecord else {
        throw Refusal(.forbidden, "Chỉ người vừa đưa vào mới hoàn tác được.")
      }
      if transaction.now > item.addedAt + Notifications.undoTime {
        throw Refusal(.conflict, "Đã quá 10 giây kể từ lúc đưa vào. Đưa ra khỏi hồ sơ ở mục lục của hồ sơ.")
      }
    }
    _ = try found.takeOut(lying, reason: Self.reason, flows, by: actor, in: transaction)
    return found.dossier
  }
}
