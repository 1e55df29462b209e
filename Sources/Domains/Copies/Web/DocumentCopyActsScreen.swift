import Database
import Kernel
import Markup

extension DocumentCopyPaths {
  /// The dialog that asks for a step's fields.
  static func dialog(of step: DocumentCopy.Step) -> String { "hop-\(name(of: step))" }
}

/// What the reader can do with a copy, each with its reasons why not.
extension DocumentCopyScreen {
  private func may(_ step: DocumentCopy.Step) -> Bool {
    DocumentCopyAccess.obstacle(to: step, copy, actor) == nil && copy.obstacle(to: step) == nil
  }

  func acts(_ seal: FormSeal) -> [DocumentCopyPage.Act] {
    var acts: [DocumentCopyPage.Act] = []
    if may(.approve) {
      acts.append(
        .init(
          button: Button("Đồng ý, ký bản sao", style: .primary, key: "e", obstacles: obstacles),
          dialog: dialog(
            .approve, "Đồng ý \(copy.terms.form.label.lowercased()) và ký bản sao?",
            [
              Field(
                "Ý kiến", name: CopyField.note, kind: .area(rows: 2), lengthMax: DocumentCopyAccess.noteLengthMax,
                id: "dong-y-y-kien")
            ], Button("Đồng ý, ký bản sao", style: .primary), seal)))
      acts.append(
        .init(
          button: Button("Không đồng ý", style: .grave),
          dialog: dialog(
            .refuse, "Không đồng ý sao văn bản này?", [reason(.refuse, "Lý do", required: true)],
            Button("Không đồng ý", style: .grave), seal)))
    }
    if may(.number) {
      acts.append(
        .init(
          button: Button("Cấp số bản sao", style: .primary, key: "e", obstacles: obstacles),
          postTo: DocumentCopyPaths.act(copy.id, .number)))
    }
    if may(.give) {
      let obstacles = GiveCopy.obstacles(copy, obstacles)
      acts.append(
        .init(
          button: Button("Giao bản sao", style: .primary, key: "g", obstacles: obstacles),
          dialog: dialog(
            .give, "Ghi đã giao bản sao \(copy.codeText(abbreviation: abbreviation))",
            [
              Field(
                "Người ký nhận hoặc chứng từ gửi", name: CopyField.receipt, required: true,
                focus: input(of: .give).isRefused, lengthMax: 200, id: "giao-ky-nhan")
            ], Button("Ghi đã giao", style: .primary), seal)))
    }
    if may(.withdraw) {
      acts.append(
        .init(
          button: Button("Rút đề nghị"),
          dialog: dialog(
            .withdraw, "Rút đề nghị sao?", [reason(.withdraw, "Lý do", required: false)], Button("Rút đề nghị"), seal)))
    }
    if may(.cancel) {
      acts.append(
        .init(
          button: Button("Hủy số", style: .grave),
          dialog: dialog(
            .cancel, "Hủy số bản sao \(copy.codeText(abbreviation: abbreviation))?",
            [reason(.cancel, "Lý do hủy", required: true)], Button("Hủy số", style: .grave), seal,
            before: "<p>Số đã hủy không cấp lại. Dòng vẫn nằm trong sổ, màu xám, với lý do.</p>")))
    }
    return acts
  }

  private func input(of step: DocumentCopy.Step) -> FormInput {
    refused.flatMap { $0.step == step ? $0.input : nil } ?? FormInput()
  }

  private func reason(_ step: DocumentCopy.Step, _ label: String, required: Bool) -> Field {
    Field(
      label, name: CopyField.reason, required: required, focus: input(of: step).isRefused,
      lengthMax: DocumentCopyAccess.noteLengthMax, id: "\(DocumentCopyPaths.name(of: step))-ly-do")
  }

  private func dialog(
    _ step: DocumentCopy.Step, _ title: String, _ fields: [Field], _ button: Button, _ seal: FormSeal,
    before: HTML = .empty
  ) -> Dialog {
    let input = input(of: step)
    return Dialog(
      id: DocumentCopyPaths.dialog(of: step), title: title, input: input, pagePath: DocumentCopyPaths.show(copy.id),
      content: ActForm(
        action: DocumentCopyPaths.act(copy.id, step), seal: seal,
        content: "\(before)\(fields.map { input.filling($0).html })\(button.html)"
      ).html)
  }
}
