import Database
import Hummingbird
import Kernel
import WebApp

/// HTTP of number and date on signed files: acts of the document's page.
extension OutgoingDocumentRoutes {
  func addStamping(to routes: RouterGroup<WebContext>) {
    routes.post("van-ban-di/:id/ghi-so", use: placeNumber)
    routes.post("van-ban-di/:id/ghi-so/da-co", use: keepSigned)
  }

  @Sendable private func placeNumber(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let (form, field) = (context.form, StampingField.self)
    return try await act(.placeNumber, on: id, context) {
      let placing = PlaceNumber(
        id, numberLeft: form.integer(field.numberLeft), numberTop: form.integer(field.numberTop),
        dayLeft: form.integer(field.dayLeft), dayTop: form.integer(field.dayTop))
      _ = try await site.database.write { try placing.perform(by: actor, in: $0) }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đang ghi số, ngày lên bản PDF; xem ngay trên trang này.")
    }
  }

  @Sendable private func keepSigned(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let reason = context.form[StampingField.reason]
    return try await act(.keepSigned, on: id, context) {
      let document = try await site.database.write {
        try KeepSignedFiles(id, reason: reason).perform(by: actor, in: $0)
      }
      return context.redirect(
        to: OutgoingDocumentPaths.show(id), notice: "Đã xác nhận tệp có sẵn số \(document.codeText) và ngày.")
    }
  }
}
