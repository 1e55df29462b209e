import Documents
import Kernel
import Markup
import Work

/// What a reader can do with a draft: the first in the trade's words stands alone; what is seldom done is folded.
extension DraftScreen {
  func fill(_ page: inout DraftPage) {
    page.asked = asked
    var acts = main
    if let first = acts.first, isAsked {
      page.primary = first
      page.primary?.button.style = .primary
      acts.removeFirst()
    }
    page.acts = acts
    page.folded = folded
  }

  /// Something of the reader's own waits.
  private var isAsked: Bool {
    standing.items.contains { $0.isOpen && $0.state != .passedOn && $0.isHeld(by: standing.actor) }
  }

  /// What is asked, as a sentence for each item.
  private var asked: String {
    standing.items.filter { $0.isOpen && $0.state != .passedOn && $0.isHeld(by: standing.actor) }.map { item in
      let words = item.instruction.isEmpty ? "." : ": «\(item.instruction)»"
      if let kind = DraftStep.Kind(item.kind) {
        let sent = item.givenBy == draft.drafter ? "trình" : "chuyển"
        return "\(item.giverName) \(sent), chờ \(kind.label.lowercased())\(words)"
      }
      switch item.kind {
      case .opinionOnDraft: return "\(item.giverName) lấy ý kiến\(words)"
      case .passBackDraft: return "\(item.giverName) trả lại\(words)"
      case .writeDraft where item.givenBy == standing.actor.post:
        return draft.progress == .returned
          ? "Dự thảo đã bị trả lại; sửa rồi trình lại." : "Anh/chị đang soạn dự thảo này."
      default: return "\(item.giverName) giao soạn thảo\(words)"
      }
    }.joined(separator: " ")
  }

  /// Why it cannot be signed now: what is not checked, and what the table of who may sign says.
  private func signingObstacles(_ item: WorkItem) -> [String] {
    (standing.signing(item.id)?.reasons.map(\.message) ?? []) + [power?.message].compactMap(\.self)
  }

  private func link(_ label: String, _ act: DraftPaths.Act, key: String? = nil) -> DraftPage.Act {
    .init(button: Button(label, path: DraftPaths.act(draft.id, act), key: key))
  }

  private var main: [DraftPage.Act] {
    var acts: [DraftPage.Act] = []
    // Numbers are the registry's (DI-01, DI-04).
    if draft.progress == .signed, standing.actor.isRegistryClerk, standing.actor.agency == draft.agency {
      acts.append(
        .init(button: Button("Cấp số", style: .primary, path: FramePaths.numbering(draft: draft.id.number), key: "e")))
    }
    if standing.accepting == nil {
      acts.append(
        .init(button: Button("Nhận soạn thảo", key: "a"), postTo: DraftPaths.act(draft.id, .accept)))
    }
    if let (step, item) = standing.station, standing.returning(item.id) == nil {
      let (act, key): (DraftPaths.StationAct, String) = step.kind == .sign ? (.sign, "b") : (.pass, "e")
      acts.append(
        .init(
          button: Button(
            step.kind.act, path: DraftPaths.act(draft.id, item.id, act), key: key,
            obstacles: step.kind == .sign ? signingObstacles(item) : [])))
      acts.append(.init(button: Button("Trả lại", path: DraftPaths.act(draft.id, item.id, .giveBack), key: "r")))
    }
    // What whoever stood before them has not seen (PL6-1d).
    if standing.station != nil, let seen = standing.contentSeen, seen.versionNumber < draft.latestVersion {
      acts.append(
        .init(
          button: Button(
            "Khác gì so với bản \(seen.versionNumber) mà người kiểm tra nội dung đã xem",
            path: DraftPaths.difference(draft.id, seen.versionNumber, draft.latestVersion), key: "d")))
    }
    // What this reader has not seen.
    if let seenBefore {
      acts.append(
        .init(
          button: Button(
            "Khác gì so với bản \(seenBefore) anh/chị đã xem",
            path: DraftPaths.difference(draft.id, seenBefore, draft.latestVersion), key: "m")))
    }
    if standing.passingBackObstacle == nil { acts.append(link("Chuyển người soạn thảo", .passBack, key: "c")) }
    if standing.changing == nil {
      let version = link(draft.latestVersion == 0 ? "Đưa bản Word" : "Đưa bản mới", .version, key: "v")
      var submission = link("Trình", .submit, key: "c")
      submission.button.obstacles = standing.submitting?.reasons.map(\.message) ?? []
      let made = DraftPage.Act(
        button: Button("Soạn từ mẫu", key: "w"), postTo: DraftPaths.act(draft.id, .template))
      if draft.latestVersion == 0 { acts.append(made) }
      acts +=
        standing.submitting == nil && draft.progress != .returned ? [submission, version] : [version, submission]
      acts.append(link("Sửa thông tin", .change, key: "s"))
      // Nothing would be lost.
      if standing.isBlank { acts.append(link("Soạn lại từ mẫu", .template, key: "w")) }
    } else if standing.versioning == nil {
      acts.append(link("Sửa trực tiếp, đưa bản mới", .version, key: "v"))
    }
    for item in standing.askedOpinions where standing.givingOpinion(item.id) == nil {
      acts.insert(
        .init(button: Button("Góp ý", path: DraftPaths.opinion(draft.id, item.id, .give), key: "y")), at: 0)
    }
    if standing.withdrawing == nil { acts.append(link("Rút lại", .withdraw)) }
    return acts
  }

  private var folded: [DraftPage.Act] {
    var acts: [DraftPage.Act] = []
    if !standing.askedOpinions.isEmpty {
      acts.append(.init(button: Button("Tổng hợp ý kiến", path: DraftPaths.opinions(draft.id))))
    }
    if standing.askingOpinions == nil {
      acts.append(.init(button: Button("Lấy ý kiến", path: DraftPaths.opinions(draft.id, .ask), key: "o")))
    }
    acts.append(.init(button: Button("Phiếu trình", path: DraftPaths.slip(draft.id), key: "p")))
    let filing = FramePaths.filing(kind: RecordReference.draftCode, number: draft.id.number)
    acts.append(.init(button: Button("Đưa vào hồ sơ", path: filing, key: "m")))
    if standing.changing == nil, draft.latestVersion > 0, !standing.isBlank {
      acts.append(link("Soạn lại từ mẫu", .template, key: "w"))
    }
    if standing.revising == nil { acts.append(link("Mở lại để sửa", .revise)) }
    for item in standing.items where item.isOpen && item.isHeld(by: standing.actor) && item.holder.isPost {
      guard HandOverDraftWork.obstacle(item, of: draft, for: standing.actor) == nil else { continue }
      acts.append(.init(button: Button("Bàn giao", path: DraftPaths.handOver(draft.id, item.id))))
    }
    if standing.reassigning == nil { acts.append(link("Đổi người soạn thảo", .reassign)) }
    if standing.cancelling == nil { acts.append(link("Hủy dự thảo", .cancel)) }
    return acts
  }
}
