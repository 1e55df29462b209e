import Database
import Dossiers
import IncomingDocuments
import Kernel

/// «Thay đổi quyền chờ xác nhận» in «Việc của tôi» of whoever confirms changes of rights on dossiers (PL6-33).
struct RightsDesk: MyWorkDesk {
  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard RightsChangeStore.decides(actor) else { return Later(known: 0) }
    return try RightsChangeStore(transaction).waitingCountLater(for: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let changes = try RightsChangeStore(transaction).waiting(for: actor)
    let dossiers = try DossierStore(transaction).byID(changes.map(\.dossier), visibleTo: actor)
    return MyWorkPage.Group(
      title: "Thay đổi quyền chờ xác nhận",
      items: changes.map { change in
        MyWorkPage.Item(
          id: "quyen-\(change.id)", path: DossierPaths.rightsChange(change.dossier, change.id),
          asked: "Xác nhận hoặc không", codeText: dossiers[change.dossier]?.code.notation ?? "",
          subject: "\(dossiers[change.dossier]?.facts.title ?? ""): \(change.text)", sender: change.proposedBy)
      }, total: count)
  }
}
