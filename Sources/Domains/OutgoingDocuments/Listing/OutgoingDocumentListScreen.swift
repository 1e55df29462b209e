import Database
import Documents
import IncomingDocuments
import Kernel
import Lists
import Markup
import Registers
import VietnameseText
import WebApp

/// Gathers the list of outgoing documents for one address.
enum OutgoingDocumentListScreen {
  private typealias Name = OutgoingListName

  static func read(
    _ query: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> OutgoingDocumentListPage {
    let filter = filter(query, today: today)
    let list = OutgoingDocumentRows()
    let books = try RegisterStore(transaction).booksLater(visibleTo: actor)
    let choice = try ColumnChoiceStore(transaction).choiceLater(of: list, by: actor)
    let owed = try OutgoingDocumentStore(transaction).owedCountLater(visibleTo: actor)
    let slice = try OutgoingDocumentStore(transaction).newest(filter, page: page(query), visibleTo: actor)
    let recipients = try OutgoingRecipientStore(transaction).lists(of: slice.documents.map(\.id))
    let isWaiting = slice.documents.contains { $0.state == .numbered }
    let duty = isWaiting ? try RegistryDuty(of: actor.agency, in: transaction) : nil
    let (now, own) = (transaction.now, try books.get().filter { $0.kind == .outgoing })
    return OutgoingDocumentListPage(
      rows: slice.documents.map { document in
        var row = row(document, recipients[document.id] ?? [])
        row.issuing = duty.flatMap { IssuingDuty.mark(document, recipients[document.id] ?? [], $0, now: now) }
        return row
      },
      columns: try choice.get().ids.compactMap(OutgoingDocumentColumn.init),
      tools: ListTools(list, address: ListsPaths.searched(query)), filter: shown(query, filter, books: own),
      chips: chips(filter, owed: try owed.get()), pager: pager(slice, query),
      bookPath: RegistersAccess.mayReadBooks(actor)
        ? own.first.map { RegistersPaths.book($0.id) } ?? RegistersPaths.list : nil,
      canNumber: OutgoingDocumentAccess.mayNumber(actor))
  }

  static func filter(_ query: Form, today: Day) -> OutgoingDocumentFilter {
    var filter = OutgoingDocumentFilter()
    filter.words = query[Name.words]
    filter.register = RegisterBook.ID(query[Name.book])
    filter.typeKey = query[Name.type]
    filter.state = OutgoingDocument.State(rawValue: query[Name.state])
    filter.urgency = Urgency(rawValue: query[Name.urgency])
    filter.fromDay = TypedDay.parse(query[Name.fromDay], today: today)
    filter.toDay = TypedDay.parse(query[Name.toDay], today: today)
    // Words are looked up in an index that knows nothing of answers.
    filter.isOwed = filter.words.isEmpty && query.isOn(Name.owed)
    return filter
  }

  private static func page(_ query: Form) -> KeysetPage {
    if let key = Int64(query["truoc"]) { return .before(key) }
    if let key = Int64(query["sau"]) { return .after(key) }
    return .newest
  }

  private static let placesMax = 3

  /// «Sở Nội vụ; Vụ Pháp chế và 4 nơi khác».
  static func places(_ recipients: [OutgoingRecipient]) -> String {
    let shown = recipients.prefix(placesMax).map(\.name).joined(separator: "; ")
    return recipients.count > placesMax ? "\(shown) và \(recipients.count - placesMax) nơi khác" : shown
  }

  private static func row(
    _ document: OutgoingDocument, _ recipients: [OutgoingRecipient]
  ) -> OutgoingDocumentListPage.Row {
    let facts = document.facts
    var row = OutgoingDocumentListPage.Row(
      id: document.id.description, path: OutgoingDocumentPaths.show(document.id), codeText: document.codeText,
      issuedDay: facts.issuedDate.text, typeName: DocumentType.known(facts.typeKey)?.name ?? "",
      subject: facts.subject, urgency: UrgencyMark(facts.urgency), recipients: places(recipients),
      signer: facts.signerName, signerLine: facts.signerLine, unit: facts.unitName, state: StateMark(document))
    row.drafter = facts.drafterName
    row.fileCopyHolder = facts.fileCopyHolder
    row.amount = facts.amount
    row.replyDue = facts.replyDueDate?.text ?? ""
    row.identifier = document.identifier ?? ""
    row.note = facts.note
    row.endReason = document.endReason
    row.isCancelled = document.state == .cancelled
    row.hasFile = document.fileCount > 0
    return row
  }

  private static func shown(
    _ query: Form, _ filter: OutgoingDocumentFilter, books: [RegisterBook]
  ) -> OutgoingDocumentListPage.Filter {
    var shown = OutgoingDocumentListPage.Filter()
    shown.words = filter.words
    shown.book = filter.register?.description ?? ""
    shown.books = [Field.Choice("", "Mọi sổ")] + books.map { .init($0.id.description, $0.title) }
    shown.type = filter.typeKey
    shown.types = DocumentType.administrative.map { .init($0.key, $0.name) }
    shown.state = filter.state?.rawValue ?? ""
    shown.states = OutgoingDocument.State.allCases.map { .init($0.rawValue, $0.label) }
    shown.urgency = filter.urgency?.rawValue ?? ""
    shown.urgencies = Urgency.allCases.map { .init($0.rawValue, $0.label) }
    shown.fromDay = filter.fromDay?.text ?? query[Name.fromDay]
    shown.toDay = filter.toDay?.text ?? query[Name.toDay]
    shown.problems = [(filter.fromDay, query[Name.fromDay]), (filter.toDay, query[Name.toDay])].compactMap {
      $0 == nil && !$1.isEmpty
        ? "«\($1)» không phải là ngày có thật, nên không lọc theo đó. Gõ như 05/07/2026 hoặc 57." : nil
    }
    return shown
  }

  private static func chips(_ filter: OutgoingDocumentFilter, owed: Int) -> Chips {
    let list = OutgoingDocumentPaths.list
    func path(_ state: OutgoingDocument.State) -> String { "\(list)?\(Name.state)=\(state.rawValue)" }
    return Chips(
      label: "Lọc nhanh",
      [
        .init("Tất cả", path: list, selected: filter.isEmpty),
        .init("Chờ phát hành", path: OutgoingDocumentPaths.waiting, selected: filter.state == .numbered),
        .init("Đã phát hành", path: path(.issued), selected: filter.state == .issued),
        .init(
          "Còn nợ trả lời", path: "\(list)?\(Name.owed)=1", selected: filter.isOwed,
          count: owed == 0 ? nil : owed < OutgoingDocumentStore.waitingMax ? String(owed) : "1.000+"),
        .init("Đã thu hồi", path: path(.recalled), selected: filter.state == .recalled),
      ])
  }

  /// Keeps every filter of the address, so that paging and the back button never lose them.
  private static func pager(_ slice: OutgoingDocumentSlice, _ query: Form) -> Pager {
    let kept = query.fields.filter { !["truoc", "sau"].contains($0.name) && !$0.value.isEmpty }
      .map { "\($0.name)=\(Form.encoded($0.value))" }
    func path(_ page: KeysetPage?) -> String? {
      let key: String
      switch page {
      case .before(let id): key = "truoc=\(id)"
      case .after(let id): key = "sau=\(id)"
      case .newest, nil: return nil
      }
      return OutgoingDocumentPaths.list + "?" + (kept + [key]).joined(separator: "&")
    }
    return Pager(newer: path(slice.newer), older: path(slice.older))
  }
}

extension StateMark {
  /// Where an outgoing document stands.
  init(_ document: OutgoingDocument) {
    let tone: Tone =
      switch document.state {
      case _ where document.isWithheld: .wrong
      case .numbered: .look
      case .issued: .done
      case .recalled, .cancelled: .wrong
      }
    self.init(document.stateLabel, tone)
  }
}
