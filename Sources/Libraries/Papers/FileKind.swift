/// What a file is, judged by its bytes, never by its name.
package enum FileKind: String, Sendable, CaseIterable, Codable {
  case pdf, doc, docx, xls, xlsx, jpeg, png, tiff, text
  case mp3, wav, ogg, mp4, mov, webm, eml, msg
  case encryptedOffice, otherOffice, otherZip, heic, html, xml, rtf, executable, empty, unknown

  /// Kinds that belong together: a name may say one where the bytes say another of the same family.
  package enum Family: Sendable {
    case pdf, word, excel, image, text
    /// Sound and video: the same container carries either, and the name alone says which.
    case recording
    case mail
    case other

    /// What documents are made of.
    package static let papers: Set<Family> = [.pdf, .word, .excel, .image, .text]
    /// What may lie in a dossier beside documents: film, photos, sound, e-mail too (HS-04).
    package static let matter: Set<Family> = papers.union([.recording, .mail])
  }

  package var family: Family {
    switch self {
    case .pdf: .pdf
    case .doc, .docx: .word
    case .xls, .xlsx: .excel
    case .jpeg, .png, .tiff: .image
    case .text: .text
    case .mp3, .wav, .ogg, .mp4, .mov, .webm: .recording
    case .eml, .msg: .mail
    case .encryptedOffice, .otherOffice, .otherZip, .heic, .html, .xml, .rtf, .executable, .empty, .unknown: .other
    }
  }

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
    case .mp3: "ghi âm MP3"
    case .wav: "ghi âm WAV"
    case .ogg: "ghi âm OGG"
    case .mp4: "ghi âm, ghi hình MP4"
    case .mov: "ghi hình MOV"
    case .webm: "ghi hình WebM"
    case .eml: "thư điện tử (.eml)"
    case .msg: "thư điện tử Outlook (.msg)"
    case .heic: "ảnh HEIC của điện thoại"
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
    case .mp3: "audio/mpeg"
    case .wav: "audio/wav"
    case .ogg: "audio/ogg"
    case .mp4: "video/mp4"
    case .mov: "video/quicktime"
    case .webm: "video/webm"
    case .eml: "message/rfc822"
    case .msg: "application/vnd.ms-outlook"
    case .encryptedOffice, .otherOffice, .otherZip, .heic, .html, .xml, .rtf, .executable, .empty, .unknown:
      "application/octet-stream"
    }
  }

  /// The usual ending of its name, without a dot; nil for what is taken nowhere.
  package var fileExtension: String? {
    switch self {
    case .jpeg: "jpg"
    case .tiff: "tif"
    case .text: "txt"
    default: family == .other ? nil : rawValue
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
    case "mp3", "wav", "ogg", "oga", "opus", "m4a": return (.recording, "ghi âm")
    case "mp4", "m4v", "mov", "webm", "3gp": return (.recording, "ghi hình")
    case "eml", "msg": return (.mail, "thư điện tử")
    default: return nil
    }
  }
}
