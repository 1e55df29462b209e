import FileVault
import Kernel
import Papers

/// An uploaded file that waits for registration (giấy chờ vào sổ): outside vault, backup and index, without a number.
package struct WaitingPaper: Sendable, Equatable {
  package typealias ID = Identifier<WaitingPaper>

  package enum State: String, Sendable, CaseIterable {
    case reading, read, unreadable
  }

  package var id: ID
  package var agency: AgencyID
  package var fileName: String
  package var kind: FileKind
  package var staged: StagedFile
  package var pageCount: Int?
  package var state: State
  /// Why it is unreadable, or why it cannot be read yet.
  package var trouble: String?
  /// What lists show of it; nil before the first page is read.
  package var glance: PaperGlance?
  /// Pages recognized from their picture so far.
  package var recognizedPages: Int
  package var uploadedAt: Instant
  package var uploadedBy: String
  package var version: Int
}

extension RecordReference {
  static let waitingPaperCode = "waitingPaper"

  /// A paper that waits for registration.
  static func waitingPaper(_ id: WaitingPaper.ID) -> RecordReference {
    RecordReference(code: waitingPaperCode, number: id.number)
  }
}

extension FileVault {
  /// Removes the bytes and images of a paper that waits no longer.
  func forget(_ paper: WaitingPaper) async throws {
    try await discard(paper.staged)
    try await removeDerivatives(of: paper.staged.hash)
  }
}
