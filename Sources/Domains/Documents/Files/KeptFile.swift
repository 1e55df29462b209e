import FileVault
import Papers

/// A file kept in the vault that is about to get its row.
package struct KeptFile: Sendable, Equatable {
  package var name: String
  package var kind: FileKind
  package var stored: StoredFile
  package var pageCount: Int?

  package init(name: String, kind: FileKind, stored: StoredFile, pageCount: Int? = nil) {
    self.name = name
    self.kind = kind
    self.stored = stored
    self.pageCount = pageCount
  }
}
