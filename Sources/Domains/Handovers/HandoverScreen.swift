import Access
import Database
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Gathers what became of a handover, and its minutes, within the rights of whoever looks.
struct HandoverScreen {
  static let rowsMax = 50
  static let formats = [(label: "In biên bản (PDF)", name: "pdf"), (label: "Word (.docx)", name: "docx")]

  var directory: RecordDirectory
  var actor: Actor
  var transaction: any Transaction

  /// Refuses whom it does not concern.
  func find(_ id: Handover.ID) throws -> SeenHandover {
    guard let handover = try HandoverStore(transaction).find(id),
      let seen = try SeenHandover.read(handover, by: actor, in: transaction)
    else { throw HandoverAccess.notFound }
    return seen
  }

  func page(_ id: Handover.ID, _ query: Form) throws -> HandoverPage {
    let seen = try find(id)
    let (handover, store) = (seen.handover, HandoverStore(transaction))
    let counts = try store.counts(of: id)
    let usual: HandoverLine.Outcome =
      counts[.refused, default: 0] > 0 ? .refused : counts[.waiting, default: 0] > 0 ? .waiting : .done
    let shown = HandoverLine.Outcome(rawValue: query[HandoverField.outcome]) ?? usual
    let lines = try store.lines(
      of: id, shown, after: Int(query[HandoverField.after]) ?? 0, limit: Self.rowsMax + 1)
    let words = try words(of: lines, handover)
    var page = HandoverPage(
      personName: handover.personName,
      reason: handover.reason.label + (handover.note.isEmpty ? "" : ". \(handover.note)"),
      askedBy: handover.askedBy, askedAt: handover.askedAt.text, finishedAt: handover.finishedAt?.text,
      receivers: receivers(seen), shown: shown,
      lines: lines.prefix(Self.rowsMax).map { line($0, handover, words) },
      chips: Chips(
        label: "Kết quả",
        HandoverLine.Outcome.allCases.filter { counts[$0, default: 0] > 0 || $0 == shown }.map { outcome in
          .init(
            outcome.label, path: HandoverPaths.show(id, outcome), selected: outcome == shown,
            count: "\(counts[outcome, default: 0])")
        }), backPath: HandoverPaths.page(handover.person, of: actor))
    if lines.count > Self.rowsMax {
      page.pager = Pager(
        older: HandoverPaths.show(id, shown, after: lines[Self.rowsMax - 1].position), olderLabel: "Tiếp theo ›")
    }
    if handover.finishedAt == nil {
      page.progress = Self.progress(id, counts)
      page.livePath = HandoverPaths.live(id)
    }
    // The receiver is led to their own work instead: the leaver's page is not theirs.
    if (try? LeavingPosts.of(handover.person, for: actor, in: transaction)) == nil { page.backPath = Room.myWork.path }
    return page
  }

  private func receivers(_ seen: SeenHandover) -> [HandoverPage.Receiver] {
    var order: [PostID] = []
    for part in seen.received where !order.contains(part.to) { order.append(part.to) }
    return order.filter { mayPrint(seen.handover, to: $0) }.map { post in
      let parts = seen.received.filter { $0.to == post }
      return HandoverPage.Receiver(
        name: parts[0].toName, counts: parts.map { "\($0.kindTitle): \($0.count)" }.joined(separator: "; "),
        files: Self.formats.map { ($0.label, HandoverPaths.minutes(seen.handover.id, to: post, $0.name)) })
    }
  }

  /// A receiver gets their own minutes only.
  private func mayPrint(_ handover: Handover, to post: PostID) -> Bool {
    post == actor.post || handover.person == actor.person
      || (try? LeavingPosts.of(handover.person, for: actor, in: transaction)) != nil
  }

  /// What one receiver got, as it was.
  func minutes(_ id: Handover.ID, to post: PostID, provenance: String) throws -> HandoverMinutesForm {
    let seen = try find(id)
    guard let received = seen.received.first(where: { $0.to == post }), mayPrint(seen.handover, to: post),
      let finishedAt = seen.handover.finishedAt
    else { throw HandoverAccess.notFound }
    let all = try HandoverStore(transaction).lines(of: id, .done, limit: Handover.linesMax)
    let lines = all.filter { $0.to == post }
    let words = try words(of: lines, seen.handover)
    return HandoverMinutesForm(
      handover: seen.handover, superiorName: try OrganizationStore(transaction).superiorName(of: seen.handover.agency),
      placeName: try OrganizationStore(transaction).agency(seen.handover.agency).placeName, at: finishedAt,
      fromNames: lines.reduce(into: []) { if !$0.contains($1.fromName) { $0.append($1.fromName) } },
      toName: received.toName,
      lines: lines.map { line in
        let instead = words.instead(
          of: line.record, isParty: HandoverAccess.isParty(line, of: seen.handover, actor))
        return .init(
          kind: line.kindTitle, code: instead == ReadableWords.hidden ? "" : line.codeText,
          subject: instead ?? line.subject, due: line.dueAt.map { Deadline(due: $0).lastDay.text } ?? "",
          state: line.stateText)
      }, provenance: provenance)
  }

  private func words(of lines: [HandoverLine], _ handover: Handover) throws -> ReadableWords {
    try ReadableWords(
      of: lines.compactMap(\.record), for: actor, agency: handover.agency, directory, in: transaction)
  }

  private func line(_ line: HandoverLine, _ handover: Handover, _ words: ReadableWords) -> HandoverPage.Line {
    let instead = words.instead(of: line.record, isParty: HandoverAccess.isParty(line, of: handover, actor))
    let isOpenable = words.instead(of: line.record) == nil && !line.path.isEmpty
    return HandoverPage.Line(
      code: instead == ReadableWords.hidden ? "" : line.codeText, subject: instead ?? line.subject,
      path: isOpenable ? line.path : nil, kind: line.kindTitle, to: line.toName,
      due: line.dueAt.map { Deadline(due: $0).lastDay.text } ?? "", refusal: line.refusal)
  }

  private static func progress(_ id: Handover.ID, _ counts: [HandoverLine.Outcome: Int]) -> ProgressLine {
    let total = counts.values.reduce(0, +)
    let done = total - counts[.waiting, default: 0]
    return ProgressLine(
      key: "handover-\(id)", text: "Đang bàn giao \(done)/\(total) việc, tài liệu", value: done, max: max(1, total))
  }

  /// For whoever follows it while it goes on.
  func change(_ id: Handover.ID) throws -> LiveProgress.Change {
    let isDone = try find(id).handover.finishedAt != nil
    let line = Self.progress(id, try HandoverStore(transaction).counts(of: id))
    return LiveProgress.Change(key: line.key, value: line.value, max: line.max, text: line.text, done: isDone)
  }
}
