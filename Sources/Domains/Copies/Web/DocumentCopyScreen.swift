import Access
import Audit
import Database
import Jobs
import Kernel
import Markup
import Organization

/// Gathers what the page of a copy shows, in one snapshot.
struct DocumentCopyScreen: Sendable {
  /// What was tried and refused: its dialog comes back open.
  struct Refused: Sendable {
    var step: DocumentCopy.Step
    var input: FormInput
  }

  var copy: DocumentCopy
  var document: CopiedDocument?
  /// The copied file, when the reader may see its document.
  var file: CopiedFile?
  var abbreviation: String
  var story: [StoryLine]
  var job: Job?
  var reasonsToSee: [String]
  var obstacles: [String]
  var actor: Actor
  var refused: Refused?

  private static let storyLinesMax = 50

  static func read(_ id: DocumentCopy.ID, by actor: Actor, in transaction: any Transaction) throws -> DocumentCopyScreen
  {
    let copy = try DocumentCopyStore(transaction).find(id, visibleTo: actor)
    let record = RecordReference.documentCopy(id)
    let documents = CopiedDocumentStore(transaction)
    let source = copy.terms.source
    let mayOpen = try Access.maySee(source.record, actor: actor, in: transaction)
    let seen = mayOpen ? try documents.find(source.record, visibleTo: actor) : nil
    return DocumentCopyScreen(
      copy: copy, document: try seen?.0 ?? documents.documents(of: [copy])[source.record],
      file: seen?.1.first { $0.id == source.file },
      abbreviation: try OrganizationStore(transaction).agency(copy.agency).abbreviation,
      story: try AuditStore(transaction).storyLater(of: record, limit: storyLinesMax).get(),
      job: try JobStore(transaction).open(of: record).first,
      reasonsToSee: try Access.reasons(for: record, actor: actor, in: transaction),
      obstacles: copy.state.isOpen ? try CopyStanding.obstacles(copy, in: transaction) : [], actor: actor)
  }

  func page(seal: FormSeal) -> DocumentCopyPage {
    let code = copy.codeText(abbreviation: abbreviation)
    var page = DocumentCopyPage(
      title: code.isEmpty ? "chưa có số" : code, formName: copy.terms.form.label,
      day: (copy.numberedAt ?? copy.askedAt).day.text, subject: document?.subject ?? "Văn bản không còn",
      documentLine: document?.line ?? "", documentPath: file == nil ? nil : document?.path, state: StateMark(copy),
      viewer: viewer, viewerLine: copy.file == nil ? "Trang của văn bản được sao" : "Trang của bản sao",
      downloadPath: copy.file == nil ? nil : DocumentCopyPaths.file(copy.id), asked: asked, acts: acts(seal),
      story: Story(story.map(Story.Line.init)), metadata: metadata, seal: seal)
    page.ended = ended
    if let refused, !page.acts.contains(where: { $0.dialog?.id == DocumentCopyPaths.dialog(of: refused.step) }) {
      page.refusal = refused.input.summary
    }
    if let job {
      page.reading = ProgressLine(
        key: "copy-\(copy.id)",
        text: job.lastError == nil ? "Đang làm tệp bản sao" : "Chưa làm được tệp bản sao, hệ thống sẽ thử lại.",
        value: job.progress.done, max: job.progress.total ?? 1)
      page.livePath = DocumentCopyPaths.live(copy.id)
    }
    return page
  }

  private var ended: String? {
    switch copy.state {
    case .refused: "Không đồng ý sao. Lý do: \(copy.decisionNote)"
    case .withdrawn: "Người đề nghị đã rút." + (copy.endReason.map { $0.isEmpty ? "" : " Lý do: \($0)" } ?? "")
    case .cancelled: "Số bản sao đã hủy; dòng vẫn giữ trong sổ. Lý do: \(copy.endReason ?? "")"
    case .numbered: copy.trouble.map { "Chưa làm được tệp bản sao: \($0)" }
    case .asked, .approved, .given: nil
    }
  }

  private var asked: String {
    switch copy.state {
    case .asked: "\(copy.deciderName) quyết định việc sao và ký bản sao."
    case .approved: "Văn thư cấp số bản sao, từ một dãy số chung cho mọi hình thức sao."
    case .numbered where copy.file != nil:
      copy.terms.way.to == .paper
        ? "In \(copy.terms.amount) bản, người ký ký, đóng dấu rồi giao nơi nhận."
        : "Gửi tệp cho nơi nhận rồi ghi đã giao."
    default: ""
    }
  }

  private var viewer: PageViewer {
    if let made = copy.file {
      return PageViewer(
        name: "Bản sao \(copy.codeText(abbreviation: abbreviation))",
        images: (0..<made.pageCount).map {
          .init(
            page: $0 + 1, path: DocumentCopyPaths.page(copy.id, $0 + 1),
            thumbnailPath: DocumentCopyPaths.page(copy.id, $0 + 1, small: true))
        })
    }
    guard let file, file.pageCount > 0 else {
      return PageViewer(name: "Bản sao", images: [], emptyLine: "Bản sao chưa có trang để xem.")
    }
    let source = copy.terms.source
    var viewer = PageViewer(
      name: document?.codeText ?? "",
      images: (1...file.pageCount).map {
        .init(
          page: $0, path: DocumentCopyPaths.sourcePage(source, $0),
          thumbnailPath: DocumentCopyPaths.sourcePage(source, $0, small: true))
      })
    viewer.lit = copy.terms.parts.map {
      .init(page: $0.page, left: 0.01, top: $0.top, width: 0.98, height: $0.bottom - $0.top)
    }
    return viewer
  }

  private var metadata: DefinitionList {
    let terms = copy.terms
    return DefinitionList([
      .init("Hình thức sao", text: "\(terms.form.label). \(terms.way.label)."),
      .init("Phần trích", text: terms.parts.isEmpty ? nil : CopyPart.told(terms.parts)),
      .init("Nơi nhận", text: terms.recipients.joined(separator: "; ")),
      .init("Số lượng bản", text: "\(terms.amount)"), .init("Mục đích", text: terms.purpose),
      .init("Người đề nghị", text: "\(copy.askerName), \(copy.askedAt.text)"),
      .init(
        "Người quyết định",
        text: copy.deciderName + (copy.decidedAt.map { ", \($0.text)" } ?? "")),
      .init("Ý kiến", text: copy.decisionNote),
      .init("Ký bản sao", text: copy.signature.map { "\($0.lines.joined(separator: ", ")): \($0.name)" }),
      .init("Cấp số", text: copy.numberedAt.map { "\($0.text), \(copy.numberedBy ?? "")" }),
      .init("Đã giao", text: copy.givenAt.map { "\($0.text), \(copy.receipt)" }),
      .init("Vì sao xem được", WhoSees.shown(reasonsToSee, of: .documentCopy(copy.id), to: actor)),
    ])
  }
}
