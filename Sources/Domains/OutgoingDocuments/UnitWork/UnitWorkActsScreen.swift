import Kernel
import Markup
import Organization
import Work
import WorkCalendar

/// What the reader can do with the work that their unit, or they, were given by the document.
extension OutgoingDocumentScreen {
  /// The first one to be done next has the primary look.
  func unitActs(_ seal: FormSeal) -> [OutgoingDocumentPage.Act] {
    var acts: [OutgoingDocumentPage.Act] = []
    if let own = unitWork.own { acts += self.acts(own, seal) }
    if let given = unitWork.given {
      acts.append(.init(button: Button("Thu hồi phân công"), dialog: reasonDialog(.takeBackWork, given, seal)))
    }
    if let done = unitWork.done {
      acts.append(.init(button: Button("Mở lại"), dialog: reasonDialog(.reopenWork, done, seal)))
    }
    return acts
  }

  private func acts(_ own: WorkItem, _ seal: FormSeal) -> [OutgoingDocumentPage.Act] {
    let (isOffered, mayAssign) = (own.state == .offered, AssignUnitWork.may(own, actor))
    var acts: [OutgoingDocumentPage.Act] = []
    if isOffered {
      acts.append(
        .init(
          button: Button("Nhận việc", style: mayAssign ? .plain : .primary, key: "a"),
          postTo: OutgoingDocumentPaths.act(document.id, .acceptWork), fields: Self.hidden(own)))
    }
    let isFirstAssigning = mayAssign && unitWork.reported == nil
    if mayAssign {
      let button = Button("Phân công", style: isFirstAssigning ? .primary : .plain, key: "c")
      acts.append(.init(button: button, dialog: assignDialog(own, seal)))
    }
    let isCompleting = !isOffered && !isFirstAssigning
    acts.append(
      .init(
        button: Button("Hoàn thành", style: isCompleting ? .primary : .plain, key: "e"),
        dialog: completeDialog(own, seal)))
    acts.append(
      .init(
        button: Button(own.parent == nil ? "Trả lại nơi gửi" : "Trả lại", key: "r"),
        dialog: reasonDialog(.returnWork, own, seal)))
    return acts
  }

  private static func hidden(_ item: WorkItem) -> HTML {
    "<input type=\"hidden\" name=\"\(UnitWorkField.item)\" value=\"\(item.id)\">"
  }

  private func assignDialog(_ own: WorkItem, _ seal: FormSeal) -> Dialog {
    let field = UnitWorkField.self
    let unitDue = own.dueAt.map { Deadline(due: $0).lastDay }
    return dialog(
      .assignWork, "Phân công việc theo văn bản \(document.codeText)", .empty,
      [
        Field(
          "Người thực hiện", name: field.officer,
          kind: .select(
            [.init("", "chọn một người")]
              + unitWork.colleagues.map { .init($0.id.description, "\($0.personName), \($0.title)") }),
          required: true, focus: input(of: .assignWork).isRefused, id: "phan-cong-nguoi"),
        Field(
          "Hạn", name: field.due, kind: .day,
          hint: unitDue.map { "Để trống là hạn của đơn vị: \($0.textWithWeekday)." } ?? "Không bắt buộc.",
          id: "phan-cong-han"),
        Field(
          "Ý kiến", name: field.instruction, kind: .area(rows: 3), lengthMax: UnitWorkWords.textLengthMax,
          id: "phan-cong-y-kien"),
      ], Button("Phân công", style: .primary), seal, before: Self.hidden(own))
  }

  private func completeDialog(_ own: WorkItem, _ seal: FormSeal) -> Dialog {
    let (field, reported) = (UnitWorkField.self, unitWork.reported)
    let line: HTML =
      own.parent == nil
      ? "<p>Nơi gửi thấy kết quả ngay\(replies.isEmpty ? "" : "; đơn vị được tính là đã trả lời").</p>"
      : "<p>Kết quả về lãnh đạo đơn vị để báo nơi gửi.</p>"
    return dialog(
      .completeWork, "Hoàn thành việc theo văn bản \(document.codeText)", line,
      [
        Field(
          "Kết quả", name: field.result, value: reported?.outcome ?? "", kind: .area(rows: 4), required: true,
          focus: input(of: .completeWork).isRefused, lengthMax: UnitWorkWords.textLengthMax, id: "hoan-thanh-ket-qua"),
        Field(
          "Văn bản trả lời", name: field.replyCode, value: reported?.replyCode ?? "",
          hint: "Số, ký hiệu, nếu trả lời bằng văn bản. Ví dụ 12/TCĐC-PC.", lengthMax: 60, id: "hoan-thanh-van-ban"),
      ], Button("Hoàn thành", style: .primary), seal, before: Self.hidden(own))
  }

  private func reasonDialog(_ act: OutgoingDocumentPaths.Act, _ item: WorkItem, _ seal: FormSeal) -> Dialog {
    let (title, line, button): (String, HTML, Button) =
      switch act {
      case .takeBackWork:
        (
          "Thu hồi việc đã giao \(item.holderName)?", "<p>Người được giao thấy lý do; việc về lại đơn vị.</p>",
          Button("Thu hồi phân công", style: .grave)
        )
      case .reopenWork:
        (
          "Mở lại việc đã xong?", "<p>Nơi gửi thấy đơn vị đang xử lý; trả lời đã tính được bỏ.</p>",
          Button("Mở lại", style: .primary)
        )
      default:
        (
          item.parent == nil ? "Trả văn bản \(document.codeText) về nơi gửi?" : "Trả lại \(item.giverName)?",
          "<p>Nơi giao thấy lý do ngay.</p>", Button("Trả lại", style: .grave)
        )
      }
    let reason = Field(
      "Lý do", name: SendingField.reason, required: true, focus: input(of: act).isRefused,
      lengthMax: UnitWorkWords.reasonLengthMax, id: "\(act.rawValue)-ly-do")
    return dialog(act, title, line, [reason], button, seal, before: Self.hidden(item))
  }
}
