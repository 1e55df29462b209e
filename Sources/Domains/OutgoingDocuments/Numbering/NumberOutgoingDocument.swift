import Access
import Audit
import Database
import Documents
import Drafts
import FileVault
import IncomingDocuments
import Jobs
import Kernel
import Notifications
import Organization
import Registers

/// Gives a signed document its number, date and identifier (cấp số) (DI-01, DI-04, PL6-13): in this transaction, the
/// series last. The date is that of the number; a reserved number keeps its own.
package struct NumberOutgoingDocument: Sendable {
  package var facts: OutgoingFacts
  /// Where it goes, in the order of «Nơi nhận».
  package var recipients: [String] = []
  /// Those that only get to know (để biết).
  package var informed: [String] = []
  /// How it goes to places outside, unless a place is changed later.
  package var way = SendingWay.post
  /// Files already kept in the vault, the document itself first.
  package var files: [KeptFile] = []
  /// What was read of those files already; the others are opened in the background.
  package var readings: [FileHash: PaperReading] = [:]
  /// The signed draft that gets the number: type, subject, signer, unit and files are its own (DI-04).
  package var draft: Draft.ID?
  /// The reserved number that it takes; nil for the next one.
  package var reservation: NumberReservation.ID?
  /// The clerk has looked: no secrecy mark on files that are not read yet (MAT-05).
  package var isVouchedOpen = false

  package init(facts: OutgoingFacts) { self.facts = facts }

  /// What was made, for the answer to the clerk.
  package struct Outcome: Sendable, Equatable {
    package var id: OutgoingDocument.ID
    package var codeText: String
    package var bookTitle: String
  }

  package func perform(by actor: Actor, in transaction: any Transaction) throws -> Outcome {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    guard !(facts.texts + recipients + informed).contains(where: SecrecyMark.isMarked) else { throw Self.marked }
    var (facts, files, recipients, informed) = (facts, files, recipients, informed)
    let signed = try draft.map { try SignedDraft($0, by: actor, in: transaction, isHeld: true) }
    if let signed {
      signed.fill(&facts)
      files = signed.files
      // What was signed names its own places and bears its own symbol (ST-06).
      recipients = signed.draft.facts.recipients.names(informed: false)
      informed = signed.draft.facts.recipients.names(informed: true)
      (facts.notation, facts.bodyName) = ("", "")
    }
    let rules = try NumberingRules(actor.agency, in: transaction)
    if facts.notation.isEmpty { facts.notation = rules.notation(of: facts) }
    if draft == nil { facts.unitName = rules.unitName(facts.unit) }
    if let refusal = Refusal(try obstacles(facts, files, recipients + informed, rules, in: transaction)) {
      throw refusal
    }
    let id = try transaction.nextID(OutgoingDocument.ID.self, of: "outgoing_documents")
    let places = try OutgoingRecipients.resolved(
      recipients, informed: informed, of: id, by: way, agency: actor.agency, in: transaction)
    let (taken, date) = try number(for: id, &facts, rules, by: actor, in: transaction)
    facts.issuedDate = date
    let document = OutgoingDocument(
      id: id, agency: actor.agency, book: taken.book, number: taken.number, facts: facts,
      identifier: try identifier(year: date.year, by: actor, in: transaction), state: .numbered,
      numberedAt: transaction.now, numberedBy: actor.nameOnRecord, fileCount: files.count, draft: draft, version: 1)
    try OutgoingDocumentStore(transaction).add(document)
    if let draft { try DraftStore(transaction).setOutgoing(.numbered, of: draft) }
    try OutgoingRecipientStore(transaction).replace(places, of: id)
    let vault = OutgoingFileStore(transaction)
    try vault.add(files, to: id, by: actor)
    // What was signed as a draft bears no number yet (DI-04); what the clerk brings is signed on paper, number and all.
    if draft != nil { try StampingStore(transaction).ask(of: id) }
    for file in try vault.list(of: id) {
      if let reading = readings[file.hash] { try vault.saveReading(reading, of: file.id) }
    }
    try Access.begin(
      [
        NewRecord(
          .outgoingDocument(id), grants: Self.grants(of: document, drafter: signed?.draft.drafter),
          content: OutgoingIndexing.content(of: document, in: transaction))
      ], in: transaction)
    try Notifications.tellAuthors(
      .outgoingNumbered, of: .outgoingDocument(id), "số \(document.codeText)", by: actor, in: transaction)
    try Audit.record(
      .outgoingNumbered(document.codeText, book: taken.bookTitle), on: .outgoingDocument(id), by: actor,
      changes: OutgoingFactChanges.between(nil, facts), in: transaction)
    if !files.allSatisfy({ readings[$0.stored.hash] != nil }) {
      try ReadOutgoingFilesJob.ask(for: document, in: transaction)
    }
    return Outcome(id: id, codeText: document.codeText, bookTitle: taken.bookTitle)
  }

  static let marked = Refusal(
    .invalid,
    "Có dấu chỉ độ mật. Hệ thống không nhận văn bản mật và không giữ lại gì của nó; hãy đăng ký ở sổ mật theo quy định về bảo vệ bí mật nhà nước."
  )

  /// The registry, the leaders, the unit that drafted it and whoever wrote it.
  private static func grants(of document: OutgoingDocument, drafter: PostID?) -> [Grant] {
    let authors = [document.facts.unit.map(Principal.unit), drafter.map(Principal.post)].compactMap(\.self)
    return Grant.registry(of: document.agency) + authors.map { Grant($0, reason: .author) }
  }

  private func obstacles(
    _ facts: OutgoingFacts, _ files: [KeptFile], _ names: [String], _ rules: NumberingRules,
    in transaction: any Transaction
  ) throws -> [Refusal.Reason] {
    var reasons = facts.obstacles(now: transaction.now)
    if !facts.typeKey.isEmpty, try DocumentTypeStore(transaction).find(facts.typeKey)?.isAdministrative != true {
      reasons.append(.init("Tên loại này không thuộc văn bản hành chính.", field: NumberingField.type))
    }
    if !facts.bodyName.isEmpty, rules.series(ofBody: facts.bodyName) == nil {
      reasons.append(.init("Tổ chức này chưa có dãy số riêng.", field: NumberingField.body))
    }
    reasons += OutgoingRecipients.obstacles(names)
    if let file = files.first, !file.kind.isShown {
      reasons.append(
        .init(
          "«\(file.name)» không có trang để xem nên chỉ nhận làm phụ lục. Tệp đầu tiên phải là văn bản.", field: "file")
      )
    }
    if !files.isEmpty, !isVouchedOpen, draft == nil {
      reasons.append(
        .init("Hãy xem từng trang rồi tích «không có dấu mật».", field: NumberingField.vouchedOpen))
    }
    return reasons
  }

  /// The last thing that is taken: the series is held until the transaction ends.
  private func number(
    for id: OutgoingDocument.ID, _ facts: inout OutgoingFacts, _ rules: NumberingRules, by actor: Actor,
    in transaction: any Transaction
  ) throws -> (TakenNumber, Day) {
    let bookName = rules.bookName(of: facts, year: transaction.now.day.year)
    guard let reservation else {
      let taken = try TakeNumber(
        for: .outgoingDocument(id), .outgoing, bookName: bookName, arrivedAt: transaction.now
      ).perform(by: actor, in: transaction)
      return (taken, transaction.now.day)
    }
    let reserved = try UseReservation(reservation, for: .outgoingDocument(id)).perform(by: actor, in: transaction)
    let book = try RegisterStore(transaction).find(reserved.book, visibleTo: actor)
    let due = rules.bookName(of: facts, year: reserved.day.year)
    guard book.name == (due.isEmpty ? RegisterKind.outgoing.bookName : due) else {
      throw Refusal(
        .conflict, "Số \(reserved.codeText) thuộc «\(book.title)», không phải dãy số của loại văn bản này.",
        field: ReservationField.chosen)
    }
    return (
      TakenNumber(book: book.id, bookTitle: book.title, year: book.year, number: reserved.number), reserved.day
    )
  }

  /// Agency identifier, year, ordinal in the year (QD-14); nil while the agency has none.
  private func identifier(year: Int, by actor: Actor, in transaction: any Transaction) throws -> String? {
    guard let agency = try OrganizationStore(transaction).agency(actor.agency).organIdentifier else { return nil }
    let ordinal = try OutgoingDocumentStore(transaction).takeOrdinal(of: actor.agency, year: year)
    return "\(agency).\(year).\(ordinal)"
  }
}

/// What the symbol and the series of an agency's documents follow from.
struct NumberingRules {
  private let types: [String: DocumentType]
  private let units: [OrganizationalUnit]
  private let allSeries: [OutgoingSeries]
  private let abbreviation: String

  init(_ agency: AgencyID, in transaction: any Transaction) throws {
    let organization = OrganizationStore(transaction)
    types = Dictionary(uniqueKeysWithValues: try DocumentTypeStore(transaction).all().map { ($0.key, $0) })
    units = try organization.units(of: agency)
    abbreviation = try organization.agency(agency).abbreviation
    allSeries = try OutgoingSeriesStore(transaction).list(of: agency)
  }

  func notation(of facts: OutgoingFacts) -> String {
    guard let type = types[facts.typeKey] else { return "" }
    return OutgoingNotation.text(
      of: type, issuer: series(ofBody: facts.bodyName)?.bodyAbbreviation ?? abbreviation,
      unit: units.first { $0.id == facts.unit }?.abbreviation ?? "")
  }

  func unitName(_ id: UnitID?) -> String { units.first { $0.id == id }?.name ?? "" }

  func series(ofBody name: String) -> OutgoingSeries? {
    name.isEmpty ? nil : allSeries.first { $0.bodyName == name && $0.untilYear == nil }
  }

  /// Empty for the main book.
  func bookName(of facts: OutgoingFacts, year: Int) -> String {
    allSeries.bookName(ofType: facts.typeKey, body: facts.bodyName, year: year)
  }

  /// Bodies with a series of their own.
  var bodies: [String] { allSeries.filter { !$0.bodyName.isEmpty && $0.untilYear == nil }.map(\.bodyName) }
}
