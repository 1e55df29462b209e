import Database
import Hummingbird
import Kernel
import VietnameseText
import WebApp
import Work

/// HTTP of what a unit does with a document that was sent to it.
struct UnitWorkRoutes: Sendable {
  let site: Site
  let page: OutgoingDocumentRoutes

  private typealias Act =
    @Sendable (
      WorkItem.ID, OutgoingDocument.ID, Form, Actor, any Transaction
    ) throws -> (notice: String, sending: WorkSending?)

  func add(to routes: RouterGroup<WebContext>) {
    post(.acceptWork, to: routes) { item, id, _, actor, transaction in
      try AcceptUnitWork(item, on: id).perform(by: actor, in: transaction)
      return ("Đã nhận việc; nơi gửi thấy ngay.", nil)
    }
    post(.assignWork, to: routes) { item, id, form, actor, transaction in
      let typed = form[UnitWorkField.due]
      let due = typed.isEmpty ? nil : TypedDay.parse(typed, today: transaction.now.day)
      if due == nil, !typed.isEmpty {
        throw Refusal(.invalid, "«\(typed)» không phải ngày. Ví dụ: 5/7/2026 hoặc 0507.", field: UnitWorkField.due)
      }
      let given = try AssignUnitWork(
        item, on: id, to: PostID(form[UnitWorkField.officer]), due: due, instruction: form[UnitWorkField.instruction]
      ).perform(by: actor, in: transaction)
      return ("Đã phân công \(given.to).", given.sending)
    }
    post(.takeBackWork, to: routes) { item, id, form, actor, transaction in
      let sending = try TakeBackUnitWork(item, on: id, reason: form[SendingField.reason])
        .perform(by: actor, in: transaction)
      return ("Đã thu hồi phân công; việc về lại đơn vị.", sending)
    }
    post(.completeWork, to: routes) { item, id, form, actor, transaction in
      let sending = try CompleteUnitWork(
        item, on: id, result: form[UnitWorkField.result], replyCode: form[UnitWorkField.replyCode]
      ).perform(by: actor, in: transaction)
      return ("Đã hoàn thành việc; nơi giao thấy kết quả.", sending)
    }
    post(.returnWork, to: routes) { item, id, form, actor, transaction in
      let sending = try ReturnUnitWork(item, on: id, reason: form[SendingField.reason])
        .perform(by: actor, in: transaction)
      return ("Đã trả lại, kèm lý do.", sending)
    }
    post(.reopenWork, to: routes) { item, id, form, actor, transaction in
      try ReopenUnitWork(item, on: id, reason: form[SendingField.reason]).perform(by: actor, in: transaction)
      return ("Đã mở lại việc của đơn vị.", nil)
    }
    routes.post("van-ban-di/:id/hoan-tac-viec/:sending", use: undo)
  }

  private func post(_ path: OutgoingDocumentPaths.Act, to routes: RouterGroup<WebContext>, _ act: @escaping Act) {
    routes.post("van-ban-di/:id/\(path.rawValue)") { _, context in
      let actor = try context.requireActor()
      let id: OutgoingDocument.ID = try context.requireID("id")
      let form = context.form
      return try await page.act(path, on: id, context) {
        guard let item = WorkItem.ID(form[UnitWorkField.item]) else {
          throw Refusal(.invalid, "Chưa chọn việc nào. Hãy tải lại trang.")
        }
        let (notice, sending) = try await site.database.write { try act(item, id, form, actor, $0) }
        return context.redirect(
          to: OutgoingDocumentPaths.show(id), notice: notice,
          undo: sending.map {
            UndoOffer(
              notice, path: OutgoingDocumentPaths.undo($0.id, on: id), post: $0.givenBy, until: $0.offeredUntil)
          })
      }
    }
  }

  @Sendable private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: OutgoingDocument.ID = try context.requireID("id")
    let sending: WorkSending.ID = try context.requireID("sending")
    let undone = try await site.database.write { try UndoUnitWork(sending, on: id).perform(by: actor, in: $0) }
    var response = context.redirect(
      to: OutgoingDocumentPaths.show(id), notice: "Đã hoàn tác việc \(undone); không ai kịp mở.")
    response.forgetUndo()
    return response
  }
}
