import Access
import Audit
import Database
import Documents
import Exchange
import IncomingDocuments
import Jobs
import Kernel
import Markup
import Notifications
import Papers
import Registers
import Work

/// What was tried on a document and refused: its dialog comes back open.
struct RefusedOutgoingAct: Sendable {
  var act: OutgoingDocumentPaths.Act
  var input: FormInput
}

/// Gathers what the page of an outgoing document shows, in one snapshot.
struct OutgoingDocumentScreen: Sendable {
  var document: OutgoingDocument
  var book: RegisterBook?
  var files: [OutgoingFile]
  var stampings: [OutgoingStamping]
  var recipients: [OutgoingRecipient]
  /// What became of it at agencies of the installation.
  var packets: [Packet]
  /// What units of the agency, and their officers, were given by it.
  var unitWork: UnitWorkScreen
  var relations: [DocumentRelation]
  var replies: [ReplyRequest]
  /// Of what answers them, by recipient.
  var answerPaths: [Int64: String] = [:]
  var today: Day
  /// Position in `files` of the one shown in the middle.
  var shown: Int?
  var story: [StoryLine]
  var job: Job?
  var neighbours: (older: OutgoingDocument.ID?, newer: OutgoingDocument.ID?)
  var reasonsToSee: [String]
  var issuing: DeadlineMark?
  /// Its draft, and what it answers.
  var related: [RelatedRecord] = []
  /// Forms for reports: the one that it asks by, or that the reader's unit is asked to fill in.
  var sheets: [CollectedSheet] = []
  /// Where the reader would ask for reports by it.
  var askingPath: String?
  /// The written authorisation that it was signed by, when it was.
  var authorisation: (name: String, path: String?)?
  /// Whoever wrote it may urge too.
  var mayUrge = false
  var actor: Actor
  var refused: RefusedOutgoingAct?

  private static let storyLinesMax = 100

  static func read(
    _ id: OutgoingDocument.ID, shown file: OutgoingFile.ID? = nil, by actor: Actor, in transaction: any Transaction
  ) throws -> OutgoingDocumentScreen {
    let store = OutgoingDocumentStore(transaction)
    let document = try store.find(id, visibleTo: actor)
    let reference = RecordReference.outgoingDocument(id)
    let filesLater = try OutgoingFileStore(transaction).listLater(of: id)
    let relationsLater = try DocumentRelationStore(transaction).ofLater(id.number)
    let repliesLater = try ReplyRequestStore(transaction).ofLater(id.number)
    let packetsLater = try PacketStore(transaction).ofLater(reference)
    let itemsLater = try WorkStore(transaction).itemsLater(of: reference)
    let stampings = try StampingStore(transaction).listLater(of: id)
    let recipientsLater = try OutgoingRecipientStore(transaction).listLater(of: id)
    let book = try RegisterStore(transaction).findLaterForJob(document.book)
    let story = try AuditStore(transaction).storyLater(of: reference, limit: storyLinesMax)
    let jobs = try JobStore(transaction).openLater(of: reference)
    let reasons = try Access.reasonsLater(for: reference, actor: actor, in: transaction)
    let items = try itemsLater.get()
    let (files, recipients) = (try filesLater.get(), try recipientsLater.get())
    let issuing =
      document.state == .numbered
      ? IssuingDuty.mark(
        document, recipients, try RegistryDuty(of: document.agency, in: transaction), now: transaction.now) : nil
    return OutgoingDocumentScreen(
      document: document, book: try book.get(), files: files, stampings: try stampings.get(),
      recipients: recipients, packets: try packetsLater.get(),
      unitWork: try UnitWorkScreen.read(document, items, by: actor, in: transaction),
      relations: try relationsLater.get(),
      replies: try repliesLater.get(),
      answerPaths: try ReplyRequest.answerPaths(repliesLater.get(), visibleTo: actor, in: transaction),
      today: transaction.now.day,
      shown: files.firstIndex { $0.id == file } ?? files.firstIndex { $0.kind.isShown }, story: try story.get(),
      job: try jobs.get().first, neighbours: try store.neighbours(of: document, visibleTo: actor),
      reasonsToSee: try reasons.get(), issuing: issuing,
      related: try AnsweredRecords.related(to: document, visibleTo: actor, in: transaction),
      authorisation: try SignerPower.authorisation(of: document, by: actor, in: transaction),
      mayUrge: try document.obstacle(to: .urge) == nil
        && OutgoingDocumentAccess.mayUrge(document, actor, in: transaction), actor: actor)
  }

  func page(seal: FormSeal) -> OutgoingDocumentPage {
    let facts = document.facts
    var page = OutgoingDocumentPage(
      codeText: document.codeText, issuedDay: facts.issuedDate.text, bookName: book?.title ?? "",
      typeName: DocumentType.known(facts.typeKey)?.name ?? "", signer: "\(facts.signerLine) \(facts.signerName)",
      subject: facts.subject, urgency: UrgencyMark(facts.urgency), state: StateMark(document), issuing: issuing,
      viewer: viewer, files: files.enumerated().map(file), acts: acts(seal: seal),
      recipients: shownRecipients, story: Story(story.map(Story.Line.init)), metadata: metadata, seal: seal)
    switch document.state {
    case .cancelled:
      page.ended = "Số \(document.codeText) đã hủy; dòng vẫn giữ trong sổ. Lý do: \(document.endReason ?? "")"
    case .recalled:
      page.ended =
        "Văn bản đã thu hồi, tệp và thông tin giữ nguyên như lúc phát hành. Lý do: \(document.endReason ?? "")"
    case .numbered, .issued: break
    }
    page.sheets = CollectedSheetBlock(sheets)
    page.related = related.map { .init($0.relation, label: $0.label, state: $0.stateLabel, path: $0.path) }
    page.primary = primary(seal: seal)
    fillRelations(&page, seal)
    page.replies = replyBlock(seal)
    page.asked = [asked, unitWork.asked].filter { !$0.isEmpty }.joined(separator: " ")
    if let refused,
      !(page.acts + [page.primary].compactMap(\.self)).contains(where: { $0.dialog?.id == refused.act.dialog })
    {
      page.refusal = refused.input.summary
    }
    page.similarPath = FramePaths.similar(kind: RecordReference.outgoingDocumentCode, number: document.id.number)
    page.olderPath = neighbours.older.map(OutgoingDocumentPaths.show)
    page.newerPath = neighbours.newer.map(OutgoingDocumentPaths.show)
    if let job {
      page.reading = ProgressLine(
        key: "outgoing-\(document.id)", text: job.lastError == nil ? "Đang đọc tệp" : "Chưa đọc được tệp, sẽ thử lại.",
        value: job.progress.done, max: job.progress.total ?? 1)
    }
    page.mirrorKey = mirrorKey
    if job != nil || mirrorKey != nil {
      page.livePath = OutgoingDocumentPaths.live(document.id, since: mirror)
    }
    return page
  }

  private var asked: String {
    guard OutgoingDocumentAccess.may(.send, document, actor), document.state == .issued else { return "" }
    let waiting = recipients.filter { $0.state == .waiting }.count
    return waiting == 0 ? "" : "Còn \(waiting) nơi nhận chưa ghi gửi."
  }

  private var viewer: PageViewer {
    guard let shown else {
      return PageViewer(
        name: "Văn bản", images: [], emptyLine: files.isEmpty ? "Chưa có tệp." : "Tệp này không có trang để xem.")
    }
    return files[shown].viewer(named: document.codeText)
  }

  private func file(_ index: Int, _ file: OutgoingFile) -> OutgoingDocumentPage.File {
    let pages = file.pageCount.map { ", \($0) trang" } ?? ""
    return OutgoingDocumentPage.File(
      name: file.name, line: "\(file.kind.label)\(pages), \(ByteText.text(file.bytes))",
      downloadPath: OutgoingDocumentPaths.file(file.id),
      viewPath: index == shown || !file.kind.isShown
        ? nil : "\(OutgoingDocumentPaths.show(document.id))?tep=\(file.id)",
      trouble: file.trouble.map { "Không đọc được: \($0)" }, isShown: index == shown)
  }

  private var metadata: DefinitionList {
    var entries = OutgoingFactChanges.shown(document.facts).map { DefinitionList.Entry($0.label, text: $0.value) }
    if let authorisation {
      entries.append(
        .init(
          "Văn bản ủy quyền",
          authorisation.path.map { "<a href=\"\($0)\">\(authorisation.name)</a>" } ?? "\(authorisation.name)"))
    }
    entries.append(.init("Số trong sổ", text: "\(document.number), \(book?.title ?? "")"))
    entries.append(.init("Mã định danh văn bản", text: document.identifier))
    entries.append(.init("Cấp số lúc", text: "\(document.numberedAt.text), \(document.numberedBy)"))
    entries.append(
      .init("Phát hành lúc", text: document.issuedAt.map { "\($0.text), \(document.issuedBy ?? "")" }))
    entries.append(
      .init(
        "Vì sao xem được",
        WhoSees.shown(reasonsToSee, of: .outgoingDocument(document.id), document.answering, to: actor)))
    return DefinitionList(entries)
  }

  /// Beside a list.
  var preview: OutgoingPreview {
    let facts = document.facts
    return OutgoingPreview(
      title: document.codeText,
      facts: DefinitionList([
        .init("Trích yếu", text: facts.subject), .init("Người ký", text: "\(facts.signerLine) \(facts.signerName)"),
        .init("Ngày văn bản", text: facts.issuedDate.text),
        .init("Nơi nhận", text: OutgoingDocumentListScreen.places(recipients)),
      ]), pagePath: shown.map { OutgoingDocumentPaths.page(files[$0], 1) },
      path: OutgoingDocumentPaths.show(document.id))
  }
}

/// What the preview beside a list shows. A fragment.
struct OutgoingPreview {
  var title: String
  var facts: DefinitionList
  var pagePath: String?
  var path: String

  var html: HTML {
    let image: HTML =
      pagePath.map { "<img class=\"preview-page\" src=\"\($0)\" alt=\"Trang đầu của \(title)\">" } ?? .empty
    return "<h2><a href=\"\(path)\">\(title)</a></h2>\(facts.html)\(image)"
  }
}
