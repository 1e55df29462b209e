import Documents
import Kernel

/// What stands in the way of copying an outgoing document (COPY-04): known where the document is, so that its page and
/// the request refuse with the same words.
extension OutgoingDocument {
  package func copyObstacles(_ files: [OutgoingFile]) -> [String] {
    switch state {
    case .numbered: return ["Văn bản \(codeText) chưa phát hành; sao được sau khi phát hành."]
    case .recalled: return ["Văn bản \(codeText) đã thu hồi nên không sao nữa."]
    case .cancelled: return ["Số \(codeText) đã hủy nên không sao được."]
    case .issued: break
    }
    if files.isEmpty { return ["Văn bản chưa có tệp."] }
    return files.contains { $0.copyObstacle == nil } ? [] : files.compactMap(\.copyObstacle)
  }
}

extension OutgoingFile {
  /// Why nothing of this file is copied now; nil when it can be.
  package var copyObstacle: String? {
    guard kind.isShown else { return "Tệp «\(name)» không có trang để sao." }
    switch state {
    case .waiting: return "Tệp «\(name)» đang được đọc để chắc không có dấu mật; sao được khi đọc xong."
    case .unreadable: return "Tệp «\(name)» không mở được nên không sao được."
    case .read: return nil
    }
  }
}
