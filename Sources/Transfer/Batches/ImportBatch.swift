import FileVault
import Kernel

/// One source brought in by an agency (đợt nhập): the same file again goes on where it stopped.
package struct ImportBatch: Sendable, Equatable {
  package typealias ID = Identifier<ImportBatch>

  /// What the rows of a source are.
  package enum Kind: String, Sendable, CaseIterable {
    /// Lines of an old book.
    case documents
    /// Agencies, units, people and posts.
    case organization
  }

  package enum State: String, Sendable, CaseIterable {
    /// Uploaded or named; its trial run has not ended.
    case checking
    /// Looked through: nothing is entered yet, or some rows are not.
    case checked
    case entering
    case done
    /// Nothing came of it; `trouble` says why.
    case failed

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .checking: "Đang kiểm tra"
      case .checked: "Đã kiểm tra"
      case .entering: "Đang nhập"
      case .done: "Đã nhập xong"
      case .failed: "Không nhập được"
      }
    }
  }

  /// Rows by what became of them.
  package struct Counts: Sendable, Equatable {
    package var rows = 0
    /// May be entered.
    package var good = 0
    /// Rows with something wrong.
    package var problems = 0
    /// Likely duplicates.
    package var duplicates = 0
    /// Entered by this batch.
    package var entered = 0

    package init(rows: Int = 0, good: Int = 0, problems: Int = 0, duplicates: Int = 0, entered: Int = 0) {
      self.rows = rows
      self.good = good
      self.problems = problems
      self.duplicates = duplicates
      self.entered = entered
    }
  }

  package var id: ID
  package var kind: Kind
  package var agency: AgencyID
  package var sourceName: String
  package var sourceHash: FileHash
  package var settings: ImportSettings
  package var state: State
  package var counts = Counts()
  /// What the trial run would add and change; only of lists of the body.
  package var tally: OrganizationTally?
  package var askedAt: Instant
  package var askedBy: String
  var account: AccountID
  var post: PostID
  package var finishedAt: Instant?
  package var trouble: String?
  /// Uploaded files that wait outside the vault; none for a batch of the command line.
  var upload: StagedFile?
  var files: StagedFile?
  package var version: Int

  /// A job has work with it.
  var isWorking: Bool { state == .checking || state == .entering }
}

extension RecordReference {
  /// A batch of rows brought in.
  package static func importBatch(_ id: ImportBatch.ID) -> RecordReference {
    RecordReference(code: "importBatch", number: id.number)
  }
}
