import Exchange
import Kernel
import Markup
import Work

/// Relations and replies on the page of a document.
extension OutgoingDocumentScreen {
  func fillRelations(_ page: inout OutgoingDocumentPage, _ seal: FormSeal) {
    let mayUndo = OutgoingDocumentAccess.may(.relate, document, actor)
    page.relations.lines = relations.map { relation in
      let isNewer = relation.newer.document == document.id.number
      let other = isNewer ? relation.older : relation.newer
      return RelationBlock.Line(
        label: isNewer ? relation.kind.label : relation.kind.passive, text: other.text,
        path: OutgoingDocumentPaths.show(.init(other.document)),
        note: relation.inForceSince == nil ? "chưa có hiệu lực: văn bản sau chưa phát hành hoặc đã thu hồi" : "",
        undo: mayUndo ? undoDialog(relation, seal) : nil)
    }
    page.superseded = zip(relations, page.relations.lines).filter {
      $0.0.older.document == document.id.number && $0.0.inForceSince != nil
    }.map(\.1)
  }

  private func undoDialog(_ relation: DocumentRelation, _ seal: FormSeal) -> Dialog {
    let reason = Field(
      "Lý do bỏ", name: RelationField.reason, required: true, lengthMax: 500, id: "bo-quan-he-\(relation.id)")
    return Dialog(
      id: "hop-bo-quan-he-\(relation.id)", title: "Bỏ quan hệ với văn bản kia?",
      content: ActForm(
        action: OutgoingDocumentPaths.act(document.id, .unrelate), seal: seal,
        content: """
          <input type="hidden" name="\(RelationField.relation)" value="\(relation.id)">\(reason.html)\
          \(Button("Bỏ quan hệ", style: .grave).html)
          """
      ).html)
  }

  func replyBlock(_ seal: FormSeal) -> ReplyBlock? {
    guard let due = replies.first?.dueOn else { return nil }
    let mayPair = may(.pairReply)
    return ReplyBlock(
      due: due.textWithWeekday, lines: replies.map { line($0, mayPair, seal) },
      answered: replies.filter { $0.answer != nil }.count)
  }

  private func line(_ request: ReplyRequest, _ mayPair: Bool, _ seal: FormSeal) -> ReplyBlock.Line {
    guard let answer = request.answer else {
      let urged = request.urgedAt.map { "đã đôn đốc \(request.urgedCount) lần, gần nhất \($0.text)" }
      let said = [holder(request).map { "đang ở \($0)" }, urged].compactMap(\.self).joined(separator: "; ")
      if request.isWithdrawn {
        return .init(name: request.name, state: StateMark("Không còn chờ"), line: "văn bản đã thu hồi")
      }
      let isLate = request.isLate(today: today)
      return .init(
        name: request.name,
        state: StateMark(isLate ? "Chưa trả lời, quá hạn" : "Chưa trả lời", isLate ? .wrong : .look),
        line: said)
    }
    let isLate = request.isLate(today: today)
    if answer.isData {
      return .init(
        name: request.name,
        state: StateMark(isLate ? "Đã gửi số liệu, muộn" : "Đã gửi số liệu", isLate ? .look : .done),
        line: "\(answer.text); \(answer.pairedBy), \(answer.at.text)")
    }
    let by = answer.pairing == .hand ? "\(answer.pairedBy) ghi" : answer.pairing.label
    var line = ReplyBlock.Line(
      name: request.name, state: StateMark(isLate ? "Đã trả lời, muộn" : "Đã trả lời", isLate ? .look : .done),
      line: "\(answer.text); \(by), \(answer.at.text)", answerPath: answerPaths[request.recipient])
    if mayPair {
      let hidden: HTML = "<input type=\"hidden\" name=\"\(ReplyField.recipient)\" value=\"\(request.recipient)\">"
      line.unpair = ActForm(
        action: OutgoingDocumentPaths.act(document.id, .unpairReply), seal: seal, className: "act act-one",
        content: "\(hidden)\(Button("Bỏ ghép", style: .quiet).html)")
    }
    return line
  }

  /// Who has it at a unit of the agency; nil for places elsewhere.
  private func holder(_ request: ReplyRequest) -> String? {
    recipients.first { $0.id.number == request.recipient }?.unit
      .flatMap { UnitWork(of: $0, in: unitWork.items) }?.holder?.holderName
  }

  /// What is still open, for the acts.
  var unanswered: [ReplyRequest] { replies.filter(\.isOpen) }

  /// Of those, who can be told in the System.
  var urgeable: [ReplyRequest] {
    unanswered.filter { request in
      recipients.contains { $0.id.number == request.recipient && $0.way == .inside }
    }
  }

  func relateDialog(_ seal: FormSeal) -> Dialog {
    let field = RelationField.self
    return dialog(
      .relate, "Quan hệ của \(document.codeText) với văn bản trước",
      "<p>Thay thế, sửa đổi bằng văn bản cùng loại; đính chính bằng công văn. Có hiệu lực từ khi văn bản này phát hành.</p>",
      [
        Field(
          "Văn bản này", name: field.kind,
          kind: .select(DocumentRelation.Kind.allCases.map { .init($0.rawValue, $0.label) }),
          id: "quan-he-loai"),
        Field(
          "Số, ký hiệu văn bản trước", name: field.olderCode, hint: "Ví dụ 12/QĐ-TCĐC.", required: true,
          focus: input(of: .relate).isRefused, lengthMax: 60, id: "quan-he-so"),
        Field("Ban hành năm", name: field.year, value: String(today.year), kind: .number, id: "quan-he-nam"),
      ], Button("Ghi quan hệ", style: .primary), seal)
  }

  func pairDialog(_ seal: FormSeal) -> Dialog {
    let field = ReplyField.self
    return dialog(
      .pairReply, "Ghi trả lời", .empty,
      [
        Field(
          "Nơi đã trả lời", name: field.recipient,
          kind: .select(unanswered.map { .init(String($0.recipient), $0.name) }), required: true, id: "tra-loi-noi"),
        Field(
          "Văn bản trả lời", name: field.text, hint: "Số, ký hiệu, số đến; hoặc cách trả lời.", required: true,
          focus: input(of: .pairReply).isRefused, lengthMax: 200, id: "tra-loi-van-ban"),
      ], Button("Ghi trả lời", style: .primary), seal)
  }
}
