import Database
import Documents
import Drafts
import Kernel
import Markup
import Organization
import Registers
import VietnameseText
import WebApp

/// Gathers «Cấp số».
struct NumberingScreen {
  var types: [DocumentType]
  var units: [OrganizationalUnit]
  var places: PlaceFields
  var reservations: [NumberReservation]
  var bodies: [String]
  var signed: SignedDraft?

  static func read(
    draft: Draft.ID? = nil, by actor: Actor, in transaction: any Transaction
  ) throws -> NumberingScreen {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    return NumberingScreen(
      types: try DocumentTypeStore(transaction).all().filter(\.isAdministrative),
      units: try OrganizationStore(transaction).units(of: actor.agency),
      places: try PlaceFields(of: actor.agency, in: transaction),
      reservations: try NumberReservationStore(transaction).open(visibleTo: actor),
      bodies: try NumberingRules(actor.agency, in: transaction).bodies,
      signed: try draft.map { try SignedDraft($0, by: actor, in: transaction, isHeld: false) })
  }

  /// What the form shows at first for a signed draft: whom it goes to, as the draft says.
  var proposed: [String: String] {
    guard let signed else { return [:] }
    return [
      NumberingField.draft: signed.draft.id.description, NumberingField.type: signed.draft.facts.typeKey,
      NumberingField.unit: signed.draft.unit.description,
      NumberingField.fileCopyHolder: "Văn thư; \(signed.draft.unitName)",
      NumberingField.amount: signed.draft.facts.copies.map(String.init) ?? "",
    ]
  }

  private var taken: NumberingPage.Signed? {
    signed.map { signed in
      NumberingPage.Signed(
        key: signed.draft.id.description, typeKey: signed.draft.facts.typeKey, unit: signed.draft.unit.description,
        facts: DefinitionList([
          .init("Tên loại", text: signed.draft.facts.type?.name), .init("Trích yếu", text: signed.draft.facts.subject),
          .init("Độ khẩn", text: signed.draft.facts.urgency.label),
          .init("Người ký", text: "\(signed.approval.personName), \(signed.approval.title)"),
          .init("Tư cách ký", text: signed.approval.capacity.label), .init("Ký lúc", text: signed.approval.at.text),
          .init("Hạn trả lời", text: signed.draft.facts.replyDue?.text),
          .init("Đơn vị soạn thảo", text: signed.draft.unitName),
          .init("Người soạn thảo", text: signed.draft.drafterName),
          .init("Nơi nhận", text: signed.draft.facts.recipients.names(informed: false).joined(separator: "; ")),
          .init("Để biết", text: signed.draft.facts.recipients.names(informed: true).joined(separator: "; ")),
          .init("Tệp", text: signed.files.map(\.name).joined(separator: "; ")),
        ]))
    }
  }

  func page(input: FormInput, next: HTML, seal: FormSeal) -> NumberingPage {
    var page = NumberingPage(
      types: types.map { .init($0.key, $0.name) }, bodies: bodies, units: unitChoices, places: places,
      reservations: reservations.map {
        .init($0.id.description, "\($0.codeText), ngày \($0.day.text), giữ cho \($0.owner)")
      },
      action: OutgoingDocumentPaths.numbering, cancelPath: OutgoingDocumentPaths.list, next: next, input: input,
      seal: seal)
    page.draft = taken
    if let images = signed?.letter?.images, !images.isEmpty {
      page.viewer = PageViewer(name: "Văn bản đã ký", images: images)
    }
    return page
  }

  private var unitChoices: [Field.Choice] { units.map { .init($0.id.description, $0.name) } }

  /// What the table of who may sign says of the typed signer; nothing of what cannot be read yet.
  static func power(
    _ form: Form, now: Instant, by actor: Actor, in transaction: any Transaction
  ) throws -> HTML {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    guard form[NumberingField.draft].isEmpty, let facts = try? OutgoingFacts(form, now: now) else { return .empty }
    return try SignerPower(facts, by: actor, in: transaction).html
  }

  /// What would be given for the typed fields; another clerk may be quicker.
  static func next(_ form: Form, by actor: Actor, in transaction: any Transaction) throws -> HTML {
    guard OutgoingDocumentAccess.mayNumber(actor) else { throw OutgoingDocumentAccess.notRegistry }
    let store = NumberReservationStore(transaction)
    if let id = NumberReservation.ID(form[ReservationField.chosen]),
      let kept = try store.open(visibleTo: actor).first(where: { $0.id == id })
    {
      let book = try RegisterStore(transaction).find(kept.book, visibleTo: actor)
      return NextCode(codeText: kept.codeText, bookTitle: book.title, day: kept.day.text).html
    }
    var facts = OutgoingFacts(issuedDate: transaction.now.day, signedAt: transaction.now)
    facts.typeKey = form[NumberingField.type]
    facts.bodyName = form[NumberingField.body]
    facts.unit = UnitID(form[NumberingField.unit])
    guard !facts.typeKey.isEmpty else { return NextCode.none }
    let rules = try NumberingRules(actor.agency, in: transaction)
    facts.notation =
      form[NumberingField.notation].isEmpty || !form[NumberingField.draft].isEmpty
      ? rules.notation(of: facts) : form[NumberingField.notation]
    let bookName = rules.bookName(of: facts, year: transaction.now.day.year)
    let take = TakeNumber(
      for: .outgoingDocument(.init(0)), .outgoing, bookName: bookName, arrivedAt: transaction.now)
    guard let next = try take.preview(by: actor, in: transaction) else { return NextCode.none }
    return NextCode(
      codeText: "\(RegisterRow.padded(next.number))/\(facts.notation)",
      bookTitle: "\(bookName.isEmpty ? RegisterKind.outgoing.bookName : bookName) năm \(next.year)"
    ).html
  }
}

extension OutgoingFacts {
  /// Reads «Cấp số» as typed. What cannot be read is a reason at its field; the rest is kept.
  init(_ form: Form, now: Instant) throws(Refusal) {
    var reasons: [Refusal.Reason] = []
    let field = NumberingField.self
    func day(_ name: String, _ label: String) -> Day? {
      let typed = form[name]
      guard !typed.isEmpty else { return nil }
      if let day = TypedDay.parse(typed, today: now.day) { return day }
      reasons.append(.init("\(label) «\(typed)» không phải một ngày. Gõ như 05/07/2026 hoặc 57.", field: name))
      return nil
    }
    let signedOn = day(field.signedOn, "Ngày ký") ?? now.day
    // Of a signature of an earlier day only the day is known.
    self.init(issuedDate: now.day, signedAt: signedOn == now.day ? now : Instant(signedOn))
    typeKey = form[field.type]
    bodyName = form[field.body]
    notation = form[field.notation]
    subject = form[field.subject]
    urgency = Urgency(rawValue: form[field.urgency]) ?? .normal
    signerName = form[field.signerName]
    signerPosition = form[field.signerPosition]
    capacity = SigningCapacity(rawValue: form[field.capacity]) ?? .direct
    unit = UnitID(form[field.unit])
    drafterName = form[field.drafterName]
    isPaper = form[field.form] != "dien-tu"
    fileCopyHolder = form[field.fileCopyHolder]
    replyDueDate = day(field.replyDueDate, "Hạn trả lời")
    if !form[field.amount].isEmpty {
      amount = form.integer(field.amount)
      if amount == nil { reasons.append(.init("Số lượng bản phải là số.", field: field.amount)) }
    }
    language = form[field.language].isEmpty ? "Tiếng Việt" : form[field.language]
    note = form[field.note]
    if let refusal = Refusal(reasons) { throw refusal }
  }

  /// The fields as the form shows them.
  func formValues(_ recipients: [OutgoingRecipient]) -> [String: String] {
    let field = NumberingField.self
    return [
      field.subject: subject, field.urgency: urgency.rawValue, field.signerName: signerName,
      field.signerPosition: signerPosition, field.capacity: capacity.rawValue, field.signedOn: signedAt.day.text,
      field.drafterName: drafterName, field.form: isPaper ? "giay" : "dien-tu",
      field.recipients: recipients.names(informed: false).joined(separator: "\n"),
      field.informed: recipients.names(informed: true).joined(separator: "\n"),
      field.way: (recipients.first { $0.way != .inside }?.way ?? .post).rawValue,
      field.fileCopyHolder: fileCopyHolder, field.amount: amount.map(String.init) ?? "",
      field.replyDueDate: replyDueDate?.text ?? "", field.language: language, field.note: note,
    ]
  }
}

extension NumberingPage.Signed {
  /// What was signed, of a document that has its number.
  init(_ document: OutgoingDocument, _ recipients: [OutgoingRecipient]) {
    let facts = document.facts
    self.init(
      key: "", typeKey: facts.typeKey, unit: facts.unit?.description ?? "",
      facts: DefinitionList([
        .init("Tên loại", text: DocumentType.known(facts.typeKey)?.name), .init("Trích yếu", text: facts.subject),
        .init("Độ khẩn", text: facts.urgency.label), .init("Người ký", text: "\(facts.signerLine) \(facts.signerName)"),
        .init("Ký lúc", text: facts.signedAt.text), .init("Hạn trả lời", text: facts.replyDueDate?.text),
        .init("Đơn vị soạn thảo", text: facts.unitName), .init("Người soạn thảo", text: facts.drafterName),
        .init("Nơi nhận", text: recipients.names(informed: false).joined(separator: "; ")),
        .init("Để biết", text: recipients.names(informed: true).joined(separator: "; ")),
      ]))
  }
}
