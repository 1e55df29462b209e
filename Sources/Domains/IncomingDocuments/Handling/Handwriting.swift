import Documents
import FileVault
import Kernel
import Papers

/// The leader's handwriting on a paper directive (bút tích), scanned by the clerk who keys the directive in (DEN-12).
package struct Handwriting: Sendable, Equatable {
  package var directive: Directive.ID
  package var document: IncomingDocument.ID
  package var name: String
  package var kind: FileKind
  package var stored: StoredFile
  package var pageCount: Int?

  /// Why a file is no picture of handwriting; nil when it may be one.
  static func obstacle(_ file: KeptFile) -> Refusal.Reason? {
    guard file.kind.family != .pdf, file.kind.family != .image else { return nil }
    return .init(
      "«\(file.name)» là \(file.kind.label). Bút tích cần ở dạng ảnh hoặc PDF.", field: HandlingField.handwriting)
  }
}

extension FileKind {
  /// For the browser's file window.
  static let handwritingAccepted = ".pdf,.jpg,.jpeg,.png,.tif,.tiff"
}
