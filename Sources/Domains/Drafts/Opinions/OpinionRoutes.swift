import Audit
import Database
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Papers
import WebApp
import Work

/// HTTP of opinions and of the slip: asked, given, extended, shown in one table, printed.
extension DraftRoutes {
  func addOpinions(to routes: RouterGroup<WebContext>) {
    routes.get("du-thao/:id/y-kien", use: opinions)
    routes.get("du-thao/:id/y-kien/in") { _, context in
      try await printed(context, "tong-hop-y-kien") { try $0.opinionTable(systemName: $1).printedForm }
    }
    routes.get("du-thao/:id/phieu-trinh", use: slip)
    routes.get("du-thao/:id/phieu-trinh/in") { _, context in
      try await printed(context, "phieu-trinh") { try $0.slip(systemName: $1).printedForm }
    }
    pair("y-kien/hoi", to: routes, { _ in { try $0.askOpinions() } }) { _ in
      { id, form, actor, transaction in
        let today = transaction.now.day
        let names = try AskDraftOpinions(id, form, today: today).perform(by: actor, in: transaction)
        let remark = try DraftDayOff.remark(
          DraftForm.day(form, DraftField.due, today: today), of: actor.agency, in: transaction)
        return "Đã gửi lấy ý kiến \(names.joined(separator: "; ")).\(remark)"
      }
    }
    pair(
      "y-kien/:item/gop-y", to: routes,
      { context in
        let item: WorkItem.ID = try context.requireID("item")
        return { try $0.giveOpinion(item) }
      }
    ) { context in
      let item: WorkItem.ID = try context.requireID("item")
      return { id, form, actor, transaction in
        try GiveDraftOpinion(item, on: id, form).perform(by: actor, in: transaction)
        return "Đã gửi ý kiến; người hỏi thấy ngay trong bảng tổng hợp."
      }
    }
    pair(
      "y-kien/:item/gia-han", to: routes,
      { context in
        let item: WorkItem.ID = try context.requireID("item")
        return { try $0.extendOpinion(item) }
      }
    ) { context in
      let item: WorkItem.ID = try context.requireID("item")
      return { id, form, actor, transaction in
        guard let due = try DraftForm.day(form, DraftField.due, today: transaction.now.day) else {
          throw Refusal(.invalid, "Hãy ghi hạn mới.", field: DraftField.due)
        }
        try ExtendDraftOpinion(item, on: id, until: due, reason: form[DraftField.reason])
          .perform(by: actor, in: transaction)
        return try "Đã gia hạn đến \(due.text); nơi được hỏi được báo."
          + DraftDayOff.remark(due, of: actor.agency, in: transaction)
      }
    }
  }

  private func gathered<Made: Sendable>(
    _ context: WebContext, _ make: @escaping @Sendable (DraftActScreen, String) throws -> Made
  ) async throws -> Made {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let (seal, systemName, directory) = (context.seal(), site.systemName, directory)
    return try await site.database.read { transaction in
      var screen = try DraftActScreen(id, input: FormInput(), seal: seal, by: actor, in: transaction)
      screen.directory = directory
      return try make(screen, systemName)
    }
  }

  @Sendable private func opinions(_ request: Request, _ context: WebContext) async throws -> Response {
    let page = try await gathered(context) { try $0.opinionTable(systemName: $1) }
    return context.page(
      Page(title: OpinionTablePage.title, room: .drafts, main: page.html, keys: OpinionTablePage.keys))
  }

  @Sendable private func slip(_ request: Request, _ context: WebContext) async throws -> Response {
    let page = try await gathered(context) { try $0.slip(systemName: $1) }
    return context.page(
      Page(title: SubmissionSlipPage.title, room: .drafts, main: page.html, keys: SubmissionSlipPage.keys))
  }

  /// Taking it along is written down before the bytes go.
  private func printed(
    _ context: WebContext, _ name: String,
    _ make: @escaping @Sendable (DraftActScreen, String) throws -> PrintedForm
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: Draft.ID = try context.requireID("id")
    let form = try await gathered(context, make)
    let runner = desk.runner
    let bytes = try await runner.withFolder { folder in
      let target = folder.appending(path: "form.pdf")
      try await OfficeConversion(runner: runner).write(form, as: .pdf, to: target)
      return [UInt8](try Data(contentsOf: target))
    }
    try await site.database.write {
      try Audit.record(.draftFormPrinted(form.title), on: .draft(id), by: actor, in: $0)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/pdf", .cacheControl: "private, no-store",
        .contentDisposition: "inline; filename=\"\(name).pdf\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension AskDraftOpinions {
  /// As sent: a box for each place.
  init(_ id: Draft.ID, _ form: Form, today: Day) throws {
    let prefix = "\(DraftField.next)-"
    guard let due = try DraftForm.day(form, DraftField.due, today: today) else {
      throw Refusal(.invalid, "Hãy ghi hạn trả lời.", field: DraftField.due)
    }
    self.init(
      id,
      of: form.fields.compactMap { name, value in
        name.hasPrefix(prefix) && value == "1" ? DraftPlace(String(name.dropFirst(prefix.count))) : nil
      }, question: form[DraftField.note], due: due)
  }
}

extension GiveDraftOpinion {
  /// As sent.
  init(_ item: WorkItem.ID, on id: Draft.ID, _ form: Form) throws {
    guard let stance = DraftOpinion.Stance(rawValue: form[DraftField.stance]) else {
      throw Refusal(.invalid, "Hãy chọn ý kiến.", field: DraftField.stance)
    }
    self.init(
      item, on: id, stance, text: form[DraftField.note], place: form[DraftField.place],
      excerpt: form[DraftField.excerpt], seen: form.integer(DraftField.seen) ?? 0)
    comments = (1...CommentFields.rows).compactMap { row in
      let (place, text) = (form[CommentFields.place(row)], form[CommentFields.text(row)])
      return place.isEmpty && text.isEmpty ? nil : .init(place, text)
    }
  }
}
