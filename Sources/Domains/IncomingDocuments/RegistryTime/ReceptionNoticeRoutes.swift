import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// HTTP of reception notices: the form opens from the list by one key and is sent by another.
extension HandlingRoutes {
  func addNotices(to routes: RouterGroup<WebContext>) {
    routes.get("van-ban-den/:id/bao-nhan") { _, context in try await show(context) { try $0.notice() } }
    routes.post("van-ban-den/:id/bao-nhan") { _, context in
      let id: IncomingDocument.ID = try context.requireID("id")
      return try await act(context, { try $0.notice() }) { form, actor, transaction in
        guard let way = ReceptionNotice.Way(rawValue: form[HandlingField.way]) else {
          throw Refusal(.invalid, "Hãy chọn cách đã báo nhận.", field: HandlingField.way)
        }
        let day = try HandlingForm.day(form, today: transaction.now.day) ?? transaction.now.day
        try AcknowledgeReceipt(document: id, on: day, way: way).perform(by: actor, in: transaction)
        return "Đã ghi báo nhận cho nơi gửi."
      }
    }
  }
}
