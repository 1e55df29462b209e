import Database
import IncomingDocuments
import Kernel
import Markup
import Registers

extension OutgoingDocumentPaths.Act {
  /// The dialog that asks for its fields.
  var dialog: String { "hop-\(rawValue)" }
}

/// What the reader can do with an outgoing document, each with its reasons why not.
extension OutgoingDocumentScreen {
  private func may(_ step: OutgoingDocument.Step) -> Bool {
    OutgoingDocumentAccess.may(step, document, actor) && document.obstacle(to: step) == nil
  }

  /// The one thing to do next.
  func primary(seal: FormSeal) -> OutgoingDocumentPage.Act? {
    if may(.issue) {
      let obstacles = IssueOutgoingDocument.obstacles(files, recipients).map(\.message)
      return .init(
        button: Button("Phát hành", style: .primary, key: "e", obstacles: obstacles),
        postTo: OutgoingDocumentPaths.act(document.id, .issue))
    }
    guard may(.send), document.state == .issued, recipients.contains(where: { $0.state == .waiting }) else {
      return nil
    }
    return .init(button: Button("Ghi đã gửi", style: .primary, key: "g"), dialog: sendDialog(seal))
  }

  func acts(seal: FormSeal) -> [OutgoingDocumentPage.Act] {
    var acts: [OutgoingDocumentPage.Act] = []
    if may(.send), recipients.contains(where: { $0.state != .waiting }) {
      acts.append(.init(button: Button("Ghi phản hồi"), dialog: answerDialog(seal)))
    }
    if may(.addFiles) { acts.append(.init(button: Button("Thêm tệp"), dialog: addFilesDialog(seal))) }
    if may(.correct) {
      acts.append(
        .init(button: Button("Sửa thông tin", path: OutgoingDocumentPaths.correction(document.id), key: "s")))
    }
    if may(.recall) {
      acts.append(.init(button: Button("Thu hồi", style: .grave), dialog: recallDialog(seal)))
    }
    if may(.cancel) {
      acts.append(.init(button: Button("Hủy số", style: .grave), dialog: cancelDialog(seal)))
    }
    return acts
  }

  private func input(of act: OutgoingDocumentPaths.Act) -> FormInput {
    refused.flatMap { $0.act == act ? $0.input : nil } ?? FormInput()
  }

  private func dialog(
    _ act: OutgoingDocumentPaths.Act, _ title: String, _ line: HTML, _ fields: [Field], _ button: Button,
    _ seal: FormSeal, carriesFiles: Bool = false, before: HTML = .empty
  ) -> Dialog {
    let input = input(of: act)
    return Dialog(
      id: act.dialog, title: title, input: input, pagePath: OutgoingDocumentPaths.show(document.id),
      content: """
        \(line)\(ActForm(
          action: OutgoingDocumentPaths.act(document.id, act), seal: seal, carriesFiles: carriesFiles,
          content: "\(before)\(fields.map { input.filling($0).html })\(button.html)"
        ).html)
        """)
  }

  private func sendDialog(_ seal: FormSeal) -> Dialog {
    let field = SendingField.self
    let waiting = recipients.filter { $0.state == .waiting }
    let boxes = waiting.map { place -> HTML in
      """
      <label class="tick"><input type="checkbox" name="\(field.recipients)" value="\(place.id)" checked> \(place.name)</label>
      """
    }
    let reasons = (input(of: .send).reasons[field.recipients] ?? []).map {
      "<ul class=\"reasons\"><li>\($0)</li></ul>" as HTML
    }
    return dialog(
      .send, "Ghi đã gửi văn bản \(document.codeText)", .empty,
      [
        Field(
          "Gửi bằng", name: field.way, value: (waiting.first?.way ?? .post).rawValue,
          kind: .select(SendingWay.chosen.map { .init($0.rawValue, $0.label) }), id: "gui-bang"),
        Field(
          "Chứng từ gửi", name: field.proof, hint: "Số biên nhận bưu điện, người ký nhận, địa chỉ thư.",
          required: true, focus: input(of: .send).isRefused, lengthMax: 200, id: "gui-chung-tu"),
        Field("Số lượng bì", name: field.envelopes, kind: .number, id: "gui-so-bi"),
      ], Button("Ghi đã gửi", style: .primary), seal,
      before: "<fieldset class=\"ticks\"><legend>Nơi nhận</legend>\(boxes)\(reasons)</fieldset>")
  }

  private func answerDialog(_ seal: FormSeal) -> Dialog {
    let field = SendingField.self
    let sent = recipients.filter { $0.state != .waiting }
    return dialog(
      .answer, "Ghi phản hồi của nơi nhận", .empty,
      [
        Field(
          "Nơi nhận", name: field.recipient, kind: .select(sent.map { .init($0.id.description, $0.name) }),
          required: true, id: "phan-hoi-noi"),
        Field(
          "Phản hồi", name: field.state,
          kind: .select(RecordAnswer.states(of: document).map { .init($0.rawValue, $0.label) }), id: "phan-hoi-loai"),
        Field(
          "Nội dung", name: field.answer, hint: "Số đến ở nơi nhận, hoặc lý do trả lại.", lengthMax: 300,
          id: "phan-hoi-noi-dung"),
      ], Button("Ghi phản hồi", style: .primary), seal)
  }

  private func addFilesDialog(_ seal: FormSeal) -> Dialog {
    let isRefused = input(of: .addFiles).isRefused
    return dialog(
      .addFiles, "Thêm tệp vào văn bản \(document.codeText)", .empty,
      [
        Field(
          "Tệp", name: "file", kind: .file(accept: AcceptedFiles.attachments, multiple: true),
          hint: isRefused ? "Tệp đã chọn không giữ lại được. Hãy chọn lại." : nil, required: true, id: "them-tep"),
        Field(
          "Đã xem từng trang: không có dấu mật", name: NumberingField.vouchedOpen, kind: .checkbox, required: true,
          id: "them-tep-da-xem"),
      ], Button("Thêm tệp", style: .primary), seal, carriesFiles: true)
  }

  private func recallDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .recall, "Thu hồi văn bản \(document.codeText)?",
      "<p>Tệp và thông tin giữ nguyên, không ai sửa được nữa; đơn vị trong cơ quan được báo ngay. Nơi nhận ngoài cơ quan "
        + "cần báo riêng, rồi ghi phản hồi từng nơi.</p>",
      [
        Field(
          "Lý do thu hồi", name: SendingField.reason, required: true, focus: input(of: .recall).isRefused,
          lengthMax: 500, id: "thu-hoi-ly-do")
      ], Button("Thu hồi", style: .grave), seal)
  }

  private func cancelDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .cancel, "Hủy số \(document.codeText)?",
      "<p>Số đã hủy không cấp lại. Dòng vẫn nằm trong sổ, màu xám, với lý do.</p>",
      [
        Field(
          "Lý do hủy", name: SendingField.reason, required: true, focus: input(of: .cancel).isRefused,
          lengthMax: 500, id: "huy-so-ly-do")
      ], Button("Hủy số", style: .grave), seal)
  }
}
