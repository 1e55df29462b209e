import Documents
import Kernel
import Work

/// A document that is being written (dự thảo văn bản): from the order to write it until it is signed. Number and issue
/// follow in another module.
package struct Draft: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Draft>

  package let id: ID
  package var agency: AgencyID
  /// The unit that writes it and answers for its content (đơn vị chủ trì soạn thảo, ST-01).
  package var unit: UnitID
  package var unitName: String
  /// Người soạn thảo (ST-01, ST-04).
  package var drafter: PostID
  package var drafterName: String
  /// Who said that it be written, and by whom (ST-01): the drafter, when nobody else did.
  package var assigner: PostID
  package var assignerName: String
  package var assignedAt: Instant
  package var facts: DraftFacts
  package var origin: DraftOrigin?
  /// Number of the newest version; 0 while there is no file.
  package var latestVersion = 0
  /// How often it was submitted: what was checked before the last time counts no more.
  package var round = 0
  /// Why it will never be issued; nil while it may be.
  package var cancelReason: String?
  /// Set by the module that numbers and issues; nil before.
  package var outgoing: OutgoingStage?
  /// Folded from its work, never set by hand.
  package var progress = DraftProgress.drafting
  package var version = 1

  /// How far it is after the signature.
  package enum OutgoingStage: String, Sendable, CaseIterable {
    case numbered, issued, recalled
  }

  package init(
    id: ID, agency: AgencyID, unit: UnitID, unitName: String, drafter: PostID, drafterName: String, assigner: PostID,
    assignerName: String, assignedAt: Instant, facts: DraftFacts, origin: DraftOrigin? = nil
  ) {
    self.id = id
    self.agency = agency
    self.unit = unit
    self.unitName = unitName
    self.drafter = drafter
    self.drafterName = drafterName
    self.assigner = assigner
    self.assignerName = assignerName
    self.assignedAt = assignedAt
    self.facts = facts
    self.origin = origin
  }

  /// Nothing more can be written or checked.
  package var isOver: Bool { cancelReason != nil || outgoing != nil }
}

/// From what a draft came (nguồn): a record of any kind, and the piece of work that is done when the draft is issued.
package struct DraftOrigin: Sendable, Equatable {
  package var record: RecordReference
  /// The work that its issue completes; nil when none waits for it.
  package var item: WorkItem.ID?

  package init(_ record: RecordReference, item: WorkItem.ID? = nil) {
    self.record = record
    self.item = item
  }
}

extension RecordReference {
  /// Code of references to drafts.
  package static let draftCode = "draft"

  /// A draft.
  package static func draft(_ id: Draft.ID) -> RecordReference { RecordReference(code: draftCode, number: id.number) }
}
