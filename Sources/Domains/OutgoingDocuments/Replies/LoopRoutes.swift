import Database
import Exchange
import Hummingbird
import Kernel
import WebApp

/// HTTP of relations and of open loops.
struct LoopRoutes: Sendable {
  let site: Site
  let page: OutgoingDocumentRoutes

  private var database: any Database { site.database }

  func add(to routes: RouterGroup<WebContext>) {
    routes.post("van-ban-di/:id/quan-he", use: relate)
    routes.post("van-ban-di/:id/quan-he/bo", use: unrelate)
    routes.post("van-ban-di/:id/tra-loi", use: pair)
    routes.post("van-ban-di/:id/tra-loi/bo", use: unpair)
    routes.post("van-ban-di/:id/don-doc", use: urge)
  }

  /// Runs an act; gives what to say.
  private func act(
    _ act: OutgoingDocumentPaths.Act, _ context: WebContext,
    _ body: @escaping @Sendable (OutgoingDocument.ID, Actor, Form, any Transaction) throws -> String
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let form = context.form
    return try await page.act(act, on: id, context) {
      let notice = try await database.write { try body(id, actor, form, $0) }
      return context.redirect(to: OutgoingDocumentPaths.show(id), notice: notice)
    }
  }

  @Sendable private func relate(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.relate, context) { id, actor, form, transaction in
      let kind = DocumentRelation.Kind(rawValue: form[RelationField.kind]) ?? .replace
      let year = form.integer(RelationField.year) ?? transaction.now.day.year
      let older = try RelateDocument(id, kind, form[RelationField.olderCode], year: year).perform(
        by: actor, in: transaction)
      return "Đã ghi: văn bản này \(kind.label.lowercased()) \(older)."
    }
  }

  @Sendable private func unrelate(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.unrelate, context) { id, actor, form, transaction in
      guard let relation = DocumentRelation.ID(form[RelationField.relation]) else {
        throw Refusal(.invalid, "Chưa chọn quan hệ nào.")
      }
      try UndoRelation(relation, of: id, reason: form[RelationField.reason]).perform(by: actor, in: transaction)
      return "Đã bỏ quan hệ; diễn biến của cả hai văn bản còn ghi lại."
    }
  }

  @Sendable private func pair(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.pairReply, context) { id, actor, form, transaction in
      guard let recipient = OutgoingRecipient.ID(form[ReplyField.recipient]) else {
        throw Refusal(.invalid, "Chưa chọn nơi đã trả lời.", field: ReplyField.recipient)
      }
      let name = try PairReply(id, of: recipient, text: form[ReplyField.text]).perform(by: actor, in: transaction)
      return "Đã ghi \(name) trả lời."
    }
  }

  @Sendable private func unpair(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.unpairReply, context) { id, actor, form, transaction in
      guard let recipient = OutgoingRecipient.ID(form[ReplyField.recipient]) else {
        throw Refusal(.invalid, "Chưa chọn nơi nào.")
      }
      let name = try UnpairReply(id, of: recipient).perform(by: actor, in: transaction)
      return "Đã bỏ ghép; \(name) lại chưa trả lời."
    }
  }

  @Sendable private func urge(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(.urge, context) { id, actor, _, transaction in
      let outcome = try UrgeReplies(id).perform(by: actor, in: transaction)
      let told = outcome.told.isEmpty ? "" : "Đã đôn đốc \(outcome.told.count) nơi trong hệ thống. "
      let outside =
        outcome.outside.isEmpty
        ? "" : "Nơi ngoài hệ thống cần báo bằng văn bản: \(outcome.outside.joined(separator: "; "))."
      return told + outside
    }
  }
}
