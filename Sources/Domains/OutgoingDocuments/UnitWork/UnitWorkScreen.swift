import Database
import IncomingDocuments
import Kernel
import Markup
import Organization
import Work
import WorkCalendar

/// What the page of a document knows of the work of units, and of the reader's own part in it.
struct UnitWorkScreen: Sendable {
  var items: [WorkItem] = []
  /// What the reader holds and has to do, an officer's part before the unit's.
  var own: WorkItem?
  /// What the reader gave to an officer of theirs.
  var given: WorkItem?
  /// What the reader's unit has finished, and its head may open again.
  var done: WorkItem?
  /// Whom the reader can name.
  var colleagues: [Post] = []
  private var calendar = WorkCalendar()
  private var now = Instant(milliseconds: 0)

  static func read(
    _ document: OutgoingDocument, _ items: [WorkItem], by actor: Actor, in transaction: any Transaction
  ) throws -> UnitWorkScreen {
    var page = UnitWorkScreen(items: items)
    page.now = transaction.now
    guard !items.isEmpty, UnitWorkAct.obstacle(document) == nil else { return page }
    let held = items.filter { $0.isOpen && $0.kind == .handleOutgoing && $0.isHeld(by: actor) }
    page.own = held.last { $0.state != .passedOn }
    page.given = items.last { $0.isOpen && TakeBackUnitWork.may($0, items, actor) }
    page.done = items.last { AssignUnitWork.may($0, actor) && ReopenUnitWork.isReopened($0, items) }
    if let own = page.own, AssignUnitWork.may(own, actor) {
      page.colleagues = try OrganizationStore(transaction).posts(in: actor.unit)
    }
    if items.contains(where: { $0.isOpen && $0.dueAt != nil }) {
      page.calendar = try AgencyCalendarStore(transaction).calendar(of: document.agency)
    }
    return page
  }

  /// How a unit, or its officer while one has it, stands to the deadline; nil without one and once it ended.
  func deadline(of found: UnitWork) -> DeadlineMark? {
    guard found.item.isOpen, let due = found.item.dueAt else { return nil }
    return DeadlineMark(Deadline(due: due, since: found.item.givenAt), calendar, now: now)
  }

  /// What is asked of the reader, in a sentence or two.
  var asked: String {
    guard let own else { return "" }
    let due = own.dueAt.map { ", hạn \(Deadline(due: $0).lastDay.textWithWeekday)" } ?? ""
    guard own.parent != nil else { return "Việc của \(own.holderName): thực hiện văn bản này\(due)." }
    let words = own.instruction.isEmpty ? "" : " «\(own.instruction)»"
    return "\(own.giverName) giao\(due).\(words)"
  }

  /// What the officer reported, for whoever closes the unit's work.
  var reported: WorkItem? { own.flatMap { own in items.last { $0.parent == own.id && $0.state == .done } } }
}

/// Names of the fields of a unit's work.
enum UnitWorkField {
  static let item = "viec"
  static let officer = "nguoi"
  static let due = "han"
  static let instruction = "y-kien"
  static let result = "ket-qua"
  static let replyCode = "van-ban-tra-loi"
}
