import Database
import Dossiers
import Kernel

/// «Bản giấy: Kho 1 / Giá 2 / Hộp 12» on the head of a dossier: its place in one look.
package struct PaperHeadFact: DossierHeadFact {
  package init() {}

  package func line(
    of dossier: Dossier, by actor: Actor, in transaction: any Transaction
  ) throws -> DossierHeadLine? {
    guard dossier.state != .destroyed else { return nil }
    let path = PaperPaths.paper(dossier.id)
    guard let paper = try DossierPaperStore(transaction).find(of: dossier.id) else {
      return PaperAccess.mayKeep(paperOf: dossier, actor)
        ? DossierHeadLine(label: "Bản giấy", text: "chưa xếp vào hộp nào", path: path) : nil
    }
    let place = try ShelfPlaceStore(transaction).path(of: paper.box).text
    let loan = try DossierLoanStore(transaction).holding(dossier.id)
    let lent = loan.map {
      $0.state == .out ? "đang cho \($0.borrower) mượn đến hết \($0.untilOn.text)" : "chờ giao cho \($0.borrower)"
    }
    return DossierHeadLine(label: "Bản giấy", text: place, path: path, caution: lent)
  }
}
