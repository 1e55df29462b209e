/// What a file is, judged by its bytes, never by its name.
package enum FileKind: String, Sendable, CaseIterable, Codable {
  case pdf, doc, docx, xls, xlsx, jpeg, png, tiff, text
  case encryptedOffice, otherOffice, otherZip, html, xml, rtf, executable, empty, unknown

  /// Kinds that belong together: a name may say one where the bytes say another of the same family.
  package enum Family: Sendable { case pdf, word, excel, image, text, other }

  package var family: Family {
    switch self {
    case .pdf: .pdf
    case .doc, .docx: .word
    case .xls, .xlsx: .excel
    case .jpeg, .png, .tiff: .image
    case .text: .text
    case .encryptedOffice, .otherOffice, .otherZip, .html, .xml, .rtf, .executable, .empty, .unknown: .other
    }
  }

  /// The system takes PDF, Word, pictures, Excel and plain text.
  package var isAccepted: Bool { family != .other }

  /// In Vietnamese, inside a sentence: «… thực ra là trang HTML».
  package var label: String {
    switch self {
    case .pdf: "PDF"
    case .doc: "tài liệu Word (.doc)"
    case .docx: "tài liệu Word (.docx)"
    case .xls: "bảng tính Excel (.xls)"
    case .xlsx: "bảng tính Excel (.xlsx)"
    case .jpeg: "ảnh JPEG"
    case .png: "ảnh PNG"
    case .tiff: "ảnh TIFF"
    case .text: "văn bản thuần"
    case .encryptedOffice: "tài liệu Office có mật khẩu"
    case .otherOffice: "tài liệu Office khác Word và Excel"
    case .otherZip: "tệp nén ZIP"
    case .html: "trang HTML"
    case .xml: "tệp XML"
    case .rtf: "tài liệu RTF"
    case .executable: "chương trình chạy được"
    case .empty: "tệp rỗng"
    case .unknown: "tệp không rõ loại"
    }
  }

  /// The MIME type to serve it as.
  package var mediaType: String {
    switch self {
    case .pdf: "application/pdf"
    case .doc: "application/msword"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xls: "application/vnd.ms-excel"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .tiff: "image/tiff"
    case .text: "text/plain; charset=utf-8"
    case .encryptedOffice, .otherOffice, .otherZip, .html, .xml, .rtf, .executable, .empty, .unknown:
      "application/octet-stream"
    }
  }

  /// The usual ending of its name, without a dot; nil for what is not accepted.
  package var fileExtension: String? {
    switch self {
    case .jpeg: "jpg"
    case .tiff: "tif"
    case .text: "txt"
    default: isAccepted ? rawValue : nil
    }
  }

  /// What a name claims by its ending; nil when the ending says nothing that we know.
  package static func claimed(byName name: String) -> (family: Family, label: String)? {
    let pieces = name.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count > 1, let ending = pieces.last?.lowercased() else { return nil }
    switch ending {
    case "pdf": return (.pdf, "PDF")
    case "doc", "docx", "dot", "dotx": return (.word, "Word")
    case "xls", "xlsx": return (.excel, "Excel")
    case "jpg", "jpeg", "jpe", "png", "tif", "tiff": return (.image, "ảnh")
    case "txt": return (.text, "văn bản thuần")
    default: return nil
    }
  }
}
