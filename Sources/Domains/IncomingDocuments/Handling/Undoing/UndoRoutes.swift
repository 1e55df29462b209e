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
    let back = LocalPath.checked(context.form.raw(UndoNotice.backName), else: "")
    let isList = [Room.myWork.path, IncomingDocumentPaths.list].contains { back == $0 || back.hasPrefix($0 + "?") }
    let way = try await shown(id, to: actor)
    var response = context.redirect(
      to: isList ? back : way, notice: "Đã hoàn tác việc \(undone.act.label); không ai kịp mở.")
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
