import Database
import Dossiers
import IncomingDocuments
import Kernel

/// Withheld files of dossiers in «Việc của tôi» of whoever decides on them, and of the registry (MAT-05).
struct OwnFileQuarantineDesk: MyWorkDesk {
  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    try OwnFileQuarantineStore(transaction).countLater(visibleTo: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let waiting = try OwnFileQuarantineStore(transaction).waiting(for: actor)
    let dossiers = try DossierStore(transaction).byID(Array(Set(waiting.map(\.dossier))), visibleTo: actor)
    return MyWorkPage.Group(
      title: "Tài liệu trong hồ sơ nghi có dấu mật",
      items: waiting.compactMap { one in
        dossiers[one.dossier].map { dossier in
          MyWorkPage.Item(
            id: "giu-tep-\(one.item)", path: DossierPaths.viewing(dossier.id, one.item), asked: "Xử lý niêm giữ",
            codeText: dossier.code.notation, subject: "\(dossier.facts.title): tài liệu số thứ tự \(one.ordinal)",
            sender: dossier.makerName, isUnread: true)
        }
      }, total: count)
  }
}
