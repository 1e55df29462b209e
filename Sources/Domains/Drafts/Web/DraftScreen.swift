import Access
import Audit
import Database
import Documents
import FileVault
import Kernel
import Markup
import Organization
import Papers
import WebApp
import Work

/// Gathers the page of a draft.
struct DraftScreen {
  let draft: Draft
  let standing: DraftStanding
  let versions: [DraftVersion]
  let shown: DraftVersion?
  let approvals: [DraftApproval]
  let origin: RecordSummary?
  let story: [StoryLine]
  let reasons: [String]

  /// - Parameter number: the version to show; nil for the newest.
  static func read(
    _ id: Draft.ID, showing number: Int?, directory: RecordDirectory, by actor: Actor, in transaction: any Transaction
  ) throws -> DraftScreen {
    let draft = try DraftStore(transaction).find(id, visibleTo: actor)
    let way = DraftWayStore(transaction)
    let standing = DraftStanding(
      draft: draft, items: try WorkStore(transaction).items(of: .draft(id)), steps: try way.steps(of: draft),
      checks: try way.checks(of: id), actor: actor, today: transaction.now.day)
    let versions = try DraftVersionStore(transaction).list(of: id)
    let origin = try draft.origin.flatMap { origin in
      try directory.summaries(of: [origin.record], visibleTo: actor, in: transaction)[origin.record]
    }
    return DraftScreen(
      draft: draft, standing: standing, versions: versions,
      shown: versions.first { $0.number == number } ?? versions.last,
      approvals: try DraftApprovalStore(transaction).list(of: id), origin: origin,
      story: try AuditStore(transaction).story(of: .draft(id)),
      reasons: try Access.reasons(for: .draft(id), actor: actor, in: transaction))
  }

  /// Whether something of the reader's waits to be opened for the first time.
  var isUnopened: Bool {
    standing.items.contains { $0.isOpen && $0.openedAt == nil && $0.isHeld(by: standing.actor) }
  }

  func page(seal: FormSeal) -> DraftPage {
    let main = shown?.main
    var page = DraftPage(
      typeName: draft.facts.type?.name ?? "", unit: draft.unitName, drafter: draft.drafterName,
      subject: draft.facts.subject, urgency: UrgencyMark(draft.facts.urgency), state: StateMark(draft.progress),
      viewer: PageViewer(
        name: "Dự thảo \(draft.facts.subject)",
        images: (main?.pageCount).map { count in
          (1...max(count, 1)).map { page in
            PageViewer.Image(
              page: page, path: DraftPaths.page(main?.id ?? .init(0), page),
              thumbnailPath: DraftPaths.thumbnail(main?.id ?? .init(0), page))
          }
        } ?? [], emptyLine: "Chưa có tệp dự thảo."), versions: versions.reversed().map(version), stations: stations,
      story: Story(story.map { Story.Line($0) }), metadata: metadata, seal: seal.at(version: draft.version))
    page.notice = notice
    if let shown, versions.count > 1 { page.shownLine = "Đang xem bản \(shown.number) trên \(versions.count) bản." }
    page.origin = origin.map { ("\($0.kindLabel) \($0.notation): \($0.subject)", $0.path) }
    fill(&page)
    return page
  }

  private func version(_ version: DraftVersion) -> DraftPage.Version {
    DraftPage.Version(
      label: "Bản \(version.number)" + (version.isEdit ? " (sửa khi duyệt)" : ""),
      line: "\(version.authorName), \(version.madeAt.text)", purpose: version.purpose,
      path: version.id == shown?.id ? nil : DraftPaths.version(draft.id, version.number),
      differencePath: version.number > 1
        ? DraftPaths.difference(draft.id, version.number - 1, version.number) : nil,
      files: version.files.map { file in
        DraftPage.File(
          name: file.name, line: (file.position == 1 ? "" : "phụ lục, ") + "\((file.bytes + 1023) / 1024) KB",
          path: DraftPaths.file(file.id),
          pdfPath: (file.pageCount ?? 0) > 0 && file.kind != .pdf ? DraftPaths.pdf(file.id) : nil)
      })
  }

  /// Each station with what was found there, now and before.
  private var stations: [DraftPage.Station] {
    let here = standing.station?.step.position
    return standing.steps.map { step in
      let own = standing.checks.filter {
        $0.position == step.position && $0.kind == step.kind && $0.round == draft.round
      }
      var lines = own.filter { $0.voidReason.isEmpty || $0.said == .returned }.map { check in
        let note = check.note.isEmpty ? "" : ": \(check.note)"
        let which = step.kind == .sign && check.said == .passed ? "ký bản" : "\(check.said.label.lowercased()) bản"
        return "\(check.name) \(which) \(check.versionNumber), \(check.at.text)\(note)"
      }
      if here == step.position, let item = standing.station?.item {
        lines.append(item.openedAt.map { "\(item.openedBy ?? "") mở \($0.text)" } ?? "chưa mở")
      }
      let passed = standing.standingChecks.contains { $0.position == step.position }
      let state =
        here == step.position
        ? StateMark("Đang ở đây", .look)
        : passed && here.map({ $0 > step.position }) ?? true
          ? StateMark(step.kind == .sign ? "Đã ký" : "Đạt", .done) : StateMark("Chưa đến", .plain)
      return DraftPage.Station(
        label: step.kind.label, holder: step.holder.name, state: state, lines: lines, isHere: here == step.position)
    }
  }

  private var notice: HTML {
    if let reason = draft.cancelReason { return Notice(.caution, "Dự thảo đã hủy. Lý do: \(reason)").html }
    if let approval = approvals.last(where: { $0.voidedAt == nil }) {
      let annexes = approval.annexHashes.isEmpty ? "" : " và \(approval.annexHashes.count) phụ lục"
      return Notice(
        .changed,
        "\(approval.personName), \(approval.title), \(approval.capacity.label.lowercased()), duyệt bản \(approval.versionNumber)\(annexes) lúc \(approval.at.text). SHA-256: \(approval.mainHash.text)",
        word: "Đã ký"
      ).html
    }
    guard let voided = approvals.last else { return .empty }
    return Notice(
      .caution,
      "Phê duyệt của \(voided.personName) cho bản \(voided.versionNumber) không còn hiệu lực: \(voided.voidReason)"
    ).html
  }

  private var metadata: DefinitionList {
    let facts = draft.facts
    func names(_ isInformed: Bool) -> String {
      facts.recipients.filter { $0.isInformed == isInformed }.map(\.name).joined(separator: "; ")
    }
    return DefinitionList([
      .init("Loại văn bản", text: facts.type?.name ?? ""), .init("Độ khẩn", text: facts.urgency.label),
      .init("Người ký dự kiến", text: facts.signerName), .init("Tư cách ký", text: facts.capacity.label),
      .init("Nơi nhận", text: names(false)), .init("Để biết", text: names(true)),
      .init("Hạn trả lời", text: facts.replyDue?.textWithWeekday ?? ""),
      .init("Giao soạn thảo", text: "\(draft.assignerName), \(draft.assignedAt.text)"),
      .init("Xem được vì", text: reasons.joined(separator: "; ")),
    ])
  }
}

extension StateMark {
  /// How far a draft is.
  init(_ progress: DraftProgress) {
    switch progress {
    case .signed, .numbered, .issued: self.init(progress.label, .done)
    case .returned, .withdrawn: self.init(progress.label, .look)
    case .cancelled: self.init(progress.label, .wrong)
    default: self.init(progress.label, .plain)
    }
  }
}
