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
  var notes: [WorkNote] = []
  var urgings: [WorkUrging] = []
  var deadlineChanges: [DeadlineChange] = []
  var isFollowing = false
  /// Why this reader does nothing here: a stand-in for other work, anybody with what its issuer took back.
  var notLent: Refusal?

  /// The reader's own open items.
  var own: [WorkItem] { items.filter { $0.isOpen && $0.isHeld(by: actor) } }

  /// Whether something of theirs waits to be opened for the first time.
  var isUnopened: Bool { document.state == .registered && own.contains { $0.openedAt == nil } }

  /// What is asked of the reader, as a sentence for each item. Words that stand above as a directive are not repeated.
  var asked: String {
    if document.recalled != nil { return "" }
    if let notLent { return notLent.message }
    return own.filter { $0.state != .passedOn }.map { item in
      let isSaid = item.instruction.isEmpty || directives.contains { $0.text == item.instruction }
      let words = isSaid ? "." : ": «\(item.instruction)»"
      switch item.kind {
      case .directIncoming: return "\(item.giverName) trình, chờ bút phê\(words)"
      case .opinionIncoming:
        let due = deadline(item).map { ", hạn \($0.day) (\($0.left))" } ?? ""
        return "\(item.giverName) xin ý kiến\(due)\(words)"
      case .extendIncoming: return "\(item.giverName): \(item.instruction)"
      case .proposeIncoming: return "\(item.giverName) trình, chờ đề xuất nơi giải quyết\(words)"
      default:
        let due = deadline(item).map { ", hạn \($0.day) (\($0.left))" } ?? ""
        let what = item.role == .inform ? item.kind.asked : "\(item.kind.asked) (\(item.role.label))"
        return "\(what)\(due). \(item.giverName) giao\(words)"
      }
    }.joined(separator: " ")
  }

  /// One line per recipient, each under the one it was passed on from.
  var holders: [IncomingDocumentPage.Holder] {
    Work.tree(of: items).map { item, depth in
      let opened = item.openedAt.map { "\(item.openedBy ?? "") mở \($0.text)" } ?? (item.isOpen ? "chưa mở" : "")
      let outcome = item.outcome.isEmpty || opened.isEmpty ? item.outcome : ": \(item.outcome)"
      var holder = IncomingDocumentPage.Holder(
        name: item.holderName, role: role(item), state: state(item), openedLine: opened + outcome,
        deadline: item.isOpen ? deadline(item) : nil)
      holder.depth = depth
      holder.notes = said(of: item)
      holder.acts =
        document.state == .registered && notLent == nil ? acts(onGiven: item) : []
      return holder
    }
  }

  private func role(_ item: WorkItem) -> String {
    switch item.kind {
    case .opinionIncoming: "cho ý kiến"
    case .extendIncoming: "trả lời gia hạn"
    default: item.role.label
    }
  }

  /// Who was asked and is silent is shown as silent.
  private func state(_ item: WorkItem) -> StateMark {
    guard item.kind == .opinionIncoming, item.isOpen else { return StateMark(item) }
    let isLate = item.dueAt.map { $0 <= now } ?? false
    return StateMark(isLate ? "Im lặng, quá hạn" : "Chưa trả lời", isLate ? .wrong : .look)
  }

  /// What was said of it on the way: the last of each kind, how often it was urged, how its deadline changed.
  private func said(of item: WorkItem) -> [String] {
    var lines: [String] = WorkNote.Kind.allCases.compactMap { kind in
      notes.last { $0.item == item.id && $0.kind == kind }.map {
        "\(kind.label) (\($0.authorName), \($0.writtenAt.text)): \($0.text)"
      }
    }
    lines += deadlineChanges.filter { $0.item == item.id }.map {
      "Hạn cũ \($0.from?.lastDay.text ?? "không có"), \($0.changedBy) đổi \($0.changedAt.text): \($0.reason)"
    }
    if let last = urgings.last(where: { $0.item == item.id }) {
      let words = last.text.isEmpty ? "" : ": \(last.text)"
      lines.append(
        "Đôn đốc lần \(last.ordinal), \(last.level.label.lowercased()) (\(last.urgedBy), \(last.urgedAt.text))\(words)")
    }
    if item.needsReply, item.isOpen { lines.append("Cần văn bản trả lời") }
    if !item.replyCode.isEmpty { lines.append("Văn bản trả lời: \(item.replyCode)") }
    return lines
  }

  private func deadline(_ item: WorkItem) -> DeadlineMark? {
    item.dueAt.map { DeadlineMark(Deadline(due: $0, since: item.givenAt), calendar, now: now) }
  }
}

extension DeadlineMark {
  /// «Thứ Hai, 30/11/2026 còn 2 ngày làm việc».
  package init(_ deadline: Deadline, _ calendar: WorkCalendar, now: Instant) {
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
