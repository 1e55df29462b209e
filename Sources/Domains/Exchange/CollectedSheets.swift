import Database
import Kernel

/// A form for reports (biểu thu báo cáo) as the page of the document that it belongs to shows it.
package struct CollectedSheet: Sendable, Equatable {
  package enum Standing: String, Sendable { case open, done, wrong }

  package var title: String
  /// «hạn Thứ Sáu, 20/11/2026».
  package var line: String
  package var stateLabel: String
  package var standing: Standing
  package var path: String
  /// What it is opened for: «Điền số liệu».
  package var act: String

  package init(
    _ title: String, line: String, stateLabel: String, standing: Standing, path: String, act: String
  ) {
    self.title = title
    self.line = line
    self.stateLabel = stateLabel
    self.standing = standing
    self.path = path
    self.act = act
  }
}

/// A flow that collects reports by documents. `App` hands it to whoever shows the documents.
package protocol CollectedSheets: Sendable {
  /// What belongs to a document or packet, as far as the actor may see it.
  func sheets(
    of record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> [CollectedSheet]

  /// Where the actor would ask for reports by this document; nil when that is not theirs.
  func askingPath(
    for record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) throws -> String?
}

/// Where no flow collects reports.
package struct NoCollectedSheets: CollectedSheets {
  package init() {}

  package func sheets(
    of record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) -> [CollectedSheet] { [] }

  package func askingPath(
    for record: RecordReference, visibleTo actor: Actor, in transaction: any Transaction
  ) -> String? { nil }
}
