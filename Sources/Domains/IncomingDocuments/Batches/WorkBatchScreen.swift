import Database
import Jobs
import Kernel
import Markup
import Organization
import WebApp
import Work
import WorkCalendar

/// Gathers the form of an act on many documents, and its outcome.
struct WorkBatchScreen {
  static let linesShownMax = 50

  let actor: Actor
  let transaction: any Transaction

  init(by actor: Actor, in transaction: any Transaction) {
    self.actor = actor
    self.transaction = transaction
  }

  // MARK: the form

  func form(
    _ act: WorkBatch.Act, _ targets: [WorkBatchTarget], back: String, input: FormInput, seal: FormSeal
  ) throws -> WorkBatchPage {
    let targets = targets.prefix(WorkBatch.linesMax)
    let known = try documents(targets.map(\.document))
    let items = try WorkStore(transaction).items(targets.compactMap(\.item))
    var page = WorkBatchPage(
      act: act,
      lines: try targets.compactMap { target in
        guard let document = known[target.document] else { return nil }
        return .init(
          target: target.text, code: document.batchCode, subject: document.batchSubject,
          path: IncomingDocumentPaths.show(document.id),
          obstacle: try obstacle(act, document, items.first { $0.id == target.item }) ?? "")
      }, input: input, seal: seal, back: back)
    try fill(&page)
    return page
  }

  private func obstacle(_ act: WorkBatch.Act, _ document: IncomingDocument, _ item: WorkItem?) throws -> String? {
    if let recalled = document.recalled { return recalled.refusal(document.arrivalNumber).message }
    guard document.state == .registered else { return "Văn bản «\(document.state.label)»." }
    if act == .present {
      return HandlingAccess.mayPresent(document, actor) ? nil : HandlingAccess.notPresenter.message
    }
    if act == .file {
      let all = try WorkStore(transaction).items(of: .incomingDocument(document.id))
      return FileIncomingDocument.obstacle(document, all, for: actor)?.message
    }
    guard let item, item.subject == .incomingDocument(document.id) else {
      return "Dòng này là văn bản, chưa phải việc được giao, nên chỉ trình hoặc lưu hồ sơ được."
    }
    guard item.isHeld(by: actor) else { return "Việc này do \(item.holderName) giữ." }
    guard item.isOpen else { return item.ended.message }
    guard !WorkBatch.Act.allowed(item, actor).contains(act) else { return nil }
    switch act {
    case .accept: return "Việc đang «\(item.state.label)», không cần nhận."
    case .assign: return "Chỉ lãnh đạo đơn vị phân công việc của đơn vị."
    case .read: return "Việc giao để làm (\(item.role.label)), không kết thúc bằng «Đã biết»."
    case .complete, .present, .file, .handOver:
      return "\(item.kind.asked): «\(item.state.label)», không làm hàng loạt được."
    }
  }

  private func fill(_ page: inout WorkBatchPage) throws {
    let organization = OrganizationStore(transaction)
    switch page.act {
    case .accept, .read, .handOver: break
    case .file:
      page.fields = [
        Field(
          "Số và ký hiệu hồ sơ (ghi cho tất cả)", name: HandlingField.dossier,
          hint: "Để trống nếu lưu theo thứ tự của văn thư.", focus: true,
          lengthMax: FileIncomingDocument.codeLengthMax, width: .half)
      ]
    case .complete:
      page.fields = [
        Field(
          "Kết quả giải quyết (ghi cho tất cả)", name: HandlingField.result, kind: .area(rows: 3), required: true,
          focus: true, lengthMax: HandlingAccess.textLengthMax)
      ]
    case .present:
      page.fields = [
        Field("Đề xuất", name: HandlingField.text, kind: .area(rows: 3), lengthMax: HandlingAccess.textLengthMax)
      ]
      page.placesTitle = "Trình"
      page.roles = [Field.Choice("1", "trình")]
      page.places = try organization.posts(of: actor.agency).filter {
        $0.roles.contains(.leader) || ($0.roles.contains(.headOfOffice) && $0.id != actor.post)
      }.map(HandlingPage.Place.init)
    case .assign:
      page.fields = [
        Field("Ý kiến", name: HandlingField.text, kind: .area(rows: 3), lengthMax: HandlingAccess.textLengthMax),
        Field(
          "Hạn chung", name: HandlingField.due, kind: .day, hint: "Không muộn hơn hạn của đơn vị ở từng văn bản.",
          width: .third),
      ]
      page.placesTitle = "Giao cho"
      page.roles = HandlingScreen.assignmentRoles
      page.places = try organization.posts(in: actor.unit).map(HandlingPage.Place.init)
    }
  }

  private func documents(_ ids: [IncomingDocument.ID]) throws -> [IncomingDocument.ID: IncomingDocument] {
    guard !ids.isEmpty else { return [:] }
    let list = try IncomingDocumentStore(transaction).list(ids.map(\.number), visibleTo: actor)
    return Dictionary(list.map { ($0.id, $0) }) { one, _ in one }
  }

  // MARK: the outcome

  func result(_ id: WorkBatch.ID, _ query: Form, seal: FormSeal) throws -> WorkBatchResultPage {
    let store = WorkBatchStore(transaction)
    let batch = try store.find(id, of: actor)
    let counts = try store.counts(of: id)
    let usual: WorkBatchLine.State =
      counts[.refused, default: 0] > 0 ? .refused : counts[.waiting, default: 0] > 0 ? .waiting : .done
    let shown = WorkBatchLine.State(rawValue: query[WorkBatchPaths.stateName]) ?? usual
    let lines = try store.lines(of: id, shown, after: Int(query["tiep"]) ?? 0, limit: Self.linesShownMax + 1)
    let known = try documents(lines.map(\.target.document))
    var page = WorkBatchResultPage(
      act: batch.act, counts: counts, shown: shown,
      lines: lines.prefix(Self.linesShownMax).map { Self.line($0, known[$0.target.document]) },
      chips: Chips(
        label: "Kết quả",
        WorkBatchLine.State.allCases.filter { counts[$0, default: 0] > 0 || $0 == shown }.map { state in
          .init(
            state.label, path: WorkBatchPaths.show(id, state), selected: state == shown,
            count: "\(counts[state, default: 0])")
        }), back: batch.back)
    if lines.count > Self.linesShownMax {
      page.pager = Pager(
        older: WorkBatchPaths.show(id, shown, after: lines[Self.linesShownMax - 1].position),
        olderLabel: "Tiếp theo ›")
    }
    if batch.finishedAt == nil {
      page.progress = Self.progress(id, counts)
      page.livePath = WorkBatchPaths.live(id)
    }
    page.undo = undo(batch, counts, seal)
    if let undoneAt = batch.undoneAt {
      page.undoneLine = "Đã hoàn tác \(counts[.undone, default: 0]) văn bản lúc \(undoneAt.text)."
    }
    return page
  }

  /// Stands on the outcome itself: its seconds begin when the last document is done.
  private func undo(_ batch: WorkBatch, _ counts: [WorkBatchLine.State: Int], _ seal: FormSeal) -> HTML {
    guard let until = batch.undoneUntil, counts[.done, default: 0] > 0 else { return .empty }
    let offer = UndoOffer(
      "\(batch.act.done) \(counts[.done, default: 0]) văn bản.", path: WorkBatchPaths.undo(batch.id),
      post: batch.post, until: until)
    return offer.notice(seal: seal, now: transaction.now, back: "")?.html ?? .empty
  }

  private static func line(_ line: WorkBatchLine, _ document: IncomingDocument?) -> WorkBatchResultPage.Line {
    guard let document else {
      return .init(code: "", subject: "Văn bản không còn thuộc quyền xem.", reason: line.reason)
    }
    return .init(
      code: document.batchCode, subject: document.batchSubject, path: IncomingDocumentPaths.show(document.id),
      reason: line.reason)
  }

  private static func progress(_ id: WorkBatch.ID, _ counts: [WorkBatchLine.State: Int]) -> ProgressLine {
    let total = counts.values.reduce(0, +)
    let done = total - counts[.waiting, default: 0]
    return ProgressLine(key: "batch-\(id)", text: "Đang làm \(done)/\(total) văn bản", value: done, max: max(1, total))
  }

  /// For whoever follows it while it goes on.
  func change(_ id: WorkBatch.ID) throws -> LiveProgress.Change {
    let store = WorkBatchStore(transaction)
    let isDone = try store.find(id, of: actor).finishedAt != nil
    let line = Self.progress(id, try store.counts(of: id))
    return LiveProgress.Change(key: line.key, value: line.value, max: line.max, text: line.text, done: isDone)
  }
}

extension IncomingDocument {
  /// «Số đến 1247, 152/SNNMT-KS».
  fileprivate var batchCode: String {
    state == .quarantined || facts.codeText.isEmpty
      ? "Số đến \(arrivalNumber)" : "Số đến \(arrivalNumber), \(facts.codeText)"
  }

  /// Of what is withheld nothing but its number is told (MAT-05).
  fileprivate var batchSubject: String { state == .quarantined ? "(nghi có dấu mật, chờ xử lý)" : facts.subject }
}

extension HandlingPage.Place {
  /// A person who can be named.
  init(_ post: Post) {
    self.init(key: HolderChoice.post(post.id).text, label: "\(post.personName), \(post.label)")
  }
}
