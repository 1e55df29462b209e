import Kernel

/// The documents of one matter (hồ sơ công việc).
package struct Dossier: Sendable, Equatable {
  package typealias ID = Identifier<Dossier>

  package var id: ID
}
