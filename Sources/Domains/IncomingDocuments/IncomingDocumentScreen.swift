import Access
import Audit
import Database
import Documents
import Exchange
import Jobs
import Kernel
import Markup
import Organization
import Papers
import Registers
import Work

/// Gathers what the document page shows, in one snapshot.
struct IncomingDocumentScreen: Sendable {
  var document: IncomingDocument
  var book: RegisterBook
  var files: [IncomingFile]
  /// Position in `files` of the one shown in the middle.
  var shown: Int?
  var typeName: String
  var story: [StoryLine]
  var job: Job?
  var neighbours: (older: IncomingDocument.ID?, newer: IncomingDocument.ID?)
  var agencyName: String
  var mayCorrect: Bool
  var mayReport: Bool
  var reasonsToSee: [String]
  var work: HeldWork
  var desk = IncomingDeskRecord()
  /// What is being written, or was issued, in reply.
  var related: [RelatedRecord] = []
  /// Forms for reports that it came with.
  var sheets: [CollectedSheet] = []
  /// What its issuer did to it later.
  var superseded: [SupersededCopy] = []
  /// Where the words stand that led here.
  var sought: SoughtPages?
  /// Their boxes on those pages.
  var lit: [PageViewer.LitBox] = []
  /// What was tried and refused.
  var refused: RefusedAct?

  private static let storyLinesMax = 100

  static func read(
    _ id: IncomingDocument.ID, shown file: IncomingFile.ID?, sought words: SoughtWords? = nil, by actor: Actor,
    in transaction: any Transaction
  ) throws -> IncomingDocumentScreen {
    let store = IncomingDocumentStore(transaction)
    let document = try store.find(id, visibleTo: actor)
    let reference = RecordReference.incomingDocument(id)
    // Asked together: none hangs on another.
    let filesLater = try IncomingFileStore(transaction).listLater(of: id)
    let book = try IncomingBooks.bookLater(of: document, in: transaction)
    let type = try DocumentTypeStore(transaction).findLater(document.facts.typeKey)
    let story = try AuditStore(transaction).storyLater(of: reference, limit: storyLinesMax)
    let jobs = try JobStore(transaction).openLater(of: reference)
    let neighbours = try store.neighboursLater(of: document, visibleTo: actor)
    let agencyName = try OrganizationStore(transaction).agencyNameLater(
      document.agency, on: document.registeredAt.day)
    let reasons = try Access.reasonsLater(for: reference, actor: actor, in: transaction)
    let items = try WorkStore(transaction).itemsLater(of: reference)
    let desk = try IncomingDeskRecord.ask(of: id, by: actor, in: transaction)
    let files = try filesLater.get()
    let sought = try words.flatMap { words in
      SoughtPages(words, in: try IncomingFileStore(transaction).pages(of: id).filter { file == nil || $0.file == file })
    }
    let beside = try desk.get()
    return IncomingDocumentScreen(
      document: document, book: try book.get(), files: files,
      shown: files.firstIndex { $0.id == sought?.file ?? file }
        ?? files.firstIndex { $0.kind.isShown && $0.workItem == nil },
      typeName: try type.get()?.name ?? "", story: try story.get(), job: try jobs.get().first,
      neighbours: (try neighbours.older.get(), try neighbours.newer.get()), agencyName: try agencyName.get(),
      mayCorrect: IncomingDocumentAccess.mayCorrect(document, actor),
      mayReport: !(files.isEmpty && beside.handwriting.isEmpty)
        && QuarantineAccess.mayReport(document.agency, actor),
      reasonsToSee: try reasons.get(),
      work: try HeldWork.read(document, try items.get(), by: actor, in: transaction), desk: beside,
      superseded: try beside.packet.map { try SupersededCopy.read($0, by: actor, in: transaction) } ?? [],
      sought: sought)
  }

  func page(seal: FormSeal) -> IncomingDocumentPage {
    let facts = document.facts
    var page = IncomingDocumentPage(
      arrivalNumber: document.arrivalNumber, arrivalDay: facts.arrivalDate.text, bookName: book.title,
      codeText: facts.codeText, issuer: facts.issuerName, typeName: typeName, subject: facts.subject,
      urgency: UrgencyMark(facts.urgency), state: StateMark(document),
      cancelReason: document.cancelReason, viewer: viewer, files: files.enumerated().map(file),
      acts: acts(seal: seal), holders: holders, story: Story(story.map(Story.Line.init)), metadata: metadata, seal: seal
    )
    let missing =
      document.fileCount == 0 && mayCorrect ? "Văn bản chưa có tệp. Thêm tệp khi bì được mở hoặc đã quét." : ""
    page.asked = [work.asked, missing].filter { !$0.isEmpty }.joined(separator: " ")
    page.sheets = CollectedSheetBlock(sheets)
    page.related = related.map { .init($0.relation, label: $0.label, state: $0.stateLabel, path: $0.path) }
    let acts = work.acts()
    (page.primary, page.folded) = (acts.primary, acts.folded)
    if mayCorrect, IncomingRegisterContents.obstacle(work.items) != nil { page.folded += endings(seal: seal) }
    page.acts = acts.more + paperActs + page.acts
    page.directives = work.directives.map { directive in
      let keyed = directive.keyedText
      var said = IncomingDocumentPage.Directed(
        text: directive.text, line: "\(directive.authorName), \(directive.givenAt.text)\(keyed)",
        recalled: directive.recalledText(among: work.items))
      if let scan = desk.handwriting[directive.id] {
        said.scan = .init(
          pagePath: IncomingDocumentPaths.handwritingPage(directive.id, 1),
          filePath: IncomingDocumentPaths.handwriting(directive.id), pageCount: scan.pageCount ?? 1)
      }
      return said
    }
    if let recalled = document.recalled { page.ended = recalled.refusal(document.arrivalNumber).message }
    page.superseded = superseded.map(\.notice)
    if let packet = desk.packet, packet.recall != nil, ConfirmRecall.obstacle(packet) == nil,
      IncomingDocumentAccess.mayRegister(work.actor)
    {
      page.acts.insert(
        .init(
          button: Button("Xác nhận đã hủy", style: .primary, key: "h"),
          postTo: IncomingDocumentPaths.packetAct(packet.id, .confirmRecall)), at: 0)
    }
    if let condition = desk.condition {
      page.arrival = Notice(.caution, condition.sentences.joined(separator: " ")).html
      if !condition.condition.anomaly.isEmpty, condition.toldAt == nil, mayCorrect {
        page.acts.insert(
          .init(button: Button("Đã báo nơi gửi"), postTo: IncomingDocumentPaths.senderTold(document.id)), at: 0)
      }
    }
    if AcknowledgeReceipt.obstacle(document, desk.notice, for: work.actor) == nil {
      page.acts.insert(
        .init(button: Button("Báo nhận", path: IncomingDocumentPaths.notice(document.id), key: "h")), at: 0)
    }
    if let refused,
      !page.acts.contains(where: { $0.dialog?.id == refused.act.rawValue && $0.button.obstacles.isEmpty })
    {
      page.refusal = refused.notice
    }
    if let sought {
      page.sought = .init(
        words: sought.words.typed, pages: sought.pages, plainPath: IncomingDocumentPaths.show(document.id))
    }
    page.similarPath = FramePaths.similar(kind: RecordReference.incomingDocumentCode, number: document.id.number)
    page.olderPath = neighbours.older.map(IncomingDocumentPaths.show)
    page.newerPath = neighbours.newer.map(IncomingDocumentPaths.show)
    if let job {
      page.reading = ProgressLine(
        key: "document-\(document.id)", text: job.readingLine, value: job.progress.done, max: job.progress.total ?? 1)
      page.livePath = IncomingDocumentPaths.live(document.id)
    }
    return page
  }

  /// Beside a list.
  var preview: DocumentPreview {
    let facts = document.facts
    return DocumentPreview(
      title: "Số đến \(document.arrivalNumber)",
      facts: DefinitionList([
        .init("Trích yếu", text: facts.subject), .init("Số, ký hiệu", text: facts.codeText),
        .init("Cơ quan ban hành", text: facts.issuerName), .init("Ngày văn bản", text: facts.issuedDate?.text),
        .init("Ngày đến", text: facts.arrivalDate.text),
      ]),
      pagePath: shown.map { IncomingDocumentPaths.page(files[$0].id, 1) },
      path: IncomingDocumentPaths.show(document.id))
  }

  private var viewer: PageViewer {
    guard let shown else {
      return PageViewer(
        name: "Văn bản", images: [], emptyLine: files.isEmpty ? "Chưa có tệp." : "Tệp này không có trang để xem.")
    }
    var viewer = files[shown].viewer(named: document.facts.codeText)
    viewer.stamp = stamp(files[shown].stamp ?? .usual)
    viewer.lit = lit
    return viewer
  }

  /// Drawn over view and print only: the received file is never altered.
  private func stamp(_ found: StampOnPage) -> Markup.ArrivalStamp {
    Markup.ArrivalStamp(
      agencyName: agencyName, number: "\(document.arrivalNumber)", day: document.facts.arrivalDate.text,
      toPlaces: document.facts.toPlaces,
      place: .init(
        left: found.place.left, top: found.place.top, pageWidth: found.pageWidth, pageHeight: found.pageHeight))
  }

  private func file(_ index: Int, _ file: IncomingFile) -> IncomingDocumentPage.File {
    let pages = file.pageCount.map { ", \($0) trang" } ?? ""
    return IncomingDocumentPage.File(
      name: file.name,
      line:
        "\(file.kind.label)\(pages), \(ByteText.text(file.bytes))\(file.workItem == nil ? "" : ", thêm khi giải quyết")",
      downloadPath: IncomingDocumentPaths.file(file.id),
      viewPath: index == shown || !file.kind.isShown
        ? nil : "\(IncomingDocumentPaths.show(document.id))?tep=\(file.id)",
      trouble: file.trouble.map { "Không đọc được: \($0)" }, isShown: index == shown)
  }

  private func acts(seal: FormSeal) -> [IncomingDocumentPage.Act] {
    var acts: [IncomingDocumentPage.Act] = []
    if shown != nil {
      acts.append(.init(button: Button("In có dấu đến", path: IncomingDocumentPaths.stamped(document.id), key: "i")))
    }
    if document.state == .registered, !work.items.isEmpty {
      acts.append(.init(button: Button("Phiếu giải quyết", path: IncomingDocumentPaths.slip(document.id), key: "w")))
    }
    if document.state != .quarantined {
      if document.state == .registered { acts.append(.init(button: filingButton)) }
      acts.append(.init(button: copyButton))
    }
    if mayReport {
      acts.append(.init(button: Button("Có dấu mật", style: .grave), dialog: secrecyDialog(seal)))
    }
    guard mayCorrect else { return acts }
    acts.append(.init(button: Button("Sửa thông tin", path: IncomingDocumentPaths.correction(document.id), key: "s")))
    acts.append(.init(button: Button("Thêm tệp", style: .plain), dialog: addFileDialog(seal)))
    return IncomingRegisterContents.obstacle(work.items) == nil ? acts + endings(seal: seal) : acts
  }

  /// What ends the document's number; dimmed and folded while somebody is at work on it.
  private func endings(seal: FormSeal) -> [IncomingDocumentPage.Act] {
    let inTheWay = IncomingRegisterContents.obstacle(work.items).map { [$0.message] } ?? []
    return [
      .init(
        button: Button(
          "Trả nơi gửi", style: .grave, path: IncomingDocumentPaths.returning(document.id), obstacles: inTheWay)),
      .init(button: Button("Hủy số đến", style: .grave, obstacles: inTheWay), dialog: cancelDialog(seal)),
    ]
  }

  /// Passing the paper on, for whoever holds it or is about to.
  private var paperActs: [IncomingDocumentPage.Act] {
    let actor = work.actor
    let copy = desk.paper ?? .atRegistry(document)
    guard document.state == .registered, copy.isHeld(by: actor) || copy.isComing(to: actor) else { return [] }
    // What came without paper has none to pass on, until somebody says so.
    guard desk.paper != nil || document.facts.channel.isPaper || !document.facts.paperHolder.isEmpty else { return [] }
    let label = copy.isComing(to: actor) ? "Xác nhận bản giấy" : "Chuyển bản giấy"
    return [.init(button: Button(label, path: IncomingDocumentPaths.paperCopy(document.id)))]
  }

  private var holders: [IncomingDocumentPage.Holder] {
    if let paper = desk.paper {
      return work.holders + [
        .init(
          name: paper.holderName, role: "giữ bản giấy",
          state: StateMark(paper.passing == nil ? "Bản giấy" : "Đang chuyển", paper.passing == nil ? .plain : .look),
          openedLine: paper.text, deadline: nil)
      ]
    }
    guard !document.facts.paperHolder.isEmpty else { return work.holders }
    return work.holders + [
      .init(
        name: document.facts.paperHolder, role: "giữ bản giấy", state: StateMark("Bản giấy"), openedLine: "",
        deadline: nil)
    ]
  }

  private var metadata: DefinitionList {
    var entries = FactChanges.shown(document.facts).map { DefinitionList.Entry($0.label, text: $0.value) }
    entries.append(.init("Số đến", text: "\(document.arrivalNumber), \(book.title)"))
    // Of a line of an old book only the day is known.
    let day = document.registeredAt.day
    entries.append(
      document.registeredAt == Instant(day)
        ? .init("Vào sổ cũ ngày", text: day.text) : .init("Vào sổ lúc", text: document.registeredAt.text))
    entries.append(
      .init("Số nội bộ của đơn vị", text: desk.unitNumber.map { "\($0.text), \($0.takenAt.text), \($0.takenBy)" }))
    entries.append(
      .init(
        "Trả nơi gửi",
        text: desk.returned.map { "\($0.facts.sender), \($0.facts.way.label), \($0.returnedAt.text), \($0.returnedBy)" }
      ))
    entries.append(.init("Báo nhận cho nơi gửi", text: desk.notice?.text))
    entries.append(.init("Gửi đến trong hệ thống", text: desk.packet.map { "\($0.sentAt.text), \($0.sentBy)" }))
    entries.append(.init("Chuyển theo quy tắc", text: desk.fired.map(\.text).joined(separator: "; ")))
    entries.append(
      .init("Vì sao xem được", WhoSees.shown(reasonsToSee, of: .incomingDocument(document.id), to: work.actor)))
    return DefinitionList(entries)
  }
}

extension IncomingFile {
  /// Its pages; `name` says what they show, else the file's own name does.
  func viewer(named name: String) -> PageViewer {
    let images = (0..<(state == .unreadable ? 0 : pageCount ?? 1)).map { index in
      PageViewer.Image(
        page: index + 1, path: IncomingDocumentPaths.page(id, index + 1),
        thumbnailPath: IncomingDocumentPaths.thumbnail(id, index + 1))
    }
    return PageViewer(
      name: name.isEmpty ? self.name : name, images: images,
      emptyLine: "Không đọc được tệp này\(trouble.map { ": \($0)" } ?? "").")
  }
}
