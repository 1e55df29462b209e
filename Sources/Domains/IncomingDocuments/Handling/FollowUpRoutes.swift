import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp
import Work

/// HTTP of what happens while work goes on: notes, opinions, deadlines, handing over, urging, results, filing.
extension HandlingRoutes {
  func addFollowUp(to routes: RouterGroup<WebContext>) {
    add(.note, to: routes) { document, item, form, files, actor, transaction in
      try NoteWork(
        item, on: document, kind: WorkNote.Kind(rawValue: form[HandlingField.noteKind]) ?? .progress,
        text: form[HandlingField.text], files: files
      ).perform(by: actor, in: transaction)
      return "Đã ghi vào diễn biến; người giao thấy ngay."
    }
    add(.askOpinion, to: routes) { document, item, form, _, actor, transaction in
      let asked = try AskOpinion(
        item, on: document, question: form[HandlingField.text], holders: HandlingForm.ticked(form),
        due: HandlingForm.day(form, today: transaction.now.day)
      ).perform(by: actor, in: transaction)
      return "Đã xin ý kiến \(asked)."
    }
    add(.giveOpinion, to: routes) { document, item, form, files, actor, transaction in
      try GiveOpinion(
        item, on: document, stance: GiveOpinion.Stance(rawValue: form[HandlingField.stance]),
        text: form[HandlingField.text], files: files
      ).perform(by: actor, in: transaction)
      return "Đã gửi ý kiến; người hỏi thấy ngay."
    }
    let replies = replies
    add(.complete, to: routes) { document, item, form, files, actor, transaction in
      try CompleteWork(
        item, on: document, as: WorkItem.Result(rawValue: form[HandlingField.resultKind]) ?? .report,
        result: form[HandlingField.result], replyCode: form[HandlingField.replyCode],
        noReplyReason: form[HandlingField.noReplyReason], files: files
      ).finding(replies, by: actor, in: transaction).perform(by: actor, in: transaction)
      return "Đã ghi kết quả và hoàn thành việc."
    }
    add(.linkReply, to: routes) { document, item, form, _, actor, transaction in
      try LinkReply(item, on: document, replyCode: form[HandlingField.replyCode])
        .finding(replies, by: actor, in: transaction).perform(by: actor, in: transaction)
      return "Đã ghi văn bản trả lời \(form[HandlingField.replyCode])."
    }
    addDeadlines(to: routes)
    addReassigning(to: routes)
    routes.get("van-ban-den/:id/luu-ho-so") { _, context in try await show(context) { try $0.filing() } }
    routes.post("van-ban-den/:id/luu-ho-so", use: file)
    routes.post("van-ban-den/:id/theo-doi", use: follow)
  }

  private func addDeadlines(to routes: RouterGroup<WebContext>) {
    add(.askExtension, to: routes) { document, item, form, _, actor, transaction in
      try AskExtension(
        item, on: document, due: HandlingForm.day(form, today: transaction.now.day), reason: form[HandlingField.reason]
      ).perform(by: actor, in: transaction)
      return "Đã gửi xin gia hạn; hạn cũ giữ nguyên đến khi được đồng ý."
    }
    add(.decideExtension, to: routes) { document, item, form, _, actor, transaction in
      let isGranted = form[HandlingField.grants] == "1"
      let due = isGranted ? try HandlingForm.day(form, today: transaction.now.day) : nil
      if isGranted, due == nil {
        throw Refusal(.invalid, "Hãy ghi hạn mới.", field: HandlingField.due)
      }
      return try DecideExtension(item, on: document, due: due, reason: form[HandlingField.reason])
        .perform(by: actor, in: transaction)
    }
    add(.setDeadline, to: routes) { document, item, form, _, actor, transaction in
      try SetDeadline(
        item, on: document, due: HandlingForm.day(form, today: transaction.now.day), reason: form[HandlingField.reason]
      ).perform(by: actor, in: transaction)
      return "Đã đổi hạn; hạn cũ còn trong diễn biến."
    }
  }

  private func addReassigning(to routes: RouterGroup<WebContext>) {
    add(.replaceLead, to: routes) { document, item, form, _, actor, transaction in
      let name = try ReplaceLead(
        item, on: document, by: HolderChoice(form[HandlingField.places]), reason: form[HandlingField.reason]
      ).perform(by: actor, in: transaction)
      return "Đã đổi chủ trì sang \(name)."
    }
    add(.handOver, to: routes) { document, item, form, _, actor, transaction in
      let name = try HandOverWork(
        item, on: document, to: PostID(form[HandlingField.places]), reason: form[HandlingField.reason]
      ).perform(by: actor, in: transaction)
      return "Đã bàn giao cho \(name)."
    }
    add(.urge, to: routes) { document, item, form, _, actor, transaction in
      let urging = try UrgeWork(
        item, on: document, level: WorkUrging.Level(rawValue: form[HandlingField.level]) ?? .remind,
        text: form[HandlingField.text]
      ).perform(by: actor, in: transaction)
      return "Đã đôn đốc lần \(urging.ordinal) (\(urging.level.label.lowercased())); người giữ thấy ngay."
    }
  }

  private typealias FollowUp =
    @Sendable (
      IncomingDocument.ID, WorkItem.ID, Form, HandlingFiles, Actor, any Transaction
    ) throws -> String

  /// One act on a piece of work: its screen, and what its form does.
  private func add(
    _ act: IncomingDocumentPaths.WorkAct, to routes: RouterGroup<WebContext>, _ perform: @escaping FollowUp
  ) {
    let path = RouterPath("van-ban-den/:id/viec/:item/\(act.rawValue)")
    routes.get(path) { _, context in
      let item: WorkItem.ID = try context.requireID("item")
      return try await show(context) { try $0.followUp(act, item) }
    }
    routes.post(path) { request, context in
      let id: IncomingDocument.ID = try context.requireID("id")
      let item: WorkItem.ID = try context.requireID("item")
      return try await self.act(
        request, context, { try $0.followUp(act, item) }, isSending: act.isSending,
        { try perform(id, item, $0, $1, $2, $3) })
    }
  }

  @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
    let id: IncomingDocument.ID = try context.requireID("id")
    return try await act(context, { try $0.filing() }) { form, actor, transaction in
      let code = form[HandlingField.dossier]
      try FileIncomingDocument(id, dossierCode: code).perform(by: actor, in: transaction)
      return code.isEmpty ? "Đã lưu hồ sơ." : "Đã lưu hồ sơ \(code)."
    }
  }

  @Sendable private func follow(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let follows = context.form[HandlingField.follows] == "1"
    try await site.database.write { try FollowDocument(id, follows: follows).perform(by: actor, in: $0) }
    return context.redirect(
      to: IncomingDocumentPaths.show(id),
      notice: follows
        ? "Đang theo dõi văn bản này; xem ở «Văn bản đến», lọc «Tôi theo dõi»." : "Thôi theo dõi văn bản này.")
  }
}
