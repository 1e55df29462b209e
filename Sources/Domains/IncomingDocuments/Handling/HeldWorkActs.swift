import Kernel
import Markup
import Work

/// What a reader can do with the work on a document: with their own part, with what they gave, with the document.
extension HeldWork {
  /// The first in the trade's words stands alone; what is seldom done is folded.
  struct Acts {
    var primary: IncomingDocumentPage.Act?
    var more: [IncomingDocumentPage.Act] = []
    var folded: [IncomingDocumentPage.Act] = []
  }

  func acts() -> Acts {
    guard document.state == .registered, notLent == nil else { return Acts() }
    var acts: [IncomingDocumentPage.Act] = []
    var folded: [IncomingDocumentPage.Act] = []
    for item in own where item.state != .passedOn {
      acts += self.acts(item)
      folded += seldom(item)
    }
    // Who passed work on still answers for it: for its end, and for its deadline.
    for item in own where item.state == .passedOn && item.kind == .handleIncoming {
      acts.append(completing(item))
      folded += seldom(item)
    }
    for item in items where LinkReply.obstacle(item, for: actor) == nil && item.result == .reply {
      acts.append(link("Ghi văn bản trả lời", .linkReply, item))
    }
    if HandlingAccess.mayDirect(document, actor), !acts.contains(where: { $0.button.label == Self.direct.label }) {
      acts.append(directing(Self.direct.label))
    }
    if HandlingAccess.mayPresent(document, actor) {
      acts.append(.init(button: Button("Trình", path: IncomingDocumentPaths.presentation(document.id), key: "c")))
    }
    if HandlingAccess.mayKeyDirective(document, actor) { acts.append(directing("Nhập bút phê trên giấy")) }
    let filing = FileIncomingDocument.obstacle(document, items, for: actor)
    if filing == nil {
      acts.append(.init(button: Button("Lưu hồ sơ", path: IncomingDocumentPaths.filing(document.id), key: "l")))
    } else if let filing, filing.kind == .conflict {
      folded.append(.init(button: Button("Lưu hồ sơ", obstacles: filing.reasons.map(\.message))))
    }
    folded.append(following)
    guard let index = acts.firstIndex(where: { $0.button.obstacles.isEmpty }),
      items.isEmpty || own.contains(where: { $0.state != .passedOn })
    else { return Acts(primary: nil, more: acts, folded: folded) }
    var first = acts.remove(at: index)
    first.button.style = .primary
    return Acts(primary: first, more: acts, folded: folded)
  }

  private static let direct = Button("Bút phê và chuyển", key: "b")

  private func directing(_ label: String) -> IncomingDocumentPage.Act {
    .init(
      button: Button(
        label, path: IncomingDocumentPaths.directive(document.id), key: label == Self.direct.label ? "b" : nil))
  }

  /// - Parameter obstacles: every reason why not; the act refuses with the same. What cannot be done has no key.
  private func link(
    _ label: String, _ act: IncomingDocumentPaths.WorkAct, _ item: WorkItem, key: String? = nil,
    obstacles: [Refusal.Reason] = []
  ) -> IncomingDocumentPage.Act {
    .init(
      button: Button(
        label, path: IncomingDocumentPaths.work(item.id, act, on: document.id), key: obstacles.isEmpty ? key : nil,
        obstacles: obstacles.map(\.message)))
  }

  private func completing(_ item: WorkItem) -> IncomingDocumentPage.Act {
    link("Hoàn thành", .complete, item, key: "e", obstacles: CompleteWork.obstacles(item, items))
  }

  /// What an item of the reader's own asks for.
  private func acts(_ item: WorkItem) -> [IncomingDocumentPage.Act] {
    switch item.kind {
    case .directIncoming where HandlingAccess.mayDirect(document, actor): return [directing(Self.direct.label)]
    case .proposeIncoming, .directIncoming: return [link("Trả lại", .giveBack, item)]
    case .opinionIncoming: return [link("Cho ý kiến", .giveOpinion, item, key: "y"), link("Trả lại", .giveBack, item)]
    case .extendIncoming: return [link("Trả lời xin gia hạn", .decideExtension, item, key: "g")]
    default: break
    }
    if item.role == .inform { return [] }
    var acts: [IncomingDocumentPage.Act] = []
    if item.state == .offered {
      acts.append(
        .init(
          button: Button("Nhận việc", key: "a"),
          postTo: IncomingDocumentPaths.work(item.id, .accept, on: document.id)))
    }
    if item.holder == .unit(actor.unit), actor.roles.contains(.unitHead) {
      acts.append(link("Phân công", .assign, item, key: "c"))
    }
    return acts + [
      completing(item),
      .init(button: Button("Soạn văn bản trả lời", path: IncomingDocumentPaths.reply(item.id, to: document.id))),
      link("Ghi tiến độ", .note, item, key: "t"), link("Trả lại", .giveBack, item),
    ]
  }

  /// What is seldom done with one's own work.
  private func seldom(_ item: WorkItem) -> [IncomingDocumentPage.Act] {
    var acts: [IncomingDocumentPage.Act] = []
    // What is read, decided or answered knows neither.
    if NoteWork.obstacle(item) == nil {
      acts.append(link("Xin ý kiến", .askOpinion, item, key: "o"))
      acts.append(link("Xin gia hạn", .askExtension, item, obstacles: AskExtension.obstacles(item)))
    }
    let handingOver = HandOverWork.obstacle(item, for: actor)
    if handingOver == nil || item.kind == .handleIncoming {
      acts.append(link("Bàn giao", .handOver, item, obstacles: handingOver?.reasons ?? []))
    }
    return acts
  }

  private var following: IncomingDocumentPage.Act {
    var button = Button(isFollowing ? "Thôi theo dõi" : "Theo dõi")
    button.name = HandlingField.follows
    button.value = isFollowing ? "0" : "1"
    return .init(button: button, postTo: IncomingDocumentPaths.following(document.id))
  }

  /// What the reader can do with what they gave, or urge.
  func acts(onGiven item: WorkItem) -> [Button] {
    func button(_ label: String, _ act: IncomingDocumentPaths.WorkAct, _ obstacle: Refusal? = nil) -> Button {
      Button(
        label, style: .quiet, path: IncomingDocumentPaths.work(item.id, act, on: document.id),
        obstacles: obstacle?.reasons.map(\.message) ?? [])
    }
    guard item.isOpen else {
      return ReopenWork.obstacle(item, items, for: actor) == nil ? [button("Mở lại", .reopen)] : []
    }
    var buttons: [Button] = []
    if UrgeWork.obstacle(item, items, for: actor) == nil, item.role != .inform {
      buttons.append(button("Đôn đốc", .urge))
    }
    if items.governs(actor, item) {
      if SetDeadline.obstacle(item) == nil { buttons.append(button("Đổi hạn", .setDeadline)) }
      if item.role == .lead { buttons.append(button("Đổi chủ trì", .replaceLead)) }
    } else if !item.isHeld(by: actor), HandOverWork.obstacle(item, for: actor) == nil {
      buttons.append(button("Bàn giao", .handOver))
    }
    let recalling = RecallWork.obstacle(item, items, for: actor)
    return recalling?.kind == .forbidden ? buttons : buttons + [button("Thu hồi", .recall, recalling)]
  }
}
