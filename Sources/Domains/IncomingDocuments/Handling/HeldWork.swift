import Kernel
import Markup
import Work
import WorkCalendar

/// What the document page tells of its work: who holds it, and what this reader can do with their own part.
struct HeldWork: Sendable {
  var items: [WorkItem]
  var directives: [Directive]
  var calendar: WorkCalendar
  var now: Instant
  var actor: Actor
  var document: IncomingDocument

  /// The reader's own open items.
  var own: [WorkItem] { items.filter { $0.isOpen && $0.isHeld(by: actor) } }

  /// Whether something of theirs waits to be opened for the first time.
  var isUnopened: Bool { document.state == .registered && own.contains { $0.openedAt == nil } }

  /// What is asked of the reader, as a sentence for each item. Words that stand above as a directive are not repeated.
  var asked: String {
    own.filter { $0.state != .passedOn }.map { item in
      let isSaid = item.instruction.isEmpty || directives.contains { $0.text == item.instruction }
      let words = isSaid ? "." : ": «\(item.instruction)»"
      switch item.kind {
      case .directIncoming: return "\(item.giverName) trình, chờ bút phê\(words)"
      case .proposeIncoming: return "\(item.giverName) trình, chờ đề xuất nơi giải quyết\(words)"
      default:
        let due = deadline(item).map { ", hạn \($0.day) (\($0.left))" } ?? ""
        let what = item.role == .inform ? item.kind.asked : "\(item.kind.asked) (\(item.role.label))"
        return "\(what)\(due). \(item.giverName) giao\(words)"
      }
    }.joined(separator: " ")
  }

  /// What this reader can do; the first in the trade's words stands alone.
  func acts() -> (primary: IncomingDocumentPage.Act?, more: [IncomingDocumentPage.Act]) {
    guard document.state == .registered else { return (nil, []) }
    var acts: [IncomingDocumentPage.Act] = []
    for item in own where item.state != .passedOn { acts += self.acts(item) }
    if HandlingAccess.mayDirect(document, actor), !acts.contains(where: { $0.button.label == Self.direct.label }) {
      acts.append(directing(Self.direct.label))
    }
    if HandlingAccess.mayPresent(document, actor) {
      acts.append(.init(button: Button("Trình", path: IncomingDocumentPaths.presentation(document.id), key: "c")))
    }
    if HandlingAccess.mayKeyDirective(document, actor) { acts.append(directing("Nhập bút phê trên giấy")) }
    guard var first = acts.first, !own.isEmpty || items.isEmpty else { return (nil, acts) }
    first.button.style = .primary
    return (first, Array(acts.dropFirst()))
  }

  private static let direct = Button("Bút phê và chuyển", key: "b")

  private func directing(_ label: String) -> IncomingDocumentPage.Act {
    .init(
      button: Button(
        label, path: IncomingDocumentPaths.directive(document.id), key: label == Self.direct.label ? "b" : nil))
  }

  private func acts(_ item: WorkItem) -> [IncomingDocumentPage.Act] {
    func link(_ label: String, _ act: IncomingDocumentPaths.WorkAct, key: String? = nil) -> IncomingDocumentPage.Act {
      .init(button: Button(label, path: IncomingDocumentPaths.work(item.id, act, on: document.id), key: key))
    }
    if item.kind == .directIncoming, HandlingAccess.mayDirect(document, actor) { return [directing(Self.direct.label)] }
    if item.kind == .proposeIncoming { return [link("Trả lại", .giveBack)] }
    if item.role == .inform { return [] }
    var acts: [IncomingDocumentPage.Act] = []
    if item.state == .offered {
      acts.append(
        .init(
          button: Button("Nhận việc", key: "a"),
          postTo: IncomingDocumentPaths.work(item.id, .accept, on: document.id)))
    }
    if item.holder == .unit(actor.unit), actor.roles.contains(.unitHead) {
      acts.append(link("Phân công", .assign, key: "c"))
    }
    return acts + [link("Hoàn thành", .complete, key: "e"), link("Trả lại", .giveBack)]
  }

  /// One line per recipient, each under the one it was passed on from.
  var holders: [IncomingDocumentPage.Holder] {
    items.filter { $0.parent == nil }.flatMap { Work.branch(of: $0, in: items) }.map { item in
      let opened = item.openedAt.map { "\(item.openedBy ?? "") mở \($0.text)" } ?? (item.isOpen ? "chưa mở" : "")
      let outcome = item.outcome.isEmpty ? "" : ": \(item.outcome)"
      var holder = IncomingDocumentPage.Holder(
        name: item.holderName, role: item.role.label, state: StateMark(item), openedLine: opened + outcome,
        deadline: item.isOpen ? deadline(item) : nil)
      holder.depth = depth(of: item)
      if item.isOpen, item.givenBy == actor.post {
        holder.recallPath = IncomingDocumentPaths.work(item.id, .recall, on: document.id)
      } else if document.state == .registered, ReopenWork.obstacle(item, for: actor) == nil {
        holder.reopenPath = IncomingDocumentPaths.work(item.id, .reopen, on: document.id)
      }
      return holder
    }
  }

  private func depth(of item: WorkItem) -> Int {
    var (depth, parent) = (0, item.parent)
    while let id = parent, let above = items.first(where: { $0.id == id }) {
      depth += 1
      parent = above.parent
    }
    return depth
  }

  private func deadline(_ item: WorkItem) -> DeadlineMark? {
    item.dueAt.map { DeadlineMark(Deadline(due: $0, since: item.givenAt), calendar, now: now) }
  }
}

extension DeadlineMark {
  /// «Thứ Hai, 30/11/2026 còn 2 ngày làm việc».
  init(_ deadline: Deadline, _ calendar: WorkCalendar, now: Instant) {
    let state: State =
      switch calendar.timeliness(of: deadline, now: now) {
      case .overdue, .doneLate: .overdue
      case .dueSoon: .soon
      case .noDeadline, .onTrack: .later
      case .doneOnTime: .met
      }
    self.init(
      day: deadline.lastDay.textWithWeekday, left: calendar.left(until: deadline, now: now), state: state)
  }
}

extension StateMark {
  init(_ item: WorkItem) {
    let tone: Tone =
      switch item.state {
      case .done: .done
      case .returned, .recalled: .wrong
      case .offered, .waiting: .look
      case .inProgress, .passedOn: .plain
      }
    self.init(item.state.label, tone)
  }
}
