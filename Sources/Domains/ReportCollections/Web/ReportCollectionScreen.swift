import Audit
import Database
import Kernel
import Markup
import OutgoingDocuments

/// Gathers what the asking side sees of a collection, in one snapshot.
struct ReportCollectionScreen: Sendable {
  var collection: ReportCollection
  var places: [AskedPlace]
  var sheet: MergedSheet
  var standing: AskedPlace.Standing?
  var isUrger: Bool
  var isChangeable: Bool
  var story: [StoryLine]
  var today: Day
  var refusal: HTML = .empty

  static let linesMax = 300

  static func read(
    _ id: ReportCollection.ID, standing: AskedPlace.Standing?, by actor: Actor, in transaction: any Transaction
  ) throws -> ReportCollectionScreen {
    let collection = try ReportCollectionStore(transaction).find(id, askedBy: actor)
    let answers = SheetAnswerStore(transaction)
    let places = try answers.places(of: collection.document)
    return ReportCollectionScreen(
      collection: collection, places: places,
      sheet: MergedSheet(collection.form, places, try answers.merged(id)), standing: standing,
      isUrger: try OutgoingDocumentAccess.mayUrge(
        OutgoingDocumentStore(transaction).find(collection.document, visibleTo: actor), actor, in: transaction),
      isChangeable: try ChangeReportCollection.obstacle(to: collection, in: transaction) == nil,
      story: try AuditStore(transaction).storyLater(of: .reportCollection(id), limit: 100).get(),
      today: transaction.now.day)
  }

  private var inside: [AskedPlace] { places.filter(\.isInside) }

  private func of(_ standing: AskedPlace.Standing) -> [AskedPlace] {
    inside.filter { $0.standing(dueOn: collection.dueOn) == standing }
  }

  func page(seal: FormSeal) -> ReportCollectionPage {
    let form = collection.form
    let shown = standing.map(of) ?? inside
    let isClosed = collection.state == .closed
    var page = ReportCollectionPage(
      title: form.title, documentLine: collection.codeText,
      documentPath: OutgoingDocumentPaths.show(collection.document), due: collection.dueOn.textWithWeekday,
      state: StateMark(collection.state.label, isClosed ? .done : .look), hint: form.hint, chips: chips,
      isFiltered: standing != nil, places: shown.map(line),
      outside: places.filter { !$0.isInside }.map(\.name), headings: form.columns.map(\.heading),
      numeric: form.columns.map { $0.kind.isNumber || $0.kind == .day },
      lines: sheet.lines.prefix(Self.linesMax).map { line in
        .init(
          place: line.place, path: ReportCollectionPaths.place(line.recipient),
          values: zip(form.columns, line.values).map { SheetCell.shown($1, $0.kind) })
      }, lineCount: sheet.lines.count,
      sums: zip(form.columns, sheet.sums).map { column, sum in sum.map { SheetCell.shown($0, column.kind) } ?? "" },
      acts: acts(seal), story: Story(story.map(Story.Line.init)))
    page.refusal = refusal
    page.ended = ended
    return page
  }

  private var ended: String? {
    if collection.documentState == .numbered {
      return "Văn bản chưa phát hành: các nơi thấy biểu khi văn bản đến nơi."
    }
    if collection.documentState == .recalled { return "Văn bản đã thu hồi; số liệu giữ nguyên như lúc đó." }
    guard let closedAt = collection.closedAt else { return nil }
    return "Đã khóa sổ \(closedAt.text), \(collection.closedBy ?? ""). Các nơi không gửi lại được cho đến khi mở lại."
  }

  private var chips: Chips {
    let all = Chips.Chip(
      "Tất cả", path: ReportCollectionPaths.show(collection.id), selected: standing == nil, count: "\(inside.count)")
    return Chips(
      label: "Tình trạng gửi",
      [all]
        + AskedPlace.Standing.allCases.map {
          .init(
            $0.label, path: ReportCollectionPaths.show(collection.id, $0), selected: $0 == standing,
            count: "\(of($0).count)")
        })
  }

  private func line(_ place: AskedPlace) -> ReportCollectionPage.Place {
    let standing = place.standing(dueOn: collection.dueOn)
    let isLate = standing == .missing && today > collection.dueOn
    var notes: [String] = []
    if place.answer?.state == .draft { notes.append("đang điền") }
    if let answer = place.answer, answer.state == .returned { notes.append("lý do: \(answer.returnReason)") }
    if let answer = place.answer, answer.sendings > 1 { notes.append("gửi \(answer.sendings) lần") }
    if !place.replyText.isEmpty, !place.isReplyData { notes.append("đã trả lời bằng \(place.replyText)") }
    if place.urgedCount > 0, place.answer?.state != .sent { notes.append("đã đôn đốc \(place.urgedCount) lần") }
    let sentAt = place.answer?.sentAt
    return .init(
      name: place.name, path: ReportCollectionPaths.place(place.recipient),
      state: isLate ? StateMark("Chưa gửi, quá hạn", .wrong) : StateMark(standing),
      sent: sentAt.map { "\($0.text), \(place.answer?.sentBy ?? "")" } ?? "",
      rows: sentAt == nil ? "" : "\(place.answer?.rowCount ?? 0)", note: notes.joined(separator: "; "))
  }

  private func acts(_ seal: FormSeal) -> [HTML] {
    let id = collection.id
    func form(_ act: ReportCollectionPaths.Act, _ button: Button) -> HTML {
      ActForm(action: ReportCollectionPaths.act(id, act), seal: seal, button: button).html
    }
    var acts: [HTML] = []
    // Places outside are told by a letter, not by this button.
    let silent = places.count(where: \.isUrgeable)
    if isUrger, collection.documentState == .issued, collection.state == .open, silent > 0 {
      acts.append(form(.urge, Button("Đôn đốc \(silent) nơi chưa trả lời", style: .primary)))
    }
    if !sheet.lines.isEmpty {
      acts.append(Button("Tải bảng tổng hợp (.xlsx)", path: ReportCollectionPaths.merged(id)).html)
      acts.append(Button("In bảng tổng hợp (PDF)", path: ReportCollectionPaths.mergedPrint(id)).html)
    }
    if isChangeable { acts.append(Button("Sửa biểu", path: ReportCollectionPaths.change(id)).html) }
    if collection.obstacle(to: .close) == nil { acts.append(form(.close, Button("Khóa sổ"))) }
    if collection.obstacle(to: .reopen) == nil { acts.append(form(.reopen, Button("Mở lại"))) }
    return acts
  }
}
