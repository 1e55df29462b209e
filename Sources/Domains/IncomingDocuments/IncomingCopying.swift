import Documents
import Kernel

/// What stands in the way of copying an incoming document (COPY-04): known where the document is, so that its page and
/// the request refuse with the same words.
extension IncomingDocument {
  /// Why the number of a destroyed document is cancelled: nothing of it is kept, copies neither (MAT-05).
  package static let destroyedReason = "có dấu chỉ độ mật"

  package func copyObstacles(_ files: [IncomingFile]) -> [String] {
    switch state {
    case .quarantined: return ["Văn bản đang niêm giữ vì có dấu mật; không sao."]
    case .cancelled: return ["Số đến \(arrivalNumber) đã hủy nên không sao được."]
    case .registered: break
    }
    if let recalled { return [recalled.refusal(arrivalNumber).message] }
    let own = files.filter { $0.workItem == nil }
    if own.isEmpty { return ["Văn bản chưa có tệp. Thêm bản quét hoặc tệp điện tử trước khi sao."] }
    return own.contains { $0.copyObstacle == nil } ? [] : own.compactMap(\.copyObstacle)
  }
}

extension IncomingFile {
  /// Why nothing of this file is copied now; nil when it can be.
  package var copyObstacle: String? {
    guard kind.isShown else { return "Tệp «\(name)» không có trang để sao." }
    switch state {
    case .waiting: return "Tệp «\(name)» đang được đọc để chắc không có dấu mật; sao được khi đọc xong."
    case .unreadable: return "Tệp «\(name)» không mở được nên không sao được."
    case .withheld: return "Tệp «\(name)» đang niêm giữ; không sao."
    case .read: return nil
    }
  }
}
