import Database
import FilePlans
import IncomingDocuments
import Kernel

/// «Danh mục hồ sơ» in «Việc của tôi»: for the head what waits for approval, for the registry what waits to be issued
/// (HS-01).
struct FilePlanDesk: MyWorkDesk {
  private func state(for actor: Actor) -> FilePlan.State? {
    FilePlanAccess.may(.approve, actor) ? .proposed : FilePlanAccess.may(.issue, actor) ? .approved : nil
  }

  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard let state = state(for: actor) else { return Later(known: 0) }
    return try FilePlanStore(transaction).countLater(in: state, visibleTo: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let state = state(for: actor) ?? .proposed
    return MyWorkPage.Group(
      title: "Danh mục hồ sơ",
      items: try FilePlanStore(transaction).list(in: state, visibleTo: actor).map { plan in
        MyWorkPage.Item(
          id: "danh-muc-\(plan.id)", path: FilePlanPaths.show(plan.year),
          asked: state == .proposed ? "Duyệt" : "Ban hành", codeText: "", subject: plan.roundTitle,
          sender: (state == .proposed ? plan.round.proposedBy : plan.round.approvedBy) ?? "")
      }, total: count)
  }
}
