import Archive
import Database
import Dossiers
import IncomingDocuments
import Kernel
import Markup

/// «Hồ sơ chờ nhận» in «Việc của tôi» of the archive (HS-08, LT-06).
struct ArchiveDesk: MyWorkDesk {
  static let rowsMax = 10

  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard ArchiveAccess.isArchivist(actor) else { return Later(known: 0) }
    return try DossierArchiveListStore(transaction).waitingCountLater(by: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let terms = try TransferTermsStore(transaction).terms(of: actor.agency)
    let found = try DossierArchiveListStore(transaction).list(
      ArchiveListing(.waiting), limit: Self.rowsMax, by: actor)
    var group = MyWorkPage.Group(
      title: "Hồ sơ chờ nhận",
      items: found.prefix(Self.rowsMax).map { dossier in
        MyWorkPage.Item(
          id: "nop-luu-\(dossier.id)", path: ArchivePaths.review(dossier.id), asked: "Kiểm tra, nhận",
          codeText: dossier.code.notation, subject: dossier.facts.title, sender: dossier.unitName,
          deadline: dossier.archiving.submittedAt.map {
            Self.mark($0.day + terms.confirmDays, today: transaction.now.day)
          })
      }, total: count)
    group.morePath = ArchivePaths.room
    return group
  }

  static func mark(_ day: Day, today: Day) -> DeadlineMark {
    let left = day.number - today.number
    if left < 0 { return DeadlineMark(day: day.text, left: "quá hạn \(-left) ngày", state: .overdue) }
    return DeadlineMark(
      day: day.text, left: left == 0 ? "hôm nay" : "còn \(left) ngày", state: left <= 7 ? .soon : .later)
  }
}

/// «Hồ sơ đến hạn nộp lưu» in «Việc của tôi» of whoever made them (PL6-52).
struct DueDossiersDesk: MyWorkDesk {
  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    try DossierArchiveListStore(transaction).dueSoonCountLater(madeBy: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let today = transaction.now.day
    let found = try DossierArchiveListStore(transaction).dueSoon(madeBy: actor, limit: ArchiveDesk.rowsMax)
    var group = MyWorkPage.Group(
      title: "Hồ sơ đến hạn nộp lưu",
      items: found.map { dossier in
        MyWorkPage.Item(
          id: "den-han-\(dossier.id)", path: DossierPaths.closing(dossier.id), asked: "Nộp lưu trữ",
          codeText: dossier.code.notation, subject: dossier.facts.title, sender: dossier.unitName,
          deadline: dossier.archiving.limitOn.map { ArchiveDesk.mark($0, today: today) })
      }, total: count)
    group.morePath = ArchivePaths.submission
    return group
  }
}

/// «Đề nghị giữ lại hồ sơ» in «Việc của tôi» of the head of office and the leaders (HS-10).
struct HoldDesk: MyWorkDesk {
  func countLater(of actor: Actor, in transaction: any Transaction) throws -> Later<Int> {
    guard DossierHold.mayDecide(actor) else { return Later(known: 0) }
    return try DossierHoldStore(transaction).waitingCountLater(for: actor)
  }

  func group(of actor: Actor, count: Int, in transaction: any Transaction) throws -> MyWorkPage.Group {
    let holds = try DossierHoldStore(transaction).waiting(for: actor)
    let dossiers = try DossierStore(transaction).byID(holds.map(\.dossier), visibleTo: actor)
    return MyWorkPage.Group(
      title: "Đề nghị giữ lại hồ sơ",
      items: holds.map { hold in
        MyWorkPage.Item(
          id: "giu-lai-\(hold.id)", path: ArchivePaths.hold(hold.id), asked: "Đồng ý hoặc không",
          codeText: dossiers[hold.dossier]?.code.notation ?? "", subject: dossiers[hold.dossier]?.facts.title ?? "",
          sender: hold.askedBy)
      }, total: count)
  }
}
