import Database
import Documents
import FileVault
import Hummingbird
import Identity
import Jobs
import Kernel
import Markup
import NIOCore
import Papers
import WebApp

/// HTTP of the papers that wait for registration: uploading, throwing away, progress.
struct WaitingPaperRoutes: Sendable {
  let site: Site
  let desk: UploadDesk
  let reader: PaperReader

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/cho", use: list)
    routes.post("van-ban-den/cho", use: upload)
    routes.get("van-ban-den/cho/tien-do", use: progress)
    routes.get("van-ban-den/cho/:paper/trang/:page", use: pageImage)
    routes.get("van-ban-den/cho/:paper/xem-truoc", use: preview)
    routes.get("van-ban-den/cho/:paper/doc-vung", use: readArea)
    routes.post("van-ban-den/cho/:paper/bo", use: discard)
  }

  @Sendable func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let query = Form(urlEncoded: request.uri.query ?? "")
    let papers = try await papers(context)
    if query.isOn("tiep"), let first = papers.first {
      let next = RegistrationField.address(first.registrationPath, keeping: query)
      return context.redirect(to: next, notice: context.notice)
    }
    return try await page(papers, refusals: [], context)
  }

  @Sendable func upload(_ request: Request, _ context: WebContext) async throws -> Response {
    guard IncomingDocumentAccess.mayRegister(try context.requireActor()) else {
      throw IncomingDocumentAccess.notRegistry
    }
    let uploaded = try await desk.read(request, context, isForDocuments: true)
    var context = context
    context.form = uploaded.form
    let actor = try context.requireActor()
    do {
      try await database.write { try ReceivePapers(uploads: uploaded.files).perform(by: actor, in: $0) }
    } catch {
      await desk.discard(uploaded.files)
      throw error
    }
    guard uploaded.refusals.isEmpty else {
      return try await page(
        try await papers(context), refusals: uploaded.refusals, context, status: .unprocessableContent)
    }
    guard !uploaded.files.isEmpty else {
      return try await page(
        try await papers(context), refusals: ["Chưa chọn tệp nào."], context, status: .unprocessableContent)
    }
    return context.redirect(
      to: IncomingDocumentPaths.waiting, notice: "Đã nhận \(uploaded.files.count) tệp; đang đọc từng trang.")
  }

  @Sendable func discard(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = DiscardPaper(paper: try context.requireID("paper"))
    let paper = try await database.write { try act.perform(by: actor, in: $0) }
    try await desk.vault.forget(paper)
    return context.redirect(to: IncomingDocumentPaths.waiting, notice: "Đã bỏ tệp «\(paper.fileName)».")
  }

  @Sendable func pageImage(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let page = context.parameters.get("page", as: Int.self) ?? 0
    let paper = try await database.read { try WaitingPaperStore($0).find(id, visibleTo: actor) }
    let isSmall = Form(urlEncoded: request.uri.query ?? "").isOn("nho")
    return try await PageImages(reader: reader).answer(
      reader.vault.url(of: paper.staged), kind: paper.kind, hash: paper.staged.hash, page: page, isSmall: isSmall,
      context)
  }

  /// Beside «Việc của tôi».
  @Sendable func preview(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let paper = try await database.read { try WaitingPaperStore($0).find(id, visibleTo: actor) }
    return context.html(DocumentPreview(paper).html)
  }

  /// The words inside a box drawn on the page.
  @Sendable func readArea(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: WaitingPaper.ID = try context.requireID("paper")
    let query = Form(urlEncoded: request.uri.query ?? "")
    let page = query.integer("page") ?? 1
    guard let area = PageBox(query) else { throw Refusal(.invalid, "Vùng chọn không hợp lệ.") }
    let read = try await database.read { transaction in
      let store = WaitingPaperStore(transaction)
      return try store.page(page, of: try store.find(id, visibleTo: actor))
    }
    let text = read.map { DocumentReading.words(on: $0) { area.holds($0) } } ?? ""
    return Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  @Sendable func progress(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    return LiveProgress.answer(
      request, database: database,
      look: LiveSession.during(context.visitor) { transaction in
        try WaitingPaperStore(transaction).list(visibleTo: actor).map { paper in
          let line = ProgressLine.reading(paper)
          return LiveProgress.Change(
            key: line.key, value: line.value, max: line.max, text: line.text, done: paper.state != .reading)
        }
      })
  }

  private func sent(_ context: WebContext) async throws -> [WaitingPapersPage.Sent] {
    let actor = try context.requireActor()
    return try await database.read { try PacketLine.read(of: actor, in: $0).map(WaitingPapersPage.Sent.init) }
  }

  private func papers(_ context: WebContext) async throws -> [WaitingPapersPage.Paper] {
    let actor = try context.requireActor()
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    return try await database.read { transaction in
      let duty = try RegistryDuty(of: actor.agency, in: transaction)
      return try WaitingPaperStore(transaction).list(visibleTo: actor).map { paper in
        var shown = WaitingPapersPage.Paper(paper)
        shown.deadline = DeadlineMark(paper, duty, now: transaction.now)
        return shown
      }
    }
  }

  private func page(
    _ papers: [WaitingPapersPage.Paper], refusals: [String], _ context: WebContext, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let screen = WaitingPapersPage(
      papers: papers, sent: try await sent(context), uploadPath: IncomingDocumentPaths.waiting,
      limitLine: "PDF, Word, ảnh; mỗi tệp không quá \(desk.limits.fileBytesMax >> 20) MB, nhiều tệp một lúc được.",
      livePath: IncomingDocumentPaths.waitingLive, withoutFilePath: IncomingDocumentPaths.registration,
      returnedPath: IncomingDocumentPaths.returned,
      refusals: refusals, seal: context.seal())
    return context.page(
      Page(title: "Chờ vào sổ", room: .incoming, main: screen.html, keys: WaitingPapersPage.keys), status: status)
  }
}

extension PageBox {
  /// From an address's query; nil when it is no area of a page.
  fileprivate init?(_ query: Form) {
    let parts = ["left", "top", "width", "height"].compactMap { Double(query[$0]) }
    guard parts.count == 4, parts.allSatisfy({ (-0.1...1.1).contains($0) }) else { return nil }
    self.init(left: parts[0], top: parts[1], width: parts[2], height: parts[3])
  }

  /// Whether the middle of `other` lies inside.
  fileprivate func holds(_ other: PageBox) -> Bool {
    let (x, y) = (other.left + other.width / 2, other.top + other.height / 2)
    return x >= left && x <= left + width && y >= top && y <= top + height
  }
}
