import Audit
import Documents
import Jobs
import Kernel
import Markup
import Papers

extension StateMark {
  /// Its state; of a document in the book, how far its handling is.
  init(_ document: IncomingDocument) {
    if document.state == .registered {
      let tone: Tone =
        switch document.progress {
        case .completed, .filed: .done
        case .recalled: .wrong
        default: .plain
        }
      self.init(document.progress.label, tone)
    } else {
      self.init(document.stateLabel, .wrong)
    }
  }
}

extension Job {
  /// What the page of a document says while its files are read. The cause of a delay may be technical, so it stays with
  /// the administrators.
  var readingLine: String {
    lastError == nil
      ? "Đang đọc tệp" : "Chưa đọc được tệp, hệ thống sẽ thử lại. Nguyên nhân có ở «Quản trị», mục Công việc nền."
  }
}

extension IncomingDocumentScreen {
  func addFileDialog(_ seal: FormSeal) -> Dialog {
    let input = input(of: .addFiles)
    // A browser never gets files back.
    let chosen = Field(
      "Tệp", name: "file", kind: .file(accept: AcceptedFiles.attachments, multiple: true),
      hint: input.isRefused ? "Tệp đã chọn không giữ lại được. Hãy chọn lại." : nil, required: true)
    let vouching = Field(
      Secrecy.vouchLabel, name: RegistrationField.vouchedOpen, kind: .checkbox, required: true, id: "them-tep-da-xem")
    return Dialog(
      id: RefusedAct.Act.addFiles.rawValue, title: "Thêm tệp vào số đến \(document.arrivalNumber)", input: input,
      pagePath: IncomingDocumentPaths.show(document.id),
      content: ActForm(
        action: IncomingDocumentPaths.files(document.id), seal: seal, carriesFiles: true,
        content: """
          \(input.filling(chosen).html)\(input.filling(vouching).html)\(Button("Thêm tệp", style: .primary).html)
          """
      ).html)
  }

  var filingButton: Button {
    Button(
      "Đưa vào hồ sơ",
      path: FramePaths.filing(kind: RecordReference.incomingDocumentCode, number: document.id.number), key: "m")
  }

  var copyButton: Button {
    Button(
      "Sao văn bản",
      path: FramePaths.copying(kind: RecordReference.incomingDocumentCode, number: document.id.number),
      obstacles: document.copyObstacles(files))
  }

  private func input(of act: RefusedAct.Act) -> FormInput {
    refused.flatMap { $0.act == act ? $0.input : nil } ?? FormInput()
  }

  func secrecyDialog(_ seal: FormSeal) -> Dialog {
    Dialog(
      id: "dau-mat", title: "Văn bản này có dấu mật?",
      content: """
        <p>Văn bản bị niêm giữ ngay: không ai xem, tìm hay tải được. Chánh văn phòng hoặc lãnh đạo xác nhận, văn thư \
        xóa.</p>\
        \(ActForm(
          action: SecrecyPaths.act(.report, on: IncomingDocumentPaths.show(document.id)), seal: seal,
          button: Button("Có dấu mật, niêm giữ", style: .grave)
        ).html)
        """)
  }

  func cancelDialog(_ seal: FormSeal) -> Dialog {
    let input = input(of: .cancelNumber)
    let reason = Field(
      "Lý do hủy", name: RefusedAct.reason, required: true, focus: input.isRefused, lengthMax: 500)
    return Dialog(
      id: RefusedAct.Act.cancelNumber.rawValue, title: "Hủy số đến \(document.arrivalNumber)?", input: input,
      pagePath: IncomingDocumentPaths.show(document.id),
      content: """
        <p>Số đã hủy không cấp lại. Dòng vẫn nằm trong sổ, màu xám, với lý do.</p>\
        \(ActForm(
          action: IncomingDocumentPaths.cancellation(document.id), seal: seal,
          content: "\(input.filling(reason).html)\(Button("Hủy số đến", style: .grave).html)"
        ).html)
        """)
  }
}
