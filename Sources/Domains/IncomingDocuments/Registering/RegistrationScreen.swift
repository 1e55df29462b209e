import Access
import Database
import Documents
import FileVault
import Kernel
import Markup
import Organization
import Papers
import Registers
import WebApp

/// Gathers what «Vào sổ» shows.
struct RegistrationScreen: Sendable {
  var actor: Actor
  var now: Instant
  var paper: WaitingPaper?
  /// What the paper's pages suggest.
  var read: ReadSuggestions?
  var others: [WaitingPaper] = []
  var nextNumber: NextNumber?
  var types: [DocumentType] = []
  var books: [String] = []
  var matches: [DuplicateCheck.Match] = []
  /// Of a correction.
  var corrected: IncomingDocument?
  /// Its first file with pages, to read beside the fields.
  var correctedFile: IncomingFile?

  /// Reads everything in one snapshot.
  static func read(
    paper id: WaitingPaper.ID? = nil, facts: IncomingFacts? = nil, bookName: String = "", by actor: Actor,
    in transaction: any Transaction
  ) throws -> RegistrationScreen {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw IncomingDocumentAccess.notRegistry }
    var screen = RegistrationScreen(actor: actor, now: transaction.now)
    let waiting = WaitingPaperStore(transaction)
    screen.paper = try id.map { try waiting.find($0, visibleTo: actor) }
    screen.read = try screen.paper.flatMap { try waiting.suggestions(of: $0) }
    screen.others = try waiting.list(visibleTo: actor).filter { $0.id != id }
    screen.types = try DocumentTypeStore(transaction).all()
    screen.books = try Self.bookNames(of: actor, in: transaction)
    screen.nextNumber = try NextNumber.read(
      bookName: bookName, arrivalDate: facts?.arrivalDate, by: actor, in: transaction)
    if let check = screen.duplicateCheck(facts) {
      screen.matches = try check.matches(visibleTo: actor, in: transaction)
    }
    return screen
  }

  /// The main book first; further ones only when the agency keeps them.
  static func bookNames(of actor: Actor, in transaction: any Transaction) throws -> [String] {
    let further = try RegisterStore(transaction).books(visibleTo: actor)
      .filter { $0.agency == actor.agency && $0.kind == .incoming && $0.isOpen && !$0.isMain }.map(\.name)
    return [RegisterKind.incoming.bookName] + Set(further).sorted()
  }

  private func duplicateCheck(_ facts: IncomingFacts?) -> DuplicateCheck? {
    var facts = facts ?? IncomingFacts(arrivalDate: now.day)
    if facts.numberText.isEmpty, let read {
      facts.numberText = read.number?.value ?? ""
      facts.notation = read.notation?.value ?? ""
      facts.issuerName = read.issuingAgency?.value ?? ""
    }
    return DuplicateCheck(facts: facts, hashes: paper.map { [$0.staged.hash] } ?? [])
  }

  /// `input` is what was typed before; a fresh form starts with today's date.
  func page(input: FormInput, seal: FormSeal) -> RegistrationPage {
    var input = input
    if input.values[RegistrationField.arrivalDate] == nil { input.values[RegistrationField.arrivalDate] = now.day.text }
    let suggestions = read?.formSuggestions(types: types, pageCount: paper?.pageCount) ?? [:]
    let form = RegistrationForm(
      input: input, suggestions: suggestions, choices: choices, isCorrection: corrected != nil)
    var page = RegistrationPage(
      action: action, seal: seal, form: form, nextNumber: corrected == nil ? nextNumber : nil, viewer: viewer,
      duplicatePath: IncomingDocumentPaths.duplicates + (paper.map { "?cho=\($0.id)" } ?? ""),
      cancelPath: paper == nil ? IncomingDocumentPaths.list : IncomingDocumentPaths.waiting)
    page.nextNumberPath = IncomingDocumentPaths.nextNumber
    page.duplicates = DuplicatePanel(matches: matches.map(DuplicatePanel.Match.init))
    page.waiting = waiting
    if let corrected {
      page.title = "Sửa thông tin đã vào sổ"
      page.correctedNumber = corrected.arrivalNumber
      page.cancelPath = IncomingDocumentPaths.show(corrected.id)
      page.duplicatePath += "?tru=\(corrected.id)"
    }
    if let paper, paper.state == .reading {
      page.reading = .reading(paper)
      page.livePath = IncomingDocumentPaths.waitingLive
    }
    page.vouches = corrected == nil && (paper == nil || paper?.state == .reading)
    return page
  }

  private var action: String {
    if let corrected { return IncomingDocumentPaths.correction(corrected.id) }
    return paper.map { IncomingDocumentPaths.paperAct($0.id, .register) } ?? IncomingDocumentPaths.registration
  }

  private var choices: RegistrationForm.Choices {
    RegistrationForm.Choices(
      books: books.map { Field.Choice($0, $0) },
      types: [Field.Choice("", "Chọn loại")] + types.map { Field.Choice($0.key, $0.name) },
      urgencies: Urgency.allCases.map { Field.Choice($0.rawValue, $0.label) },
      channels: ArrivalChannel.allCases.map { Field.Choice($0.rawValue, $0.label) },
      issuerSource: IncomingDocumentPaths.issuers, toPlacesSource: IncomingDocumentPaths.receivers)
  }

  private var viewer: PageViewer {
    if let correctedFile { return correctedFile.viewer(named: corrected?.facts.codeText ?? "") }
    guard let paper else { return PageViewer(name: "Văn bản", images: []) }
    let images = (0..<(paper.state == .unreadable ? 0 : paper.pageCount ?? 0)).map { index in
      PageViewer.Image(
        page: index + 1, path: IncomingDocumentPaths.paperPage(paper.id, index + 1, version: paper.version))
    }
    return PageViewer(
      name: paper.fileName, images: images, readAreaPath: IncomingDocumentPaths.paperArea(paper.id),
      emptyLine: paper.emptyLine)
  }

  private var waiting: RegistrationPage.Waiting? {
    guard let paper else { return nil }
    let next = others.first { $0.id > paper.id } ?? others.first
    return RegistrationPage.Waiting(
      count: others.count + 1, listPath: IncomingDocumentPaths.waiting,
      nextPath: next.map { IncomingDocumentPaths.paperAct($0.id, .register) },
      discardPath: IncomingDocumentPaths.paperAct(paper.id, .discard),
      returnPath: IncomingDocumentPaths.paperAct(paper.id, .giveBack),
      destroyPath: IncomingDocumentPaths.paperAct(paper.id, .destroy),
      turnPath: IncomingDocumentPaths.paperAct(paper.id, .turn),
      splitPath: IncomingDocumentPaths.paperAct(paper.id, .split),
      joinPath: IncomingDocumentPaths.paperAct(paper.id, .join),
      lookAgainPath: IncomingDocumentPaths.paperAct(paper.id, .lookAgain),
      others: others.map { Field.Choice($0.id.description, $0.fileName) })
  }
}

extension WaitingPaper {
  /// In place of its pages.
  fileprivate var emptyLine: HTML {
    guard let trouble else { return "Đang mở tệp…" }
    return state == .unreadable
      ? "Không đọc được tệp: \(trouble). Vẫn vào sổ được; tệp giữ nguyên như đã nhận."
      : "Chưa đọc được tệp. \(trouble) Vẫn vào sổ được; tệp giữ nguyên như đã nhận."
  }
}

extension NextNumber {
  /// As the book stands now; nil when no book gives a number for that day.
  static func read(
    bookName: String, arrivalDate: Day?, by actor: Actor, in transaction: any Transaction
  ) throws -> NextNumber? {
    let arrivedAt = IncomingFacts(arrivalDate: arrivalDate ?? transaction.now.day).arrivedAt(now: transaction.now)
    let take = TakeNumber(for: .incomingDocument(.init(0)), .incoming, bookName: bookName, arrivedAt: arrivedAt)
    return try take.preview(by: actor, in: transaction).map { next in
      NextNumber(number: next.number, pastYear: next.year == transaction.now.day.year ? nil : next.year)
    }
  }
}

extension DuplicatePanel.Match {
  init(_ match: DuplicateCheck.Match) {
    let facts = match.document.facts
    self.init(
      arrivalNumber: match.document.arrivalNumber, arrivalDay: facts.arrivalDate.text, codeText: facts.codeText,
      issuedDay: facts.issuedDate?.text, issuer: facts.issuerName, subject: facts.subject, why: match.why,
      path: IncomingDocumentPaths.show(match.document.id),
      thumbnailPath: match.shown.map { IncomingDocumentPaths.thumbnail($0, 1) })
  }
}

extension ProgressLine {
  /// How far the reading of a waiting paper is.
  static func reading(_ paper: WaitingPaper) -> ProgressLine {
    ProgressLine(
      key: "paper-\(paper.id)",
      text: paper.trouble.map { "Chưa đọc được, hệ thống sẽ thử lại. \($0)" } ?? "Đang đọc \(paper.fileName)",
      value: paper.recognizedPages == 0 ? nil : paper.recognizedPages, max: paper.pageCount ?? 1)
  }
}
