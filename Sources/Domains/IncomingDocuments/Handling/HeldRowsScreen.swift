import Database
import Documents
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Work items as rows of «Việc của tôi», each with what its document says, in groups by deadline.
struct HeldRows {

  static let partName = "nhom"
  static let groupName = "han"
  static let afterName = "tiep"
  static let lengthName = "dong"
  /// How many of those who got something passed on are told in a row.
  private static let passedMax = 4

  private var groups: [DueGroup: [MyWorkPage.Item]] = [:]
  private var all: [MyWorkPage.Item] = []

  /// Of a document that is withheld nothing but its number is told (MAT-05).
  ///
  /// - Parameter back: address of this list, to come back to after an act.
  init(
    _ items: [WorkItem], of actor: Actor, back: String, others: [any HeldRowSource] = [],
    in transaction: any Transaction
  ) throws {
    guard !items.isEmpty else { return }
    let documents = try IncomingDocumentStore(transaction).list(
      items.filter { $0.subject.code == RecordReference.incomingDocumentCode }.map(\.subject.number), visibleTo: actor)
    let told = try Self.told(items, others, actor, in: transaction)
    let known = Dictionary(uniqueKeysWithValues: documents.map { ($0.id.number, $0) })
    let calendar = try AgencyCalendarStore(transaction).calendar(of: actor.agency)
    let passed = try WorkStore(transaction).passedOn(from: items.filter { $0.state == .passedOn }.map(\.id))
    let (now, waiting) = (transaction.now, try TransferStore(transaction).waiting(among: items))
    let duty = waiting.isEmpty ? nil : try RegistryDuty(of: actor.agency, in: transaction)
    for item in items {
      let row: MyWorkPage.Item
      if item.subject.code != RecordReference.incomingDocumentCode {
        guard let said = told[item.id] else { continue }
        var own = Self.row(item, said, calendar, now: now)
        own.passedOn = Self.lines((passed[item.id] ?? []).filter { $0.role == .lead })
        row = own
      } else {
        guard let document = known[item.subject.number] else { continue }
        var own = Self.row(item, document, passed[item.id] ?? [], actor, calendar, back: back, now: now)
        if let duty, let transfer = waiting[item.id], document.state == .registered {
          own.receipt = Self.receipt(transfer, document, duty, now: now)
        }
        row = own
      }
      all.append(row)
      groups[DueGroup(due: item.dueAt, now: now), default: []].append(row)
    }
  }

  static func path(
    _ part: InboxPart, _ group: DueGroup? = nil, length: Int? = nil, after place: InboxPlace? = nil
  ) -> String {
    var fields: [String] = part == .mine ? [] : ["\(partName)=\(part.address)"]
    if let group { fields.append("\(groupName)=\(group.address)") }
    if let length { fields.append("\(lengthName)=\(length)") }
    if let place { fields.append("\(afterName)=\(place.address)") }
    return Room.myWork.path + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
  }

  /// The rows of each group.
  func rows(of group: DueGroup) -> [MyWorkPage.Item] { groups[group] ?? [] }

  var ended: [MyWorkPage.Group] { [.init(title: "Đã xong, đã trả lại, đã thu hồi", items: all)] }

  /// «Vụ Khoáng sản: Hoàng Văn Thắng mở 09:12 05/11/2026».
  private static func lines(_ below: [WorkItem]) -> [String] {
    let told = below.prefix(passedMax).map { item in
      let opened = item.openedAt.map { "\(item.openedBy ?? "") mở \($0.text)" } ?? "chưa mở"
      return "\(item.holderName) (\(item.role.label)): \(opened)"
    }
    return below.count > passedMax ? told + ["và \(below.count - passedMax) nơi khác"] : told
  }

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

  /// What other flows say of their own records.
  private static func told(
    _ items: [WorkItem], _ sources: [any HeldRowSource], _ actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow] {
    try sources.reduce(into: [:]) { told, source in
      let own = items.filter { $0.subject.code == source.code }
      guard !own.isEmpty else { return }
      told.merge(try source.rows(of: own, for: actor, in: transaction)) { first, _ in first }
    }
  }

  private static func row(
    _ item: WorkItem, _ document: IncomingDocument, _ passed: [WorkItem], _ actor: Actor, _ calendar: WorkCalendar,
    back: String, now: Instant
  ) -> MyWorkPage.Item {
    guard document.state == .registered else { return withheld(item, document) }
    var row = row(item, document, calendar, now: now)
    row.passedOn = lines(passed)
    row.act(item, document, actor, back: back)
    return row
  }

  private static func row(
    _ item: WorkItem, _ told: HeldRow, _ calendar: WorkCalendar, now: Instant
  ) -> MyWorkPage.Item {
    var row = MyWorkPage.Item(
      id: "viec-\(item.id)", path: told.path, previewPath: told.previewPath, asked: told.asked,
      codeText: told.codeText, subject: told.subject, sender: told.sender,
      urgency: UrgencyMark(rawValue: told.urgency), keys: told.keys)
    row.isUnread = item.isOpen && item.openedAt == nil
    if item.isOpen, let due = item.dueAt {
      row.deadline = DeadlineMark(Deadline(due: due, since: item.givenAt), calendar, now: now)
    }
    return row
  }

  /// Within the day it goes without saying.
  private static func receipt(
    _ transfer: Transfer, _ document: IncomingDocument, _ duty: RegistryDuty, now: Instant
  ) -> DeadlineMark? {
    let limits = duty.limits(of: transfer, urgency: document.facts.urgency)
    guard limits.isUrgent || limits.timeliness(now: now) != .withinDay else { return nil }
    return DeadlineMark(transfer, of: document, duty, now: now)
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

extension DueGroup {
  /// As it stands in the address.
  var address: String {
    switch self {
    case .overdue: "qua-han"
    case .today: "hom-nay"
    case .thisWeek: "trong-tuan"
    case .later: "sau-do"
    case .never: "khong-han"
    }
  }

  init?(address: String) {
    guard let group = Self.allCases.first(where: { $0.address == address }) else { return nil }
    self = group
  }
}
