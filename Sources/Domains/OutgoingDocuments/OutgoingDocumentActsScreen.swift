import Database
import Documents
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
  /// Its recipients can be asked for reports as long as it is to come or has come to them.
  var mayBeAskedBy: Bool { document.state == .numbered || document.state == .issued }

  func may(_ step: OutgoingDocument.Step) -> Bool {
    OutgoingDocumentAccess.may(step, document, actor) && document.obstacle(to: step) == nil
  }

  /// The one thing to do next.
  func primary(seal: FormSeal) -> OutgoingDocumentPage.Act? {
    if may(.issue) {
      let obstacles = IssueOutgoingDocument.obstacles(files, stampings, recipients).map(\.message)
      return .init(
        button: Button("Phát hành", style: .primary, key: "e", obstacles: obstacles),
        postTo: OutgoingDocumentPaths.act(document.id, .issue))
    }
    guard may(.send), document.state == .issued, recipients.contains(where: { $0.state == .waiting }) else {
      return unitActs(seal).first { $0.button.style == .primary }
    }
    return .init(button: Button("Ghi đã gửi", style: .primary, key: "g"), dialog: sendDialog(seal))
  }

  func acts(seal: FormSeal) -> [OutgoingDocumentPage.Act] {
    let first = primary(seal: seal)
    var acts = unitActs(seal).filter { $0.button.label != first?.button.label }
    if may(.sendFurther) { acts.append(.init(button: Button("Gửi thêm"), dialog: sendFurtherDialog(seal))) }
    if may(.send), !toldByHand.isEmpty {
      acts.append(.init(button: Button("Ghi phản hồi"), dialog: answerDialog(seal)))
    }
    if mayUrge, !urgeable.isEmpty {
      acts.append(
        .init(
          button: Button("Đôn đốc \(urgeable.count) nơi chưa trả lời", key: "o"),
          postTo: OutgoingDocumentPaths.act(document.id, .urge)))
    }
    if may(.pairReply), !unanswered.isEmpty {
      acts.append(.init(button: Button("Ghi trả lời"), dialog: pairDialog(seal)))
    }
    if let askingPath, sheets.isEmpty {
      acts.append(.init(button: Button("Lập biểu thu báo cáo", path: askingPath)))
    }
    if may(.relate) { acts.append(.init(button: Button("Ghi quan hệ"), dialog: relateDialog(seal))) }
    if may(.addFiles) { acts.append(.init(button: Button("Thêm tệp"), dialog: addFilesDialog(seal))) }
    if may(.addFiles), !files.isEmpty, RemoveOutgoingFile.obstacle(document) == nil {
      acts.append(.init(button: Button("Bỏ tệp"), dialog: removeFileDialog(seal)))
    }
    acts += stampingActs(seal)
    if may(.correct) {
      acts.append(
        .init(button: Button("Sửa thông tin", path: OutgoingDocumentPaths.correction(document.id), key: "s")))
    }
    acts.append(
      .init(
        button: Button(
          "Đưa vào hồ sơ",
          path: FramePaths.filing(kind: RecordReference.outgoingDocumentCode, number: document.id.number), key: "m")))
    acts.append(
      .init(
        button: Button(
          "Sao văn bản",
          path: FramePaths.copying(kind: RecordReference.outgoingDocumentCode, number: document.id.number),
          obstacles: document.copyObstacles(files))))
    if may(.recall) {
      acts.append(.init(button: Button("Thu hồi", style: .grave), dialog: recallDialog(seal)))
    }
    if may(.withhold) {
      acts.append(.init(button: Button("Có dấu mật", style: .grave), dialog: secrecyDialog(seal)))
    }
    if may(.cancel) {
      acts.append(.init(button: Button("Hủy số", style: .grave), dialog: cancelDialog(seal)))
    }
    return acts
  }

  /// Places whose answer a person notes: what happens within the installation shows itself.
  private var toldByHand: [OutgoingRecipient] {
    recipients.filter { place in
      place.state != .waiting && place.packet == nil
        && place.unit.flatMap { UnitWork(of: $0, in: unitWork.items) } == nil
    }
  }

  func input(of act: OutgoingDocumentPaths.Act) -> FormInput {
    refused.flatMap { $0.act == act ? $0.input : nil } ?? FormInput()
  }

  func dialog(
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

  private func sendFurtherDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .sendFurther, "Gửi thêm văn bản \(document.codeText)",
      "<p>Nơi trong hệ thống nhận ngay; nơi đã trả lại được gửi lại. Nơi ngoài hệ thống ghi chứng từ gửi sau.</p>",
      [
        Field(
          "Nơi nhận", name: SendingField.names, kind: .lines(rows: 3, source: DocumentsPaths.placeProposals),
          hint: "Ghi mỗi nơi một dòng; gõ vài chữ để chọn trong danh mục.", required: true,
          focus: input(of: .sendFurther).isRefused, id: "gui-them-noi"),
        Field(
          "Gửi ra ngoài bằng", name: SendingField.way, value: SendingWay.post.rawValue,
          kind: .select(SendingWay.chosen.map { .init($0.rawValue, $0.label) }), id: "gui-them-bang"),
      ], Button("Gửi thêm", style: .primary), seal)
  }

  private func answerDialog(_ seal: FormSeal) -> Dialog {
    let field = SendingField.self
    return dialog(
      .answer, "Ghi phản hồi của nơi nhận", .empty,
      [
        Field(
          "Nơi nhận", name: field.recipient, kind: .select(toldByHand.map { .init($0.id.description, $0.name) }),
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

  private func removeFileDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .removeFile, "Bỏ tệp của văn bản \(document.codeText)",
      "<p>Dùng khi thêm nhầm tệp. Số giữ nguyên; thêm đúng tệp rồi phát hành.</p>",
      [
        Field(
          "Tệp", name: RemovalField.file, kind: .select(files.map { .init($0.id.description, $0.name) }),
          required: true,
          id: "bo-tep"),
        Field(
          "Lý do", name: RemovalField.reason, required: true, focus: input(of: .removeFile).isRefused, lengthMax: 300,
          id: "bo-tep-ly-do"),
      ], Button("Bỏ tệp", style: .grave), seal)
  }

  private func recallDialog(_ seal: FormSeal) -> Dialog {
    dialog(
      .recall, "Thu hồi văn bản \(document.codeText)?",
      "<p>Tệp và thông tin giữ nguyên, không ai sửa được nữa; đơn vị trong cơ quan và cơ quan trong hệ thống được báo ngay: bản "
        + "chưa vào sổ rút lại, bản đã vào sổ đánh dấu thu hồi, việc đang giao dừng. Nơi ngoài hệ thống cần báo riêng, rồi ghi phản hồi từng nơi.</p>",
      [
        Field(
          "Lý do thu hồi", name: SendingField.reason, required: true, focus: input(of: .recall).isRefused,
          lengthMax: 500, id: "thu-hoi-ly-do")
      ], Button("Thu hồi", style: .grave), seal)
  }

  private func secrecyDialog(_ seal: FormSeal) -> Dialog {
    Dialog(
      id: "hop-dau-mat", title: "Văn bản này có dấu mật?",
      content: """
        <p>Văn bản bị niêm giữ ngay: không ai xem, tìm, tải hay phát hành được. Chánh văn phòng hoặc lãnh đạo xác nhận, \
        văn thư xóa.</p>\
        \(ActForm(
          action: SecrecyPaths.act(.report, on: OutgoingDocumentPaths.show(document.id)), seal: seal,
          button: Button("Có dấu mật, niêm giữ", style: .grave)
        ).html)
        """)
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
