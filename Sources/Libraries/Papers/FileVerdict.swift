import Foundation
import Kernel

/// What was found in a file, and whether the system takes it.
package struct FileVerdict: Sendable, Equatable {
  /// A wrong that its bytes show before any tool opens it.
  package enum Flaw: Sendable, Equatable {
    case encrypted
    /// Ends too early: an interrupted copy or download.
    case truncated
    /// A ZIP-based file that would unpack to more than is sane; the text says which limit.
    case bomb(String)
    /// A ZIP-based file whose directory cannot be read.
    case damaged
  }

  package static let accepted = "Hệ thống nhận PDF, Word, ảnh, Excel, văn bản thuần."
  /// The same where recordings and e-mail are taken too.
  package static let acceptedMatter =
    "Hồ sơ nhận PDF, Word, ảnh, Excel, văn bản thuần, ghi âm (MP3, M4A, WAV, OGG), ghi hình (MP4, MOV, WebM), thư (EML, MSG)."

  package var kind: FileKind
  package var flaw: Flaw?

  package init(kind: FileKind, flaw: Flaw? = nil) {
    self.kind = kind
    self.flaw = flaw
  }

  /// Why a file of this name is not taken: what was found and what is accepted. Nil when it is taken.
  package func refusal(named name: String, taking families: Set<FileKind.Family> = FileKind.Family.papers) -> Refusal? {
    message(named: name, families).map { Refusal(.invalid, $0) }
  }

  private func message(named name: String, _ families: Set<FileKind.Family>) -> String? {
    let accepted = families.contains(.recording) ? Self.acceptedMatter : Self.accepted
    if kind == .empty {
      return "Tệp «\(name)» rỗng (0 byte), không có nội dung. Kiểm tra lại tệp gốc rồi tải lên lại."
    }
    if kind == .encryptedOffice || flaw == .encrypted {
      return "Tệp «\(name)» có mật khẩu nên không đọc được. Bỏ mật khẩu rồi tải lên lại. \(accepted)"
    }
    switch flaw {
    case .truncated:
      return kind.family == .recording
        ? "Tệp «\(name)» bị cắt cụt, thiếu một phần. Chép lại từ máy ghi rồi gửi tệp đầy đủ."
        : "Tệp «\(name)» bị cắt cụt, thiếu phần cuối. Tải lại hoặc quét lại rồi gửi tệp đầy đủ."
    case .damaged:
      return "Tệp «\(name)» bị hỏng, không mở được. Mở bằng chương trình đã tạo ra nó, lưu lại rồi tải lên."
    case .bomb(let reason): return "Tệp «\(name)» không an toàn: \(reason). Hệ thống không nhận tệp này."
    case .encrypted, nil: break
    }
    let claim = FileKind.claimed(byName: name)
    if kind == .heic {
      return "Tệp «\(name)» là \(kind.label), máy khác không mở được. Lưu thành JPEG rồi tải lên lại."
    }
    guard families.contains(kind.family) else {
      if let claim, claim.family == kind.family {
        return "Tệp «\(name)» là \(kind.label), không nhận ở đây. \(accepted)"
      }
      let instead = claim.map { ", không phải \($0.label)" } ?? ""
      return "Tệp «\(name)» thực ra là \(kind.label)\(instead). \(accepted)"
    }
    if let claim, claim.family != kind.family {
      return "Tệp «\(name)» thực ra là \(kind.label), không phải \(claim.label)."
        + " Đổi đuôi tên tệp cho đúng rồi tải lên lại. \(accepted)"
    }
    return nil
  }

  /// Judges the file by its bytes. Reads its head, its tail and, for ZIP and OLE2, its directory; never the whole.
  package static func judging(_ file: URL) throws -> FileVerdict {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let source = try ByteSource(handle)
    let head = try source.bytes(at: 0, count: 65_536)
    let kind = FileSignature.kind(ofHead: head, isWhole: source.count <= head.count)
    switch kind {
    case .pdf:
      let tail = try source.bytes(at: max(0, source.count - 4096), count: 4096)
      return FileVerdict(kind: .pdf, flaw: tail.contains("%%EOF") ? nil : .truncated)
    case .otherZip: return try ZIPDirectory.verdict(of: source)
    case .otherOffice: return try CompoundFile.verdict(of: source)
    case .mp4, .mov: return FileVerdict(kind: kind, flaw: try MovieBoxes.flaw(of: source))
    case .wav:
      let told = (head.number32(at: 4) ?? 0) + 8
      return FileVerdict(kind: kind, flaw: told > source.count && told < 0xFFFF_FFFF ? .truncated : nil)
    default: return FileVerdict(kind: kind)
    }
  }
}
