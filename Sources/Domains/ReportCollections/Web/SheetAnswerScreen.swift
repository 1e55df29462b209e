import Database
import Exchange
import IncomingDocuments
import Kernel
import Markup
import Organization
import OutgoingDocuments

/// Gathers the form at one place.
struct SheetAnswerScreen: Sendable {
  var found: FoundPlace
  var sendings: [SheetSending]
  var askingAgency: String
  /// The sending that is looked at; nil for the form, or the last one.
  var shownSending: Int?
  /// Rows that stand there to be filled in, blank ones with them.
  var rowCount: Int
  /// What was typed and refused.
  var refusedTyping: [[String]]?
  var input = FormInput()

  static let blankRows = 3
  static let moreRows = 5

  static func read(
    _ recipient: OutgoingRecipient.ID, rows: Int? = nil, sending: Int? = nil, by actor: Actor,
    in transaction: any Transaction
  ) throws -> SheetAnswerScreen {
    let found = try FoundPlace.find(recipient, by: actor, in: transaction)
    let agency = try OrganizationStore(transaction).agencyName(found.collection.agency, on: found.collection.madeAt.day)
    let filled = found.place.answer?.draft.count ?? 0
    return SheetAnswerScreen(
      found: found, sendings: try SheetAnswerStore(transaction).sendings(of: recipient), askingAgency: agency,
      shownSending: sending, rowCount: min(max(rows ?? 0, filled + blankRows), found.collection.form.rowsMax))
  }

  private var form: SheetForm { found.collection.form }
  private var isFilledIn: Bool {
    found.side == .answerer && found.obstacle(to: .save) == nil && shownSending == nil
  }

  func page(seal: FormSeal) -> SheetAnswerPage {
    let (collection, place) = (found.collection, found.place)
    let standing = place.standing(dueOn: collection.dueOn)
    var page = SheetAnswerPage(
      title: form.title, documentLine: "\(collection.codeText) của \(askingAgency)", documentPath: documentPath,
      collectionPath: found.side == .asker ? ReportCollectionPaths.show(collection.id) : nil, placeName: place.name,
      due: collection.dueOn.textWithWeekday, state: StateMark(standing), hint: form.hint, table: table,
      rowsMax: form.rowsMax, isSentBefore: (place.answer?.sendings ?? 0) > 0,
      action: ReportCollectionPaths.place(place.recipient), filePath: ReportCollectionPaths.file(place.recipient),
      input: input, seal: seal)
    if place.answer?.state == .returned { page.returned = place.answer?.returnReason }
    page.closed = closed
    if isFilledIn {
      page.templatePath = ReportCollectionPaths.template(place.recipient)
      if form.isMany, rowCount < form.rowsMax { page.morePath = page.action }
      if let answer = place.answer { page.draftLine = Self.draftLine(answer) }
    }
    page.sendings = sendings.reversed().map { sending in
      .init(
        label: "Lần \(sending.number), \(sending.sentAt.text), \(sending.sentBy), \(sending.rows.count) dòng",
        path: ReportCollectionPaths.place(place.recipient, sending: sending.number),
        isShown: !isFilledIn && sending.number == shown?.number)
    }
    page.giveBack = giveBack(seal)
    return page
  }

  private static func draftLine(_ answer: SheetAnswer) -> String {
    if let sentAt = answer.sentAt, answer.savedAt == sentAt {
      return "Số liệu dưới đây đã gửi \(sentAt.text). Sửa rồi bấm Gửi lại, mỗi lần gửi đều được giữ."
    }
    return "Bản nháp do \(answer.savedBy) ghi \(answer.savedAt.text)\(answer.sentAt == nil ? "." : "; chưa gửi lại.")"
  }

  private var closed: String? {
    switch found.side {
    case .asker: sendings.isEmpty ? "\(found.place.name) chưa gửi số liệu lần nào." : nil
    case .reader: found.obstacle(to: .save)?.message ?? ReportCollectionAccess.notAnswerer.message
    case .answerer: found.obstacle(to: .save)?.message
    }
  }

  /// The sending that is looked at.
  private var shown: SheetSending? {
    guard let shownSending else { return sendings.last }
    return sendings.first { $0.number == shownSending }
  }

  private var table: SheetTable {
    var table = SheetTable(
      caption: form.title, columns: form.columns.map(SheetTable.Column.init), rows: [], isMany: form.isMany)
    guard isFilledIn else {
      table.isEditable = false
      table.rows = shown.map { SheetRows($0.rows).shown(for: form) } ?? []
      return table
    }
    let typed = refusedTyping ?? found.place.answer?.draft ?? []
    let count = form.isMany ? max(rowCount, typed.count) : 1
    table.rows = (0..<count).map { typed.indices.contains($0) ? typed[$0] : [] }
    table.input = input
    return table
  }

  private var documentPath: String {
    if found.side == .asker || found.place.unit != nil { return OutgoingDocumentPaths.show(found.collection.document) }
    if let incoming = found.place.incoming { return IncomingDocumentPaths.show(.init(incoming)) }
    return found.place.packet.map(IncomingDocumentPaths.packet) ?? OutgoingDocumentPaths.list
  }

  private func giveBack(_ seal: FormSeal) -> Dialog? {
    let place = found.place
    guard found.side == .asker, place.answer?.state == .sent, found.obstacle(to: .giveBack) == nil else { return nil }
    let isRefused = input.reasons[SheetFormField.reason] != nil
    let field = Field(
      "Lý do", name: SheetFormField.reason, kind: .area(rows: 2), required: true, focus: isRefused,
      lengthMax: ReportCollectionAccess.reasonLengthMax)
    return Dialog(
      id: "hop-tra-lai", title: "Trả lại số liệu của \(place.name)?", input: isRefused ? input : FormInput(),
      pagePath: ReportCollectionPaths.place(place.recipient),
      content: """
        <p>Số liệu này ra khỏi bảng tổng hợp cho đến khi nơi đó gửi lại; lần đã gửi vẫn được giữ.</p>\
        \(ActForm(
          action: ReportCollectionPaths.giveBack(place.recipient), seal: seal,
          content: "\(input.filling(field).html)\(Button("Trả lại để sửa", style: .primary).html)").html)
        """)
  }
}

extension StateMark {
  init(_ standing: AskedPlace.Standing) {
    let tone: Tone =
      switch standing {
      case .sent: .done
      case .sentLate: .look
      case .missing: .plain
      case .returned: .wrong
      }
    self.init(standing.label, tone)
  }
}
