import Database
import Hummingbird
import Kernel
import WebApp
import Work

/// The acts of the way: each a form that is shown, and posted to the same address.
extension DraftRoutes {
  func addForms(to routes: RouterGroup<WebContext>) {
    pair("trinh", to: routes, isSending: true, { _ in { try $0.submission() } }) { _ in
      { id, form, actor, transaction in
        let act = SubmitDraft(
          id, way: try DraftWay(form), note: form[DraftField.note], summary: form.paragraphs(DraftField.summary))
        return "Đã trình \(try act.perform(by: actor, in: transaction))."
      }
    }
    addStations(to: routes)
    pair("viec/:item/ban-giao", to: routes, isSending: true) { context in
      let item: WorkItem.ID = try context.requireID("item")
      return { try $0.handOver(item) }
    } _: { context in
      let item: WorkItem.ID = try context.requireID("item")
      return { id, form, actor, transaction in
        let act = HandOverDraftWork(
          item, on: id, to: PostID(form[DraftField.successor]), reason: form[DraftField.reason])
        return "Đã bàn giao cho \(try act.perform(by: actor, in: transaction))."
      }
    }
    pair("chuyen-nguoi-soan", to: routes, isSending: true, { _ in { try $0.passBack() } }) { _ in
      { id, form, actor, transaction in
        try PassBackDraft(id, note: form[DraftField.note]).perform(by: actor, in: transaction)
        return "Đã chuyển người soạn thảo sửa."
      }
    }
    reasoned(.withdraw, to: routes) { id, form, actor, transaction in
      let readers = try WithdrawDraft(id, reason: form[DraftField.reason]).perform(by: actor, in: transaction)
      return readers.isEmpty
        ? "Đã rút lại; chưa ai mở." : "Đã rút lại. Đã mở trước đó: \(readers.joined(separator: ", "))."
    }
    reasoned(.revise, to: routes) { id, form, actor, transaction in
      try ReviseSignedDraft(id, reason: form[DraftField.reason]).perform(by: actor, in: transaction)
      return "Đã mở lại dự thảo; phê duyệt cũ không còn hiệu lực."
    }
    reasoned(.cancel, to: routes) { id, form, actor, transaction in
      try CancelDraft(id, reason: form[DraftField.reason]).perform(by: actor, in: transaction)
      return "Đã hủy dự thảo, kèm lý do."
    }
    reasoned(.reassign, to: routes) { id, form, actor, transaction in
      guard let drafter = PostID(form[DraftField.drafter]) else {
        throw Refusal(.invalid, "Hãy chọn người soạn thảo mới.", field: DraftField.drafter)
      }
      let name = try ReassignDraft(id, to: drafter, reason: form[DraftField.reason])
        .perform(by: actor, in: transaction)
      return "\(name) soạn dự thảo này từ nay."
    }
  }

  private func addStations(to routes: RouterGroup<WebContext>) {
    station(.pass, to: routes, { item in { try $0.pass(item) } }) { item in
      { id, form, actor, transaction in
        let act = PassDraft(item, on: id, note: form[DraftField.note], next: DraftPlace(form[DraftField.next]))
        return "Đã ghi nhận và chuyển \(try act.perform(by: actor, in: transaction))."
      }
    }
    station(.giveBack, to: routes, { item in { try $0.giveBack(item) } }) { item in
      { id, form, actor, transaction in
        let target = form.integer(DraftField.target).map { ReturnDraft.Target.station($0) } ?? .leadUnit
        let act = ReturnDraft(item, on: id, to: target, reason: form[DraftField.reason])
        return "Đã trả lại \(try act.perform(by: actor, in: transaction)), kèm lý do."
      }
    }
    // A signature is not taken back by a press of a key.
    station(.sign, to: routes, isSending: false, { item in { try $0.sign(item) } }) { item in
      { id, form, actor, transaction in
        let act = SignDraft(
          item, on: id, seen: form.integer(DraftField.seen) ?? 0, note: form[DraftField.note])
        let approval = try act.perform(by: actor, in: transaction)
        return
          "Đã duyệt, ký bản \(approval.versionNumber) (\(approval.capacity.inSentence)); văn thư cấp số tiếp."
      }
    }
  }

  private func reasoned(_ act: DraftPaths.Act, to routes: RouterGroup<WebContext>, _ perform: @escaping Perform) {
    pair(act.rawValue, to: routes, { _ in { try $0.reasoned(act) } }, { _ in perform })
  }

  private func station(
    _ act: DraftPaths.StationAct, to routes: RouterGroup<WebContext>, isSending: Bool = true,
    _ gather: @escaping @Sendable (WorkItem.ID) -> Gather, _ perform: @escaping @Sendable (WorkItem.ID) -> Perform
  ) {
    pair(
      "buoc/:item/\(act.rawValue)", to: routes, isSending: isSending,
      { gather(try $0.requireID("item")) }, { perform(try $0.requireID("item")) })
  }

  func pair(
    _ path: String, to routes: RouterGroup<WebContext>, isSending: Bool = false,
    _ gather: @escaping @Sendable (WebContext) throws -> Gather,
    _ perform: @escaping @Sendable (WebContext) throws -> Perform
  ) {
    routes.get("du-thao/:id/\(path)") { _, context in try await show(context, try gather(context)) }
    routes.post("du-thao/:id/\(path)") { _, context in
      try await act(context, try gather(context), isSending: isSending, try perform(context))
    }
  }
}

extension DraftWay {
  /// As chosen in the form.
  init(_ form: Form) throws {
    guard let content = DraftPlace(form[DraftField.content]) else {
      throw Refusal(.invalid, "Hãy chọn người kiểm tra nội dung.", field: DraftField.content)
    }
    guard let check = DraftPlace(form[DraftField.form]) else {
      throw Refusal(.invalid, "Hãy chọn người kiểm tra thể thức.", field: DraftField.form)
    }
    let prefix = "\(DraftField.coordinating)-"
    self.init(
      content: content,
      coordinating: form.fields.compactMap { name, value in
        name.hasPrefix(prefix) && value == "1" ? UnitID(String(name.dropFirst(prefix.count))) : nil
      }, form: check, review: DraftPlace(form[DraftField.review]))
  }
}
