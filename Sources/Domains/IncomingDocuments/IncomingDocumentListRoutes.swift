import Database
import Documents
import Hummingbird
import Kernel
import Lists
import Markup
import Registers
import VietnameseText
import WebApp

/// HTTP of the list of incoming documents and of «Việc của tôi».
struct IncomingDocumentListRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den", use: list)
    routes.get("viec-cua-toi", use: myWork)
  }

  @Sendable func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let today = site.clock.now.day
    let screen = try await site.database.read { transaction in
      try IncomingDocumentListScreen.read(query, today: today, by: actor, in: transaction)
    }
    return context.page(
      Page(title: "Văn bản đến", room: .incoming, main: screen.html, keys: IncomingDocumentListPage.keys))
  }

  /// What waits at the registry's desk: papers without a number, documents without a file.
  @Sendable func myWork(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { try MyWorkScreen.read(by: actor, in: $0) }
    return context.page(Page(title: "Việc của tôi", room: .myWork, main: page.html, keys: MyWorkPage.keys))
  }
}

/// Gathers «Việc của tôi» of a registry clerk; other posts have nothing asked of them yet.
package enum MyWorkScreen {
  /// How many things wait for this actor: the count of the list below.
  package static func count(of actor: Actor, in transaction: any Transaction) throws -> Int {
    let withheld = try QuarantineStore(transaction).count(visibleTo: actor)
    guard IncomingDocumentAccess.mayRegister(actor) else { return withheld }
    return try WaitingPaperStore(transaction).count(visibleTo: actor)
      + IncomingDocumentStore(transaction).withoutFileCount(visibleTo: actor) + withheld
  }

  static func read(by actor: Actor, in transaction: any Transaction) throws -> MyWorkPage {
    let papers = try WaitingPaperStore(transaction).list(visibleTo: actor)
    let mayRegister = IncomingDocumentAccess.mayRegister(actor)
    let unopened =
      mayRegister ? try IncomingDocumentStore(transaction).withoutFile(visibleTo: actor) : []
    var page = MyWorkPage(
      chips: Chips(
        label: "Lọc việc",
        [
          .init(
            "Cần tôi làm", path: Room.myWork.path, selected: true, count: "\(try count(of: actor, in: transaction))")
        ]),
      groups: [
        .init(title: "Nghi có dấu mật", items: try withheld(visibleTo: actor, in: transaction)),
        .init(title: "Chờ vào sổ", items: papers.map(item)),
        .init(
          title: "Chờ bổ sung tệp", items: unopened.map(item),
          total: mayRegister ? try IncomingDocumentStore(transaction).withoutFileCount(visibleTo: actor) : 0,
          morePath: IncomingDocumentListScreen.awaitingFiles),
      ])
    page.pinned = try PinnedSearches.chips(of: actor, in: transaction)
    page.livePath = papers.contains { $0.state == .reading } ? IncomingDocumentPaths.waitingLive : nil
    if mayRegister {
      page.acts = acts(first: papers.first)
    }
    return page
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
    try QuarantineStore(transaction).documents(visibleTo: actor).map { document in
      MyWorkPage.Item(
        id: "giu-\(document.id)", path: IncomingDocumentPaths.show(document.id), asked: "Xử lý niêm giữ",
        codeText: "Số đến \(document.arrivalNumber)", subject: document.facts.subject, sender: "", isUnread: true)
    }
  }

  private static func item(_ paper: WaitingPaper) -> MyWorkPage.Item {
    let glance = paper.glance
    return MyWorkPage.Item(
      id: "cho-\(paper.id)", path: IncomingDocumentPaths.paperAct(paper.id, .register),
      previewPath: IncomingDocumentPaths.paperPreview(paper.id), asked: "Vào sổ", codeText: glance?.codeText ?? "",
      subject: glance.flatMap { $0.subject.isEmpty ? nil : $0.subject } ?? paper.fileName,
      sender: glance?.issuer ?? "", urgency: glance?.urgency.flatMap(UrgencyMark.init),
      progress: paper.state == .reading ? .reading(paper) : nil, isUnread: true)
  }

  private static func item(_ document: IncomingDocument) -> MyWorkPage.Item {
    MyWorkPage.Item(
      id: document.id.description, path: IncomingDocumentPaths.show(document.id),
      previewPath: IncomingDocumentPaths.preview(document.id), asked: "Bổ sung tệp",
      codeText: document.facts.codeText, subject: document.facts.subject, sender: document.facts.issuerName,
      urgency: UrgencyMark(document.facts.urgency))
  }
}
