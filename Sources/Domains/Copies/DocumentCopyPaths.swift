import Kernel
import Markup

/// Addresses of copies.
package enum DocumentCopyPaths {
  package static let list = FramePaths.copies
  /// The form for one document.
  static func new(_ record: RecordReference, file: Int64? = nil, form: CopyForm? = nil) -> String {
    let path = FramePaths.copying(kind: record.code, number: record.number)
    let parts = [file.map { "\(CopyField.file)=\($0)" }, form.map { "\(CopyField.form)=\($0.rawValue)" }]
      .compactMap(\.self)
    return parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
  }
  /// Images of the pages of what is copied, while the form is filled.
  static func sourcePage(_ source: CopySource, _ page: Int, small: Bool = false) -> String {
    "\(FramePaths.copying(kind: source.record.code, number: source.record.number))/tep/\(source.file)/trang/\(page)"
      + (small ? "?nho=1" : "")
  }

  package static func show(_ id: DocumentCopy.ID) -> String { "\(list)/\(id)" }
  static func preview(_ id: DocumentCopy.ID) -> String { "\(show(id))/xem-truoc" }
  static func live(_ id: DocumentCopy.ID) -> String { "\(show(id))/tien-do" }
  static func file(_ id: DocumentCopy.ID) -> String { "\(show(id))/tep" }
  static func page(_ id: DocumentCopy.ID, _ page: Int, small: Bool = false) -> String {
    "\(show(id))/trang/\(page)" + (small ? "?nho=1" : "")
  }
  static func act(_ id: DocumentCopy.ID, _ act: DocumentCopy.Step) -> String { "\(show(id))/\(name(of: act))" }

  static func name(of step: DocumentCopy.Step) -> String {
    switch step {
    case .approve: "dong-y"
    case .refuse: "khong-dong-y"
    case .withdraw: "rut"
    case .number: "cap-so"
    case .give: "giao"
    case .cancel: "huy-so"
    }
  }

  /// Copies that wait for their number.
  static let waiting = "\(list)?\(CopyListName.state)=\(DocumentCopy.State.approved.rawValue)"
}

/// Names in the list's address.
enum CopyListName {
  static let form = "hinh-thuc"
  static let state = "tinh-trang"
}

/// Names of the fields of the forms.
package enum CopyField {
  package static let file = "tep"
  package static let form = "hinh-thuc"
  package static let way = "cach"
  package static let parts = "phan"
  package static let recipients = "noi-nhan"
  package static let amount = "so-ban"
  package static let purpose = "muc-dich"
  package static let decider = "nguoi-quyet-dinh"
  /// The file is itself a full copy: the asker has seen it.
  package static let vouchedCopy = "la-ban-sao-y"
  package static let note = "y-kien"
  package static let reason = "ly-do"
  package static let receipt = "ky-nhan"
}
