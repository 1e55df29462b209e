import Documents
import FileVault
import Kernel
import Papers

/// One version of a draft (bản dự thảo): its file and annexes as somebody put them there. Never altered (ST-04).
package struct DraftVersion: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DraftVersion>

  package let id: ID
  /// From 1.
  package var number: Int
  package var author: PostID
  /// «Bùi Quốc Khánh, Chuyên viên».
  package var authorName: String
  package var madeAt: Instant
  /// What was changed and why, in the author's words.
  package var purpose: String
  /// Made by somebody on the way who may edit, not by the drafter (PL6-1d).
  package var isEdit: Bool
  /// The template that it was made from, «mẫu của hệ thống»; empty for a file that somebody brought.
  package var template = ""
  /// The draft itself first, annexes after it.
  package var files: [DraftFile]

  package var main: DraftFile? { files.first { $0.position == 1 } }
  package var annexes: [DraftFile] { files.filter { $0.position > 1 } }
}

/// A file of a version. Its bytes lie in the vault.
package struct DraftFile: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DraftFile>

  package let id: ID
  package var draft: Draft.ID
  /// 1 the draft itself, annexes after it.
  package var position: Int
  package var name: String
  package var kind: FileKind
  package var bytes: Int64
  package var hash: FileHash
  package var pageCount: Int?
  /// What was done to it when it was taken in: macros left out, an old form converted; empty for nothing.
  package var remark = ""
}

/// A recorded approval of exactly these files by whoever may sign them (ST-05, ST-13): what the digital signature is
/// put on, and what any edit voids (ST-06).
package struct DraftApproval: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<DraftApproval>

  package let id: ID
  package var versionNumber: Int
  package var mainHash: FileHash
  package var annexHashes: [FileHash]
  package var post: PostID
  package var person: PersonID
  /// «Trần Văn Quang».
  package var personName: String
  /// «Tổng cục trưởng».
  package var title: String
  package var capacity: SigningCapacity
  /// On what the capacity rests: «Quyết định số 12/QĐ-TCĐC phân công công tác».
  package var basis: String
  package var at: Instant
  package var voidedAt: Instant?
  package var voidReason = ""
}
