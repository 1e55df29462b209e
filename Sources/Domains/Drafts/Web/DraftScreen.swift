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
  /// The file of it in the middle.
  let shownFile: DraftFile?
  let approvals: [DraftApproval]
  let origin: RecordSummary?
  let story: [StoryLine]
  let reasons: [String]
  let formCheck: DraftFormCheck?
  let power: FormFinding?
  /// The newest version that the reader had seen before this one; nil for none.
  let seen: DraftSeen?
  let concerns: DraftConcerns
  /// The document that it became.
  var became: [RelatedRecord] = []

  /// - Parameters:
  ///   - number: the version to show; nil for the newest.
  ///   - file: an annex of it to show; nil for the draft itself.
  static func read(
    _ id: Draft.ID, showing number: Int?, file: DraftFile.ID?, directory: RecordDirectory, by actor: Actor,
    in transaction: any Transaction
  ) throws -> DraftScreen {
    let standing = try DraftStanding(id, by: actor, in: transaction)
    let draft = standing.draft
    let versions = try DraftVersionStore(transaction).list(of: id)
    let shown = versions.first { $0.number == number } ?? versions.last
    let origin = try draft.origin.flatMap { origin in
      try directory.summaries(of: [origin.record], visibleTo: actor, in: transaction)[origin.record]
    }
    return DraftScreen(
      draft: draft, standing: standing, versions: versions,
      shown: shown, shownFile: shown?.files.first { $0.id == file } ?? shown?.main,
      approvals: try DraftApprovalStore(transaction).list(of: id), origin: origin,
      story: try AuditStore(transaction).story(of: .draft(id)),
      reasons: try Access.reasons(for: .draft(id), actor: actor, in: transaction),
      formCheck: try versions.last?.main.flatMap { try DraftFormCheckStore(transaction).find($0.id) },
      power: draft.isOver
        ? nil : try SigningPowerStore(transaction).finding(against: draft.facts, on: transaction.now.day),
      seen: try DraftReaderStore(transaction).find(id, by: actor.post),
      concerns: try DraftConcerns(standing, versions, in: transaction))
  }

  /// Whether something of the reader's waits to be opened for the first time.
  var isUnopened: Bool {
    standing.items.contains { $0.isOpen && $0.openedAt == nil && $0.isHeld(by: standing.actor) }
  }

  /// Whether this reader has not seen the newest version yet.
  var isUnseen: Bool { (seen?.seen ?? 0) < draft.latestVersion }

  /// The version that the reader saw last, before the newest; nil when there is nothing between.
  var seenBefore: Int? {
    let before = isUnseen ? seen?.seen ?? 0 : seen?.before ?? 0
    return (1..<max(1, draft.latestVersion)).contains(before) ? before : nil
  }

  func page(seal: FormSeal) -> DraftPage {
    let main = shownFile
    var page = DraftPage(
      typeName: draft.facts.type?.name ?? "", unit: draft.unitName, drafter: draft.drafterName,
      subject: draft.facts.subject, urgency: UrgencyMark(draft.facts.urgency), state: StateMark(draft.progress),
      viewer: PageViewer(
        name: (main?.position ?? 1) > 1 ? "Phụ lục \(main?.name ?? "")" : "Dự thảo \(draft.facts.subject)",
        images: main?.images ?? [], emptyLine: "Chưa có tệp dự thảo."), versions: versions.reversed().map(version),
      stations: stations,
      story: Story(story.map { Story.Line($0) }), metadata: metadata, seal: seal.at(version: draft.version))
    page.notice = notice
    if let shown, versions.count > 1 { page.shownLine = "Đang xem bản \(shown.number) trên \(versions.count) bản." }
    if let main, main.position > 1 { page.shownLine = "Đang xem phụ lục «\(main.name)» của bản \(shown?.number ?? 0)." }
    page.concerns = concerns.html
    page.form = formPart(seal: seal)
    page.origin = origin.map { ("\($0.kindLabel) \($0.notation): \($0.subject)", $0.path) }
    page.became = became.map { .init($0.relation, label: $0.label, state: $0.stateLabel, path: $0.path) }
    fill(&page)
    return page
  }

  /// What the form check says, while something can still be done about it.
  private func formPart(seal: FormSeal) -> HTML {
    guard !draft.isOver, draft.progress != .signed, let file = versions.last?.main else { return .empty }
    guard formCheck != nil || file.kind == .docx else { return .empty }
    var part = DraftFormPart(
      formCheck, power: power, of: draft, isMended: standing.isDrafter && standing.isInHand || standing.signs,
      isJudged: standing.judgesForm)
    if formCheck == nil {
      part.ask =
        ActForm(
          action: DraftPaths.act(draft.id, .checkForm), seal: seal, button: Button("Kiểm tra thể thức bản này")
        ).html
    }
    return part.html
  }

  private func version(_ version: DraftVersion) -> DraftPage.Version {
    DraftPage.Version(
      label: "Bản \(version.number)" + (version.isEdit ? " (sửa khi duyệt)" : ""),
      line: "\(version.authorName), \(version.madeAt.text)",
      purpose: version.template.isEmpty ? version.purpose : "Soạn từ \(version.template)",
      path: version.id == shown?.id ? nil : DraftPaths.version(draft.id, version.number),
      differencePath: version.number > 1
        ? DraftPaths.difference(draft.id, version.number - 1, version.number) : nil,
      files: version.files.map { file in
        DraftPage.File(
          name: file.name,
          line: (file.position == 1 ? "" : "phụ lục, ") + "\((file.bytes + 1023) / 1024) KB"
            + ((file.pageCount ?? 0) > 0 ? "" : ", chỉ tải về, không xem ở đây được"),
          remark: file.remark,
          path: DraftPaths.file(file.id),
          pdfPath: (file.pageCount ?? 0) > 0 && file.kind != .pdf ? DraftPaths.pdf(file.id) : nil,
          viewPath: (file.pageCount ?? 0) > 0 && file.id != shownFile?.id
            ? DraftPaths.view(file, of: version.number) : nil)
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
        return "\(check.name) \(check.found) bản \(check.versionNumber), \(check.at.text)\(note)"
      }
      if here == step.position, let item = standing.station?.item {
        lines.append(item.openedAt.map { "\(item.openedBy ?? "") mở \($0.text)" } ?? "chưa mở")
      }
      let passed = standing.standingChecks.contains { $0.position == step.position }
      let state =
        here == step.position
        ? StateMark("Đang ở đây", .look)
        : passed ? StateMark(step.kind.passedLabel, .done) : StateMark("Chưa đến", .plain)
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
        "\(approval.personName), \(approval.title), \(approval.capacity.inSentence), duyệt bản \(approval.versionNumber)\(annexes) lúc \(approval.at.text). SHA-256: \(approval.mainHash.text)",
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
    return DefinitionList([
      .init("Loại văn bản", text: facts.type?.name ?? ""), .init("Độ khẩn", text: facts.urgency.label),
      .init("Người ký dự kiến", text: facts.signerName), .init("Tư cách ký", text: facts.capacity.label),
      .init("Nơi nhận", text: facts.recipients.names(informed: false).joined(separator: "; ")),
      .init("Để biết", text: facts.recipients.names(informed: true).joined(separator: "; ")),
      .init("Hạn trả lời", text: facts.replyDue?.textWithWeekday ?? ""),
      .init("Số lượng bản", text: facts.copies.map(String.init)),
      .init("Giao soạn thảo", text: "\(draft.assignerName), \(draft.assignedAt.text)"),
      .init("Vì sao xem được", WhoSees.shown(reasons, of: .draft(draft.id), draft.answering, to: standing.actor)),
    ])
  }
}

extension StateMark {
  /// How far a draft is.
  package init(_ progress: DraftProgress) {
    switch progress {
    case .signed, .numbered, .issued: self.init(progress.label, .done)
    case .returned, .withdrawn: self.init(progress.label, .look)
    case .cancelled, .recalled: self.init(progress.label, .wrong)
    default: self.init(progress.label, .plain)
    }
  }
}
