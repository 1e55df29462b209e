import Database
import Documents
import Kernel
import Lists
import Markup
import Registers
import VietnameseText
import WebApp

/// Gathers the list of incoming documents for one address.
enum IncomingDocumentListScreen {
  private typealias Name = IncomingDocumentListPage.Filter.Name

  static func read(
    _ query: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> IncomingDocumentListPage {
    let filter = filter(query, today: today)
    let store = IncomingDocumentStore(transaction)
    let list = IncomingDocumentRows()
    // Asked together with the rows' keys.
    let typesLater = try DocumentTypeStore(transaction).allLater()
    let booksLater = try RegisterStore(transaction).booksLater(visibleTo: actor)
    let choiceLater = try ColumnChoiceStore(transaction).choiceLater(of: list, by: actor)
    let waitingCount = try WaitingPaperStore(transaction).countLater(visibleTo: actor)
    let slice = try store.newest(filter, page: page(query), visibleTo: actor)
    let types = try typesLater.get()
    let books = try booksLater.get().filter { $0.kind == .incoming }
    let typeNames = Dictionary(uniqueKeysWithValues: types.map { ($0.key, $0.name) })
    let choice = try choiceLater.get()
    let underWay = slice.documents.filter { [.directed, .assigned, .inProgress].contains($0.progress) }.map(\.id)
    let transfers = try TransferStore(transaction).waiting(on: underWay)
    let duty =
      slice.documents.contains(where: \.awaitsPresenting) || !transfers.isEmpty
      ? try RegistryDuty(of: actor.agency, in: transaction) : nil
    let now = transaction.now
    var screen = IncomingDocumentListPage(
      rows: slice.documents.map { document in
        var row = row(document, typeNames: typeNames)
        row.registryMark = duty.flatMap { duty in
          transfers[document.id].map { DeadlineMark($0, of: document, duty, now: now) }
            ?? DeadlineMark(presenting: document, duty, now: now)
        }
        return row
      },
      columns: choice.ids.compactMap(IncomingDocumentColumn.init),
      tools: ListTools(list, address: ListsPaths.searched(query)),
      filter: shown(query, filter, types: types, books: books), chips: chips(filter, query),
      pager: pager(slice, query), registrationPath: IncomingDocumentPaths.registration,
      waitingPath: IncomingDocumentPaths.waiting,
      waitingCount: try waitingCount.get(),
      bookPath: RegistersAccess.mayReadBooks(actor) ? "/so" : nil,
      rulesPath: PresentingRuleAccess.mayRead(actor) ? IncomingDocumentPaths.rules : nil,
      paperCopiesPath: IncomingDocumentPaths.paperCopies,
      unitBooksPath: UnitBookAccess.maySwitch(actor) || !actor.roles.isDisjoint(with: [.unitHead, .unitClerk])
        ? IncomingDocumentPaths.unitBooks : nil,
      importPath: IncomingDocumentPaths.oldBooks, canRegister: IncomingDocumentAccess.mayRegister(actor))
    choose(&screen, slice.documents, query, of: actor)
    return screen
  }

  /// Whoever presents may present several at once.
  private static func choose(
    _ screen: inout IncomingDocumentListPage, _ documents: [IncomingDocument], _ query: Form, of actor: Actor
  ) {
    for (index, document) in documents.enumerated() {
      let acts = WorkBatch.Act.allowed(document, actor)
      guard !acts.isEmpty else { continue }
      screen.rows[index].choice = .init(target: WorkBatchTarget(document.id), acts: acts, label: document.pickLabel)
    }
    let choices = screen.rows.compactMap(\.choice)
    guard !choices.isEmpty else { return }
    let kept = query.fields.filter { $0.name != BatchBar.allName && !$0.value.isEmpty }
      .map { "\(Form.encoded($0.name))=\(Form.encoded($0.value))" }.joined(separator: "&")
    let back = IncomingDocumentPaths.list + (kept.isEmpty ? "" : "?" + kept)
    screen.bar = BatchBar(choices, back: back, allPath: BatchBar.all(of: back))
    screen.isAllChosen = query[BatchBar.allName] == BatchBar.allValue
  }

  /// The documents that nobody has been asked about yet.
  static let unpresented = "\(IncomingDocumentPaths.list)?\(Name.progress)=\(IncomingProgress.registered.rawValue)"

  /// The documents that the reader follows.
  static let followed = "\(IncomingDocumentPaths.list)?\(Name.followed)=1"

  static func went(_ fate: RegistryFate, from: Day? = nil, to: Day? = nil) -> String {
    let days = [(Name.fromDay, from), (Name.toDay, to)].compactMap { name, day in
      day.map { "&\(name)=\(Form.encoded($0.text))" }
    }
    return "\(IncomingDocumentPaths.list)?\(Name.fate)=\(fate.address)" + days.joined()
  }

  /// The documents whose file is still to come.
  static let awaitingFiles = "\(IncomingDocumentPaths.list)?\(Name.withoutFile)=1"
  /// The same without those that wait to be presented.
  static let presentedAwaitingFiles = "\(awaitingFiles)&\(Name.presented)=1"

  static func filter(_ query: Form, today: Day) -> IncomingDocumentFilter {
    var filter = IncomingDocumentFilter()
    filter.words = query[Name.words]
    filter.register = RegisterBook.ID(query[Name.book])
    filter.typeKey = query[Name.type]
    filter.urgency = Urgency(rawValue: query[Name.urgency])
    filter.fromDay = TypedDay.parse(query[Name.fromDay], today: today)
    filter.toDay = TypedDay.parse(query[Name.toDay], today: today)
    filter.isWithoutFile = query.isOn(Name.withoutFile)
    filter.isPresented = query.isOn(Name.presented)
    filter.isFollowed = query.isOn(Name.followed)
    filter.progress = IncomingProgress(rawValue: query[Name.progress])
    filter.fate = RegistryFate(address: query[Name.fate])
    return filter
  }

  private static func page(_ query: Form) -> KeysetPage {
    if let key = Int64(query["truoc"]) { return .before(key) }
    if let key = Int64(query["sau"]) { return .after(key) }
    return .newest
  }

  private static func row(_ document: IncomingDocument, typeNames: [String: String]) -> IncomingDocumentListPage.Row {
    let facts = document.facts
    var row = IncomingDocumentListPage.Row(
      id: document.id.description, path: IncomingDocumentPaths.show(document.id),
      arrivalNumber: document.arrivalNumber, arrivalDay: facts.arrivalDate.text, issuer: facts.issuerName,
      codeText: facts.codeText, issuedDay: facts.issuedDate?.text ?? "", typeName: typeNames[facts.typeKey] ?? "",
      subject: facts.subject, urgency: UrgencyMark(facts.urgency), toPlaces: facts.toPlaces,
      state: StateMark(document), cancelReason: document.cancelReason)
    row.hasFile = document.fileCount > 0
    row.signer = facts.signerName
    row.channel = facts.channel.label
    row.pageCount = facts.pageCount
    row.paperHolder = facts.paperHolder
    row.note = facts.note
    return row
  }

  private static func shown(
    _ query: Form, _ filter: IncomingDocumentFilter, types: [DocumentType], books: [RegisterBook]
  ) -> IncomingDocumentListPage.Filter {
    var shown = IncomingDocumentListPage.Filter(
      path: IncomingDocumentPaths.list,
      books: [Field.Choice("", "Mọi sổ")] + books.map { Field.Choice($0.id.description, $0.title) },
      types: types.map { Field.Choice($0.key, $0.name) },
      urgencies: Urgency.allCases.map { Field.Choice($0.rawValue, $0.label) },
      progresses: IncomingProgress.allCases.map { Field.Choice($0.rawValue, $0.filterLabel) })
    shown.progress = filter.progress?.rawValue ?? ""
    shown.fate = filter.fate?.address ?? ""
    shown.words = filter.words
    shown.book = filter.register?.description ?? ""
    shown.type = filter.typeKey
    shown.urgency = filter.urgency?.rawValue ?? ""
    shown.fromDay = filter.fromDay?.text ?? query[Name.fromDay]
    shown.toDay = filter.toDay?.text ?? query[Name.toDay]
    shown.isWithoutFile = filter.isWithoutFile
    shown.isPresented = filter.isPresented
    shown.isFollowed = filter.isFollowed
    shown.problems = [(filter.fromDay, query[Name.fromDay]), (filter.toDay, query[Name.toDay])].compactMap {
      $0 == nil && !$1.isEmpty
        ? "«\($1)» không phải là ngày có thật, nên không lọc theo đó. Gõ như 05/07/2026 hoặc 57." : nil
    }
    return shown
  }

  private static func chips(_ filter: IncomingDocumentFilter, _ query: Form) -> Chips {
    let list = IncomingDocumentPaths.list
    return Chips(
      label: "Lọc nhanh",
      [
        .init("Tất cả", path: list, selected: filter.isEmpty),
        .init("Hỏa tốc", path: "\(list)?\(Name.urgency)=express", selected: filter.urgency == .express),
        .init("Tôi theo dõi", path: followed, selected: filter.isFollowed),
        .init("Chưa có tệp", path: awaitingFiles, selected: filter.isWithoutFile),
      ])
  }

  /// Keeps every filter of the address, so that paging and the back button never lose them.
  private static func pager(_ slice: IncomingDocumentSlice, _ query: Form) -> Pager {
    let kept = query.fields.filter { !["truoc", "sau"].contains($0.name) && !$0.value.isEmpty }
      .map { "\($0.name)=\(Form.encoded($0.value))" }
    func path(_ page: KeysetPage?) -> String? {
      let key: String
      switch page {
      case .before(let id): key = "truoc=\(id)"
      case .after(let id): key = "sau=\(id)"
      case .newest, nil: return nil
      }
      return IncomingDocumentPaths.list + "?" + (kept + [key]).joined(separator: "&")
    }
    return Pager(newer: path(slice.newer), older: path(slice.older))
  }
}
