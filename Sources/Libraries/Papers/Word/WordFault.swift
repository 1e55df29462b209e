import Kernel

/// Why a Word file cannot be opened.
package enum WordFault: FileTrouble, Sendable, Equatable {
  /// It is no Word file by its bytes.
  case notWord(FileKind)
  /// The archive or one of its parts cannot be read.
  case broken(String)
  /// More than an honest document has: parts, bytes, depth, paragraphs.
  case tooMuch(String)
  /// It would fetch or start something by itself when opened.
  case startsPrograms

  package func refusal(named name: String) -> Refusal {
    switch self {
    case .notWord(let kind):
      Refusal(
        .invalid, "Tệp «\(name)» thực ra là \(kind.label), không phải tài liệu Word. Tải lên tệp .docx hoặc .doc.")
    case .broken(let part):
      Refusal(
        .invalid, "Tệp Word «\(name)» bị hỏng (\(part)), không mở được. Mở bằng Word, lưu lại dạng .docx rồi tải lên.")
    case .tooMuch(let what):
      Refusal(.invalid, "Tệp Word «\(name)» không an toàn: \(what). Hệ thống không nhận tệp này.")
    case .startsPrograms:
      Refusal(
        .invalid,
        "Tệp Word «\(name)» có trường DDE tự chạy chương trình khi mở nên không được nhận. Chép nội dung sang tệp mới"
          + " rồi tải lên.")
    }
  }
}
