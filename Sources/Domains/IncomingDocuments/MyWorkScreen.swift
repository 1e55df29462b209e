import Database
import Documents
import Kernel
import Lists
import Markup
import WebApp
import Work

/// Gathers «Việc của tôi»: what an actor's posts and desks hold, and what waits at the registry's desk.
package enum MyWorkScreen {
  static let itemsMax = 50

  /// What waits at the registry's desk, counted.
  private struct Desk {
    /// At the desks of other flows, in their order.
    var others: [Int] = []
    var withheld = 0
    var papers = 0
    var awaitingFiles = 0
    var unpresented = 0
    /// Came electronically, and the sender waits to be told.
    var unacknowledged = 0
    /// Papers on their way to whoever looks, at any desk.
    var comingPapers = 0

    var sum: Int {
      withheld + papers + awaitingFiles + unpresented + unacknowledged + comingPapers + others.reduce(0, +)
    }
  }

  /// How many things wait for this actor, by the name of the badge that shows it: of the room, and of each chip. The
  /// counts of the lists below.
  package static func badges(
    of actor: Actor, desks: [any MyWorkDesk] = [], in transaction: any Transaction
  ) throws -> [(badge: String, count: Int)] {
    let counts = try WorkStore(transaction).countsLater(of: actor)
    let desk = try desk(of: actor, desks, in: transaction)
    let work = try counts.get()
    return [(badge: Room.myWork.rawValue, count: desk.sum + work[.mine])]
      + parts(for: actor).filter { $0 != .ended }.map { part in
        (badge(part), work[part] + (part == .mine ? desk.sum : 0))
      }
  }

  private static func badge(_ part: InboxPart) -> String { "\(Room.myWork.rawValue)-\(part.rawValue)" }

  private static func parts(for actor: Actor) -> [InboxPart] {
    InboxPart.allCases.filter { $0 != .decide || actor.isLeader || actor.isHeadOfOffice }
  }

  private static func desk(
    of actor: Actor, _ desks: [any MyWorkDesk], in transaction: any Transaction
  ) throws -> Desk {
    let others = try desks.map { try $0.countLater(of: actor, in: transaction) }
    var desk = try registryDesk(of: actor, in: transaction)
    desk.others = try others.map { try $0.get() }
    return desk
  }

  private static func registryDesk(of actor: Actor, in transaction: any Transaction) throws -> Desk {
    let coming = try PaperCopyStore(transaction).comingCountLater(to: actor)
    let withheld = try QuarantineStore<WithheldIncoming>(transaction).countLater(visibleTo: actor)
    guard IncomingDocumentAccess.mayRegister(actor) else {
      return Desk(
        withheld: try withheld.get(), comingPapers: try coming.get())
    }
    let store = IncomingDocumentStore(transaction)
    let papers = try WaitingPaperStore(transaction).countLater(visibleTo: actor)
    let (files, unpresented) = (
      try store.withoutFileCountLater(visibleTo: actor), try store.unpresentedCountLater(visibleTo: actor)
    )
    let unacknowledged = try store.unacknowledgedCountLater(visibleTo: actor)
    return Desk(
      withheld: try withheld.get(), papers: try papers.get(),
      awaitingFiles: try files.get(), unpresented: try unpresented.get(), unacknowledged: try unacknowledged.get(),
      comingPapers: try coming.get())
  }

  /// - Parameters:
  ///   - others: flows above this module, whose work stands in the same list.
  ///   - desks: what waits there without a piece of work.
  ///   - hasMorning: whether figures of others' work are theirs to read in the morning.
  static func read(
    _ query: Form, others: [any HeldRowSource] = [], desks: [any MyWorkDesk] = [], hasMorning: Bool = false,
    by actor: Actor, in transaction: any Transaction
  ) throws -> MyWorkPage {
    let part = InboxPart(address: query[HeldRows.partName])
    let group = part == .ended ? nil : DueGroup(address: query[HeldRows.groupName])
    let length = query[HeldRows.lengthName] == String(WorkBatch.linesMax) ? WorkBatch.linesMax : itemsMax
    let place = InboxPlace(address: query[HeldRows.afterName])
    let asked = length == itemsMax ? nil : length
    let back = HeldRows.path(part, group, length: asked, after: place)
    let store = WorkStore(transaction)
    let later = try store.countsLater(of: actor)
    let desk = try desk(of: actor, desks, in: transaction)
    let counts = try later.get()
    // Most lists of most people are empty: what holds nothing is not asked for.
    let isEmpty = part != .ended && counts[part] == 0
    let (work, next) =
      isEmpty ? ([], nil) : try store.inbox(of: actor, part, group, after: place, limit: length)
    let rows = try HeldRows(work, of: actor, back: back, others: others, in: transaction)
    var page = MyWorkPage(chips: chips(part, counts, desk, of: actor), groups: rows.ended)
    if part != .ended {
      let shown = group.map { [$0] } ?? DueGroup.allCases
      page.groups = groups(shown, part, rows, counts, isFirst: place == nil)
    }
    page.pager = Pager(
      older: next.map { HeldRows.path(part, group, length: asked, after: $0) }, olderLabel: "Tiếp theo ›")
    if counts[.mine] + counts[.passedOn] > 0 { page.handOverPath = HandOverAllRoutes.path }
    page.pinned = try PinnedSearches.chips(of: actor, in: transaction)
    if part == .mine, group == nil {
      if hasMorning { page.acts.append(Button("Buổi sáng", path: IncomingDocumentPaths.morning)) }
      try add(desk, to: &page, isFirst: place == nil, of: actor, in: transaction)
      if place == nil {
        page.groups += try zip(desks, desk.others).filter { $0.1 > 0 }.map {
          try $0.group(of: actor, count: $1, in: transaction)
        }
      }
    }
    page.bar = BatchBar(
      page.groups.flatMap(\.items).compactMap(\.choice), back: back, allPath: BatchBar.all(of: back),
      longPath: next != nil && asked == nil ? HeldRows.path(part, group, length: WorkBatch.linesMax) : nil)
    page.isAllChosen = query[BatchBar.allName] == BatchBar.allValue
    return page
  }

  /// Every group with its count on the first page, so that what lies further down is seen at once.
  private static func groups(
    _ shown: [DueGroup], _ part: InboxPart, _ rows: HeldRows, _ counts: InboxCounts, isFirst: Bool
  ) -> [MyWorkPage.Group] {
    shown.map { group in
      let items = rows.rows(of: group)
      let count = counts[part, group]
      guard isFirst || !items.isEmpty else { return .init(title: group.label, items: []) }
      return .init(
        title: group.label, items: items, total: count, totalText: CountText.of(count),
        morePath: HeldRows.path(part, group))
    }
  }

  private static func chips(_ shown: InboxPart, _ counts: InboxCounts, _ desk: Desk, of actor: Actor) -> Chips {
    Chips(
      label: "Lọc việc",
      parts(for: actor).map { part in
        guard part != .ended else { return .init(part.label, path: HeldRows.path(part), selected: part == shown) }
        let count = counts[part] + (part == .mine ? desk.sum : 0)
        return .init(
          part.label, path: HeldRows.path(part), selected: part == shown,
          count: CountText.of(count), badge: badge(part))
      } + [.init("Tôi đã giao", path: IncomingDocumentPaths.given)])
  }

  /// Papers without a number, documents without a file, documents withheld: only on the first page of what is mine.
  private static func add(
    _ desk: Desk, to page: inout MyWorkPage, isFirst: Bool, of actor: Actor, in transaction: any Transaction
  ) throws {
    let papers = desk.papers == 0 ? [] : try WaitingPaperStore(transaction).list(visibleTo: actor)
    if IncomingDocumentAccess.mayRegister(actor) { page.acts = acts(first: papers.first) + page.acts }
    guard isFirst, desk.sum > 0 else { return }
    let (duty, now) = (try RegistryDuty(of: actor.agency, in: transaction), transaction.now)
    let unopened = desk.awaitingFiles == 0 ? [] : try IncomingDocumentStore(transaction).withoutFile(visibleTo: actor)
    page.groups += [
      .init(
        title: "Nghi có dấu mật", items: desk.withheld == 0 ? [] : try withheld(visibleTo: actor, in: transaction)),
      .init(title: "Chờ vào sổ", items: papers.map { item($0, duty, now: now) }),
      .init(
        title: "Bản giấy chờ xác nhận",
        items: desk.comingPapers == 0 ? [] : try comingPapers(to: actor, in: transaction)),
      .init(
        title: "Chờ trình",
        items: desk.unpresented == 0 ? [] : try unpresented(duty, visibleTo: actor, in: transaction),
        total: desk.unpresented, morePath: IncomingDocumentListScreen.unpresented),
      .init(
        title: "Chờ báo nhận",
        items: desk.unacknowledged == 0 ? [] : try unacknowledged(duty, visibleTo: actor, in: transaction),
        total: desk.unacknowledged, morePath: IncomingDocumentListScreen.went(.unacknowledged)),
      .init(
        title: "Chờ bổ sung tệp", items: unopened.map { item($0, asked: "Bổ sung tệp") }, total: desk.awaitingFiles,
        morePath: IncomingDocumentListScreen.presentedAwaitingFiles),
    ]
    page.livePath = papers.contains { $0.state == .reading } ? IncomingDocumentPaths.waitingLive : nil
  }

  /// The key `v` takes what waits longest; with nothing waiting, a paper without a file.
  private static func acts(first: WaitingPaper?) -> [Button] {
    guard let first else {
      return [
        Button("Nhận tệp", style: .primary, path: IncomingDocumentPaths.waiting, key: "t"),
        Button("Vào sổ không có tệp", path: IncomingDocumentPaths.registration, key: "v"),
      ]
    }
    return [
      Button(
        "Vào sổ lần lượt", style: .primary, path: IncomingDocumentPaths.paperAct(first.id, .register), key: "v"),
      Button("Nhận tệp", path: IncomingDocumentPaths.waiting, key: "t"),
      Button("Vào sổ không có tệp", path: IncomingDocumentPaths.registration),
    ]
  }

  private static func withheld(
    visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [MyWorkPage.Item] {
    try QuarantineStore(transaction).documents(visibleTo: actor, in: transaction).map { document in
      MyWorkPage.Item(
        id: "giu-\(document.id)", path: IncomingDocumentPaths.show(document.id), asked: "Xử lý niêm giữ",
        codeText: "Số đến \(document.arrivalNumber)", subject: document.facts.subject, sender: "", isUnread: true)
    }
  }

  private static func item(_ paper: WaitingPaper, _ duty: RegistryDuty, now: Instant) -> MyWorkPage.Item {
    let glance = paper.glance
    var item = MyWorkPage.Item(
      id: "cho-\(paper.id)", path: IncomingDocumentPaths.paperAct(paper.id, .register),
      previewPath: IncomingDocumentPaths.paperPreview(paper.id), asked: "Vào sổ", codeText: glance?.codeText ?? "",
      subject: glance.flatMap { $0.subject.isEmpty ? nil : $0.subject } ?? paper.fileName,
      sender: glance?.issuer ?? "", urgency: glance?.urgency.flatMap(UrgencyMark.init),
      progress: paper.state == .reading ? .reading(paper) : nil, isUnread: true)
    item.deadline = DeadlineMark(paper, duty, now: now)
    return item
  }

  private static func comingPapers(to actor: Actor, in transaction: any Transaction) throws -> [MyWorkPage.Item] {
    let coming = try PaperCopyStore(transaction).coming(to: actor)
    let documents = try IncomingDocumentStore(transaction).list(coming.map(\.document.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) })
    return coming.compactMap { copy in
      known[copy.document].map { document in
        var item = item(document, asked: "Nhận bản giấy")
        item.id = "giay-\(document.id)"
        item.path = IncomingDocumentPaths.paperCopy(document.id)
        return item
      }
    }
  }

  /// What must be presented at once stands first (DEN-02).
  private static func unpresented(
    _ duty: RegistryDuty, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [MyWorkPage.Item] {
    let documents = try IncomingDocumentStore(transaction).unpresented(visibleTo: actor)
    let urgent = documents.filter { $0.facts.urgency != .normal }
    return (urgent + documents.filter { $0.facts.urgency == .normal }).map { document in
      var item = item(document, asked: "Trình")
      item.id = "trinh-\(document.id)"
      if document.awaitsFile { item.role = "chưa có tệp" }
      item.path = IncomingDocumentPaths.presentation(document.id)
      item.choosePresenting(document)
      item.keys = [("c", IncomingDocumentPaths.returning(item.path, to: Room.myWork.path))]
      item.deadline = DeadlineMark(presenting: document, duty, now: transaction.now)
      return item
    }
  }

  /// One key opens what notes the notice, another sends it (DEN-06).
  private static func unacknowledged(
    _ duty: RegistryDuty, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [MyWorkPage.Item] {
    try IncomingDocumentStore(transaction).unacknowledged(visibleTo: actor).map { document in
      var item = item(document, asked: "Báo nhận")
      item.id = "bao-\(document.id)"
      item.path = IncomingDocumentPaths.notice(document.id)
      item.keys = [("e", IncomingDocumentPaths.returning(item.path, to: Room.myWork.path))]
      item.deadline = DeadlineMark(acknowledging: document, duty, now: transaction.now)
      return item
    }
  }

  private static func item(_ document: IncomingDocument, asked: String) -> MyWorkPage.Item {
    MyWorkPage.Item(
      id: document.id.description, path: IncomingDocumentPaths.show(document.id),
      previewPath: IncomingDocumentPaths.preview(document.id), asked: asked,
      codeText: document.facts.codeText, subject: document.facts.subject, sender: document.facts.issuerName,
      urgency: UrgencyMark(document.facts.urgency))
  }
}
