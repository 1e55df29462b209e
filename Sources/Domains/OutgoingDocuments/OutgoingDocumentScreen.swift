import Access
import Audit
import Database
import Documents
import IncomingDocuments
import Jobs
import Kernel
import Markup
import Notifications
import Papers
import Registers

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
  var recipients: [OutgoingRecipient]
  /// Position in `files` of the one shown in the middle.
  var shown: Int?
  var story: [StoryLine]
  var job: Job?
  var neighbours: (older: OutgoingDocument.ID?, newer: OutgoingDocument.ID?)
  var reasonsToSee: [String]
  var issuing: DeadlineMark?
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
    let recipientsLater = try OutgoingRecipientStore(transaction).listLater(of: id)
    let book = try RegisterStore(transaction).findLaterForJob(document.book)
    let story = try AuditStore(transaction).storyLater(of: reference, limit: storyLinesMax)
    let jobs = try JobStore(transaction).openLater(of: reference)
    let reasons = try Access.reasonsLater(for: reference, actor: actor, in: transaction)
    let (files, recipients) = (try filesLater.get(), try recipientsLater.get())
    let issuing =
      document.state == .numbered
      ? IssuingDuty.mark(
        document, recipients, try RegistryDuty(of: document.agency, in: transaction), now: transaction.now) : nil
    return OutgoingDocumentScreen(
      document: document, book: try book.get(), files: files, recipients: recipients,
      shown: files.firstIndex { $0.id == file } ?? files.firstIndex { $0.kind.isShown }, story: try story.get(),
      job: try jobs.get().first, neighbours: try store.neighbours(of: document, visibleTo: actor),
      reasonsToSee: try reasons.get(), issuing: issuing, actor: actor)
  }

  func page(seal: FormSeal) -> OutgoingDocumentPage {
    let facts = document.facts
    var page = OutgoingDocumentPage(
      codeText: document.codeText, issuedDay: facts.issuedDate.text, bookName: book?.title ?? "",
      typeName: DocumentType.known(facts.typeKey)?.name ?? "", signer: "\(facts.signerLine) \(facts.signerName)",
      subject: facts.subject, urgency: UrgencyMark(facts.urgency), state: StateMark(document), issuing: issuing,
      viewer: viewer, files: files.enumerated().map(file), acts: acts(seal: seal),
      recipients: recipients.map(Self.shown), story: Story(story.map(Story.Line.init)), metadata: metadata, seal: seal)
    switch document.state {
    case .cancelled:
      page.ended = "Số \(document.codeText) đã hủy; dòng vẫn giữ trong sổ. Lý do: \(document.endReason ?? "")"
    case .recalled:
      page.ended =
        "Văn bản đã thu hồi, tệp và thông tin giữ nguyên như lúc phát hành. Lý do: \(document.endReason ?? "")"
    case .numbered, .issued: break
    }
    page.primary = primary(seal: seal)
    page.asked = asked
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
      page.livePath = OutgoingDocumentPaths.live(document.id)
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
    let file = files[shown]
    let images = (0..<(file.state == .unreadable ? 0 : file.pageCount ?? 1)).map { index in
      PageViewer.Image(
        page: index + 1, path: OutgoingDocumentPaths.page(file.id, index + 1),
        thumbnailPath: OutgoingDocumentPaths.thumbnail(file.id, index + 1))
    }
    return PageViewer(
      name: document.codeText, images: images,
      emptyLine: "Không đọc được tệp này\(file.trouble.map { ": \($0)" } ?? "").")
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

  private static func shown(_ recipient: OutgoingRecipient) -> OutgoingDocumentPage.Recipient {
    var parts: [String] = []
    if let sentAt = recipient.sentAt {
      let proof = recipient.proof.isEmpty ? "" : ", \(recipient.proof)"
      let envelopes = recipient.envelopes.map { ", \($0) bì" } ?? ""
      parts.append("gửi \(sentAt.text)\(proof)\(envelopes)")
    }
    if let answeredAt = recipient.answeredAt {
      let answer = recipient.answer.isEmpty ? "" : ": \(recipient.answer)"
      parts.append("\(recipient.state.label.lowercased()) \(answeredAt.text)\(answer)")
    }
    let tone: StateMark.Tone =
      switch recipient.state {
      case .waiting: .look
      case .sent: .plain
      case .received, .returned: .done
      case .refused: .wrong
      }
    return .init(
      name: recipient.name, way: recipient.way.label.lowercased(), state: StateMark(recipient.state.label, tone),
      line: parts.joined(separator: "; "))
  }

  private var metadata: DefinitionList {
    var entries = OutgoingFactChanges.shown(document.facts).map { DefinitionList.Entry($0.label, text: $0.value) }
    entries.append(.init("Số trong sổ", text: "\(document.number), \(book?.title ?? "")"))
    entries.append(.init("Mã định danh văn bản", text: document.identifier))
    entries.append(.init("Cấp số lúc", text: "\(document.numberedAt.text), \(document.numberedBy)"))
    entries.append(
      .init("Phát hành lúc", text: document.issuedAt.map { "\($0.text), \(document.issuedBy ?? "")" }))
    entries.append(.init("Vì sao xem được", text: reasonsToSee.joined(separator: "; ")))
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
      ]), pagePath: shown.map { OutgoingDocumentPaths.page(files[$0].id, 1) },
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
