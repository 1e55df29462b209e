import Documents
import FileVault
import Kernel
import Papers
import Work

/// A file of a registered document. Its bytes lie in the vault and are never altered.
package struct IncomingFile: Sendable, Equatable {
  package typealias ID = Identifier<IncomingFile>

  package enum State: String, Sendable, CaseIterable {
    /// Its text has not been read yet.
    case waiting
    case read
    /// Kept as received, but no tool can open it.
    case unreadable
    /// Not shown and not given out: a secrecy mark was found in its document (MAT-05).
    case withheld
  }

  package var id: ID
  package var document: IncomingDocument.ID
  /// From 1; the document itself first.
  package var position: Int
  /// As it was named when uploaded.
  package var name: String
  package var kind: FileKind
  package var bytes: Int64
  package var hash: FileHash
  package var pageCount: Int?
  package var state: State
  package var trouble: String?
  /// The head of office or a leader has said that what looked like a secrecy mark is none.
  package var isCleared: Bool
  /// Where its first page is blank for the arrival stamp; nil before it is read.
  package var stamp: StampOnPage?
  /// The piece of work with which it came; nil for the document's own files.
  package var workItem: WorkItem.ID?
}
