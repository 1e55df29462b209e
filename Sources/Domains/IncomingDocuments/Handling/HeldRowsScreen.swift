import Database
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Work items as rows of «Việc của tôi», each with what its document says, in groups by deadline.
struct HeldRows {
  private struct Held {
    var item: WorkItem
    var row: MyWorkPage.Item
  }

  static let partName = "nhom"
  static let afterName = "tiep"

  private let rows: [Held]
  private let now: Instant

  /// Of a document that is withheld nothing but its number is told (MAT-05).
  init(_ items: [WorkItem], of actor: Actor, in transaction: any Transaction) throws {
    now = transaction.now
    guard !items.isEmpty else {
      rows = []
      return
    }
    let documents = try IncomingDocumentStore(transaction).list(
      items.map(\.subject.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id.number, $0) })
    let calendar = try AgencyCalendarStore(transaction).calendar(of: actor.agency)
    rows = items.compactMap { item in
      guard let document = known[item.subject.number] else { return nil }
      let row =
        document.state == .quarantined
        ? Self.withheld(item, document) : Self.row(item, document, calendar, now: transaction.now)
      return Held(item: item, row: row)
    }
  }

  static func path(_ part: InboxPart, after place: InboxPlace? = nil) -> String {
    var fields: [String] = part == .mine ? [] : ["\(partName)=\(part.address)"]
    if let place { fields.append("\(afterName)=\(place.address)") }
    return Room.myWork.path + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  var byDeadline: [MyWorkPage.Group] {
    let today = now.day
    let weekEnd = today + (7 - today.weekday)
    func group(_ title: String, _ holds: (Instant?) -> Bool) -> MyWorkPage.Group {
      .init(title: title, items: rows.filter { holds($0.item.dueAt) }.map(\.row))
    }
    func lastDay(_ due: Instant) -> Day { Deadline(due: due).lastDay }
    return [
      group("Quá hạn") { due in due.map { $0 <= now } ?? false },
      group("Hôm nay") { due in due.map { $0 > now && lastDay($0) == today } ?? false },
      group("Trong tuần") { due in due.map { $0 > now && lastDay($0) > today && lastDay($0) <= weekEnd } ?? false },
      group("Sau đó") { due in due.map { lastDay($0) > weekEnd } ?? false },
      group("Không hạn") { $0 == nil },
    ]
  }

  var ended: [MyWorkPage.Group] { [.init(title: "Đã xong, đã trả lại, đã thu hồi", items: rows.map(\.row))] }

  private static func row(
    _ item: WorkItem, _ document: IncomingDocument, _ calendar: WorkCalendar, now: Instant
  ) -> MyWorkPage.Item {
    var row = MyWorkPage.Item(
      id: "viec-\(item.id)", path: IncomingDocumentPaths.show(document.id),
      previewPath: IncomingDocumentPaths.preview(document.id), asked: asked(item),
      role: item.kind == .handleIncoming ? item.role.label : "", codeText: document.facts.codeText,
      subject: document.facts.subject, sender: document.facts.issuerName, urgency: UrgencyMark(document.facts.urgency))
    row.isUnread = item.isOpen && item.openedAt == nil
    if item.isOpen, let due = item.dueAt {
      row.deadline = DeadlineMark(Deadline(due: due, since: item.givenAt), calendar, now: now)
    }
    return row
  }

  private static func withheld(_ item: WorkItem, _ document: IncomingDocument) -> MyWorkPage.Item {
    MyWorkPage.Item(
      id: "viec-\(item.id)", path: IncomingDocumentPaths.show(document.id), asked: document.state.label,
      codeText: "Số đến \(document.arrivalNumber)", subject: "(nghi có dấu mật, chờ xử lý)", sender: "")
  }

  private static func asked(_ item: WorkItem) -> String {
    switch item.state {
    case .offered: "Nhận việc"
    case .passedOn, .done, .returned, .recalled: item.state.label
    case .waiting, .inProgress: item.kind.asked
    }
  }
}

extension InboxPart {
  /// As it stands in the address.
  var address: String {
    switch self {
    case .mine: ""
    case .decide: "quyet"
    case .passedOn: "cho"
    case .inform: "biet"
    case .ended: "xong"
    }
  }

  init(address: String) { self = Self.allCases.first { $0.address == address } ?? .mine }
}

extension InboxPlace {
  var address: String { "\(at).\(id)" }

  init?(address: String) {
    let parts = address.split(separator: ".").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    self.init(at: parts[0], id: parts[1])
  }
}
