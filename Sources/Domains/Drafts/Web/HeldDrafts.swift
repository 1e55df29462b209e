import Database
import Documents
import Kernel
import Work

/// Rows of «Việc của tôi» about drafts.
package struct HeldDrafts: HeldRowSource {
  package let code = RecordReference.draftCode

  package init() {}

  package func rows(
    of items: [WorkItem], for actor: Actor, in transaction: any Transaction
  ) throws -> [WorkItem.ID: HeldRow] {
    let drafts = try DraftStore(transaction).list(items.map(\.subject.number), visibleTo: actor)
    let known = Dictionary(uniqueKeysWithValues: drafts.map { ($0.id.number, $0) })
    var rows: [WorkItem.ID: HeldRow] = [:]
    for item in items {
      guard let draft = known[item.subject.number] else { continue }
      rows[item.id] = HeldRow(
        path: DraftPaths.show(draft.id), previewPath: DraftPaths.act(draft.id, .preview), asked: asked(item, draft),
        codeText: "Dự thảo \(draft.facts.type?.name.lowercased() ?? "")", subject: draft.facts.subject,
        sender: "\(draft.unitName), \(draft.drafterName)", urgency: draft.facts.urgency.rawValue,
        keys: keys(item, draft))
    }
    return rows
  }

  package func handOver(
    _ item: WorkItem, to successor: PostID, reason: String, by actor: Actor, in transaction: any Transaction
  ) throws {
    try HandOverDraftWork(item.id, on: Draft.ID(item.subject.number), to: successor, reason: reason)
      .perform(by: actor, in: transaction)
  }

  private func asked(_ item: WorkItem, _ draft: Draft) -> String {
    guard item.isOpen else { return item.state.label }
    if let kind = DraftStep.Kind(item.kind) { return kind.label }
    switch item.kind {
    case .opinionOnDraft: return "Góp ý dự thảo"
    case .passBackDraft: return "Chuyển người soạn thảo"
    case .writeDraft where item.state == .offered: return "Nhận soạn thảo"
    case .writeDraft where item.state == .passedOn: return draft.progress.label
    case .writeDraft: return draft.progress == .returned ? "Sửa dự thảo" : "Soạn thảo"
    default: return item.state.label
    }
  }

  /// As on the draft's own page: `e` passes a check, `b` signs, `c` sends on.
  private func keys(_ item: WorkItem, _ draft: Draft) -> [(key: String, path: String)] {
    guard item.isOpen, item.state != .passedOn else { return [] }
    if let kind = DraftStep.Kind(item.kind) {
      return kind == .sign
        ? [("b", DraftPaths.act(draft.id, item.id, .sign))] : [("e", DraftPaths.act(draft.id, item.id, .pass))]
    }
    switch item.kind {
    case .opinionOnDraft: return [("y", DraftPaths.opinion(draft.id, item.id, .give))]
    case .passBackDraft: return [("c", DraftPaths.act(draft.id, .passBack))]
    case .writeDraft where item.state == .inProgress: return [("c", DraftPaths.act(draft.id, .submit))]
    default: return []
    }
  }
}
