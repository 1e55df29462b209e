import Database
import Documents
import Kernel
import Markup
import Organization
import WebApp
import Work

/// Screens of what happens while work goes on: notes, opinions, deadlines, handing over, urging, results.
extension HandlingScreen {
  func followUp(_ act: IncomingDocumentPaths.WorkAct, _ id: WorkItem.ID) throws -> HandlingPage {
    switch act {
    case .complete: try completion(id)
    case .note: try note(id)
    case .askOpinion: try opinionAsked(id)
    case .giveOpinion: try opinionGiven(id)
    case .askExtension: try extensionAsked(id)
    case .decideExtension: try extensionDecided(id)
    case .setDeadline: try deadline(id)
    case .replaceLead: try lead(id)
    case .handOver: try handOver(id)
    case .urge: try urging(id)
    case .linkReply: try reply(id)
    case .recall, .reopen, .giveBack, .accept, .assign: try reasoned(act, id)
    }
  }

  private func completion(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try held(id)
    var page = try page(
      "Hoàn thành", "Kết quả ghi vào diễn biến; người giao thấy ngay.", act: .complete, id, label: "Hoàn thành")
    let kinds = WorkItem.Result.allCases.map { Field.Choice($0.rawValue, $0.label) }
    page.fields = [
      Field(
        "Kết quả giải quyết", name: HandlingField.result, kind: .area(rows: 4), required: held.role != .inform,
        focus: true, lengthMax: HandlingAccess.textLengthMax),
      Field(
        "Loại kết quả", name: HandlingField.resultKind,
        value: (held.needsReply ? WorkItem.Result.reply : .report).rawValue, kind: .select(kinds), width: .half),
      Field(
        "Số, ký hiệu văn bản trả lời", name: HandlingField.replyCode,
        value: (held.reply ?? CompleteWork.replyBelow(held, items))?.code ?? "",
        hint: held.needsReply ? "Việc này cần văn bản trả lời." : "Có thể ghi sau, khi đã phát hành.",
        lengthMax: CompleteWork.replyCodeLengthMax, width: .half),
    ]
    if held.needsReply {
      page.fields.append(
        Field(
          "Lý do chưa có văn bản trả lời", name: HandlingField.noReplyReason,
          lengthMax: HandlingAccess.reasonLengthMax))
    }
    page.fields += files("Tệp kết quả")
    page.carriesFiles = true
    page.obstacles = CompleteWork.obstacles(held, items).map(\.message)
    let silent = items.filter { $0.parent == held.id && $0.isOpen && $0.kind == .opinionIncoming }.map(\.holderName)
    if !silent.isEmpty {
      page.explanation += " Chưa cho ý kiến: \(silent.joined(separator: ", ")); hoàn thành thì không chờ nữa."
    }
    return page
  }

  private func note(_ id: WorkItem.ID) throws -> HandlingPage {
    if let refusal = NoteWork.obstacle(try held(id)) { throw refusal }
    var page = try page(
      "Ghi tiến độ", "Người giao và mọi người xem được văn bản này đều thấy.", act: .note, id, label: "Ghi lại")
    page.fields = [
      Field(
        "Loại", name: HandlingField.noteKind, value: WorkNote.Kind.progress.rawValue,
        kind: .select(WorkNote.Kind.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
      Field(
        "Nội dung", name: HandlingField.text, kind: .area(rows: 4), required: true, focus: true,
        lengthMax: HandlingAccess.textLengthMax),
    ]
    page.fields += files("Tệp kèm theo")
    page.carriesFiles = true
    return page
  }

  private func opinionAsked(_ id: WorkItem.ID) throws -> HandlingPage {
    if let refusal = NoteWork.obstacle(try held(id)) { throw refusal }
    var page = try page(
      "Xin ý kiến", "Việc vẫn do anh/chị giữ. Nơi được hỏi thấy trong «Việc của tôi»; quá hạn mà im lặng thì ghi rõ.",
      act: .askOpinion, id, label: "Gửi xin ý kiến")
    page.fields = [
      Field(
        "Nội dung xin ý kiến", name: HandlingField.text, kind: .area(rows: 3), required: true, focus: true,
        lengthMax: HandlingAccess.textLengthMax),
      Field("Trả lời trước hết ngày", name: HandlingField.due, kind: .day, width: .third),
    ]
    page.placesTitle = "Xin ý kiến của"
    page.roles = [.init("1", "xin ý kiến")]
    page.places = try places()
    return page
  }

  private func opinionGiven(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try held(id)
    var page = try page(
      "Cho ý kiến", "\(held.giverName) hỏi: «\(held.instruction)»", act: .giveOpinion, id, label: "Gửi ý kiến")
    page.fields = [
      Field(
        "Ý kiến", name: HandlingField.stance,
        kind: .select(
          [.init("", "chọn một ý kiến")] + GiveOpinion.Stance.allCases.map { .init($0.rawValue, $0.label) }),
        required: true, width: .half),
      Field(
        "Nội dung", name: HandlingField.text, kind: .area(rows: 4), focus: true,
        lengthMax: HandlingAccess.textLengthMax),
    ]
    page.fields += files("Tệp kèm theo")
    page.carriesFiles = true
    return page
  }

  private func extensionAsked(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try held(id)
    var page = try page(
      "Xin gia hạn", "Gửi \(held.giverName), người đặt hạn. Hạn cũ giữ nguyên đến khi được đồng ý.",
      act: .askExtension, id, label: "Gửi xin gia hạn")
    page.fields = [
      Field(
        "Xin gia hạn đến hết ngày", name: HandlingField.due, kind: .day,
        hint: held.dueAt.map { "Hạn đang có: \($0.lastDay.textWithWeekday)." }, required: true, focus: true,
        width: .third), reason,
    ]
    page.obstacles = AskExtension.obstacles(held).map(\.message)
    return page
  }

  private func extensionDecided(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try held(id)
    guard let work = items.first(where: { $0.id == held.parent }),
      let asked = try DeadlineStore(transaction).extensions(of: .incomingDocument(document.id))
        .first(where: { $0.request == id })
    else { throw Refusal(.notFound, "Không tìm thấy việc xin gia hạn này.") }
    var page = try page(
      "Trả lời xin gia hạn",
      "\(work.holderName), hạn đang có \(work.dueAt?.lastDay.textWithWeekday ?? "không"): «\(held.instruction)»",
      act: .decideExtension, id, label: "Trả lời")
    page.fields = [
      Field(
        "Quyết định", name: HandlingField.grants, value: "1",
        kind: .select([.init("1", "Đồng ý gia hạn"), .init("0", "Không gia hạn")]), width: .half),
      Field(
        "Đến hết ngày", name: HandlingField.due, value: asked.wantedDue.lastDay.text, kind: .day, focus: true,
        width: .third),
      Field(
        "Lý do", name: HandlingField.reason, kind: .area(rows: 2), hint: "Bắt buộc khi không gia hạn.",
        lengthMax: HandlingAccess.reasonLengthMax),
    ]
    return page
  }

  private func deadline(_ id: WorkItem.ID) throws -> HandlingPage {
    let given = try items.governed(id, by: actor)
    if let refusal = SetDeadline.obstacle(given) { throw refusal }
    var page = try page(
      "Đổi hạn của \(given.holderName)",
      "Hạn cũ và lý do còn trong diễn biến; để trống là bỏ hạn.", act: .setDeadline, id, label: "Đổi hạn")
    page.fields = [
      Field(
        "Hạn mới", name: HandlingField.due, value: given.dueAt?.lastDay.text ?? "", kind: .day, focus: true,
        width: .third), reason,
    ]
    return page
  }

  private func lead(_ id: WorkItem.ID) throws -> HandlingPage {
    let given = try items.governed(id, by: actor)
    guard given.role == .lead else { throw ReplaceLead.notLead(given) }
    let readers = Work.branch(of: given, in: items).filter(\.isOpen).compactMap(\.openedBy)
    var page = try page(
      "Đổi chủ trì, thay \(given.holderName)",
      "Việc của \(given.holderName) được thu hồi kèm lý do\(readers.isEmpty ? "" : " (đã mở: \(readers.joined(separator: ", ")))"); nơi mới nhận đúng ý kiến và hạn đó.",
      act: .replaceLead, id, label: "Đổi chủ trì")
    let above = items.first { $0.id == given.parent }
    let choices =
      above.map { $0.role != .decide } == true
      ? try OrganizationStore(transaction).posts(in: actor.unit).map(place) : try places()
    page.fields = [
      Field(
        "Nơi chủ trì mới", name: HandlingField.places,
        kind: .select([.init("", "chọn đơn vị hoặc cá nhân")] + choices.map { .init($0.key, $0.label) }),
        required: true), reason,
    ]
    return page
  }

  private func handOver(_ id: WorkItem.ID) throws -> HandlingPage {
    let held = try items.find(id)
    if let refusal = HandOverWork.obstacle(held, for: actor) { throw refusal }
    guard held.isOpen else { throw held.ended }
    var page = try page(
      "Bàn giao việc của \(held.holderName)", "Người nhận giữ nguyên vai trò, hạn và ý kiến giao.", act: .handOver, id,
      label: "Bàn giao")
    let posts = try OrganizationStore(transaction).posts(of: document.agency)
      .filter { HandOverWork.suits($0, held) && held.holder != .post($0.id) }
    page.fields = [
      Field(
        "Người nhận", name: HandlingField.places,
        kind: .select(
          [.init("", "chọn người nhận")] + posts.map { .init($0.id.description, "\($0.personName), \($0.label)") }),
        required: true), reason,
    ]
    return page
  }

  private func urging(_ id: WorkItem.ID) throws -> HandlingPage {
    let item = try items.find(id)
    if let refusal = UrgeWork.obstacle(item, items, for: actor) { throw refusal }
    let before = try WorkUrgingStore(transaction).list(of: .incomingDocument(document.id))
      .filter { $0.item == id }
    var page = try page(
      "Đôn đốc \(item.holderName)",
      before.last.map {
        "Đã đôn đốc \($0.ordinal) lần; lần gần nhất \($0.urgedAt.text): \($0.level.label.lowercased())."
      }
        ?? "Chưa đôn đốc lần nào.", act: .urge, id, label: "Đôn đốc")
    page.fields = [
      Field(
        "Mức", name: HandlingField.level, value: WorkUrging.Level.remind.rawValue,
        kind: .select(WorkUrging.Level.allCases.map { .init($0.rawValue, $0.label) }), width: .half),
      Field(
        "Lời nhắn", name: HandlingField.text, kind: .area(rows: 2), focus: true,
        lengthMax: HandlingAccess.reasonLengthMax),
    ]
    return page
  }

  private func reply(_ id: WorkItem.ID) throws -> HandlingPage {
    if let refusal = LinkReply.obstacle(try items.find(id), for: actor) { throw refusal }
    var page = try page(
      "Ghi văn bản trả lời", "Số, ký hiệu vào sổ theo dõi giải quyết văn bản đến.", act: .linkReply, id,
      label: "Ghi lại")
    page.fields = [
      Field(
        "Số, ký hiệu văn bản trả lời", name: HandlingField.replyCode, required: true, focus: true,
        lengthMax: CompleteWork.replyCodeLengthMax, width: .half)
    ]
    return page
  }

  /// What files the document away needs.
  func filing() throws -> HandlingPage {
    if let refusal = FileIncomingDocument.obstacle(document, items, for: actor) { throw refusal }
    var page = try page(
      "Lưu hồ sơ",
      document.progress == .registered
        ? "Văn bản chưa giao ai; lưu là xác nhận không cần giải quyết." : "Văn bản đã giải quyết xong.",
      action: IncomingDocumentPaths.filing(document.id), label: "Lưu hồ sơ")
    page.fields = [
      Field(
        "Số và ký hiệu hồ sơ", name: HandlingField.dossier, hint: "Để trống nếu lưu theo thứ tự của văn thư.",
        focus: true, lengthMax: FileIncomingDocument.codeLengthMax, width: .half)
    ]
    return page
  }

  private func page(
    _ title: String, _ explanation: String, act: IncomingDocumentPaths.WorkAct, _ id: WorkItem.ID, label: String
  ) throws -> HandlingPage {
    try page(title, explanation, action: IncomingDocumentPaths.work(id, act, on: document.id), label: label)
  }

  private func files(_ label: String) -> [Field] {
    [
      Field(
        label, name: HandlingField.files, kind: .file(accept: AcceptedFiles.attachments, multiple: true),
        hint: "Không bắt buộc."),
      Field(Secrecy.vouchLabel, name: RegistrationField.vouchedOpen, kind: .checkbox),
    ]
  }
}
