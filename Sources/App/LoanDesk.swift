import Database
import Dossiers
import IncomingDocuments
import Kernel
import Markup
import PaperStorage

/// «Mượn hồ sơ giấy» in «Việc của tôi»: for heads what waits for their consent, for the archive what is asked and what is
/// late, for borrowers what they have.
struct LoanDesk: MyWorkDesk {
  static let rowsMax = 10

  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    try LoanDeskStore(transaction).waitingCountLater(for: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let loans = try LoanDeskStore(transaction).waiting(for: actor, limit: Self.rowsMax)
    let dossiers = try DossierStore(transaction).byID(loans.map(\.dossier), visibleTo: actor)
    var group = MyWorkPage.Group(
      title: "Mượn hồ sơ giấy",
      items: loans.map { loan in
        MyWorkPage.Item(
          id: "muon-\(loan.id)", path: PaperPaths.loan(loan.id), asked: Self.asked(loan, of: actor),
          codeText: dossiers[loan.dossier]?.code.notation ?? "", subject: dossiers[loan.dossier]?.facts.title ?? "",
          sender: loan.borrower,
          deadline: loan.state == .out ? ArchiveDesk.mark(loan.untilOn, today: transaction.now.day) : nil)
      }, total: count)
    group.morePath = PaperPaths.loans
    return group
  }

  private static func asked(_ loan: DossierLoan, of actor: Actor) -> String {
    switch loan.state {
    case .waiting: "Đồng ý hoặc không"
    case .asked: "Cho mượn hoặc không"
    case .allowed: "Giao bản giấy"
    case .out where loan.borrowerPost == actor.post: "Trả bản giấy"
    case .out: "Đòi bản giấy"
    case .returned, .declined: loan.state.label
    }
  }
}
