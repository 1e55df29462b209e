import Database
import Hummingbird
import Kernel
import Markup
import WebApp

extension HandlingRoutes {
  /// Takes back what the actor sent a moment ago, and leads back to where they stand.
  @Sendable func undo(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: IncomingDocument.ID = try context.requireID("id")
    let sending: Sending.ID = try context.requireID("sending")
    let undone = try await site.database.write { try UndoSending(sending, on: id).perform(by: actor, in: $0) }
    let way = try await shown(id, to: actor)
    var response = context.redirect(
      to: IncomingDocumentPaths.back(context) ?? way, notice: "Đã hoàn tác việc \(undone.act.label); không ai kịp mở.")
    response.forgetUndo()
    return response
  }

  /// The document, or one's own work for whoever may see it no longer: who recalled or returned the last of it.
  func shown(_ id: IncomingDocument.ID, to actor: Actor) async throws -> String {
    let sees = try await site.database.read { (try? IncomingDocumentStore($0).find(id, visibleTo: actor)) != nil }
    return sees ? IncomingDocumentPaths.show(id) : Room.myWork.path
  }
}

extension UndoOffer {
  init(_ notice: String, of sending: Sending) {
    self.init(
      notice, path: IncomingDocumentPaths.undo(sending), post: sending.givenBy, until: sending.offeredUntil)
  }
}

extension IncomingDocumentPaths {
  /// The list from which the form was opened, as its address or the sent form says; nil for none.
  static func back(_ context: WebContext) -> String? {
    let sent = context.form.raw(UndoNotice.backName)
    let query = context.path.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    return WorkBatchPaths.list(sent.isEmpty ? Form(urlEncoded: query).raw(UndoNotice.backName) : sent)
  }
}
