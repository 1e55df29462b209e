import Database
import FileVault
import Kernel

/// A flow above this module that made something of incoming documents: when one is destroyed for its secrecy mark,
/// nothing that was made of it may stay (MAT-05). `App` brings them together.
package protocol DestroyedDocumentFollower: Sendable {
  /// Forgets it, in the destroying transaction. Gives the hashes of files that nothing names any more.
  func documentIsDestroyed(
    _ document: IncomingDocument.ID, by actor: Actor, in transaction: any Transaction
  ) throws -> [FileHash]
}
