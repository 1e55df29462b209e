import FileVault
import Kernel
import Markup
import Papers

/// A file of an outgoing document. Its bytes lie in the vault and are never altered (DI-13).
package struct OutgoingFile: Sendable, Equatable {
  package typealias ID = Identifier<OutgoingFile>

  package enum State: String, Sendable, CaseIterable {
    /// Not opened yet.
    case waiting
    case read
    /// No tool can open it: the document cannot be issued with it.
    case unreadable
  }

  package var id: ID
  package var document: OutgoingDocument.ID
  /// From 1; the document itself first.
  package var position: Int
  package var name: String
  package var kind: FileKind
  package var bytes: Int64
  package var hash: FileHash
  package var pageCount: Int?
  package var state: State
  package var trouble: String?
  /// The agency has said that what looks like a secrecy mark in it is none (MAT-05).
  package var isCleared = false
}

extension OutgoingFile {
  /// Its pages.
  func viewer(named name: String) -> PageViewer {
    let images = (0..<(state == .unreadable ? 0 : pageCount ?? 1)).map { index in
      PageViewer.Image(
        page: index + 1, path: OutgoingDocumentPaths.page(self, index + 1),
        thumbnailPath: OutgoingDocumentPaths.thumbnail(self, index + 1))
    }
    return PageViewer(
      name: name, images: images, emptyLine: "Không đọc được tệp này\(trouble.map { ": \($0)" } ?? "").")
  }
}
