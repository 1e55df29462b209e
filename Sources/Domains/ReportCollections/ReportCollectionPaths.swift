import Kernel
import Markup
import OutgoingDocuments

/// Addresses of collections of reports.
package enum ReportCollectionPaths {
  package static let list = FramePaths.reportCollections
  package static func making(_ document: OutgoingDocument.ID) -> String { "\(list)/lap/\(document)" }
  package static func show(_ id: ReportCollection.ID, _ standing: AskedPlace.Standing? = nil) -> String {
    "\(list)/\(id)" + (standing.map { "?tinh-trang=\($0.rawValue)" } ?? "")
  }
  static func change(_ id: ReportCollection.ID) -> String { "\(list)/\(id)/sua" }
  static func act(_ id: ReportCollection.ID, _ act: Act) -> String { "\(list)/\(id)/\(act.rawValue)" }
  static func merged(_ id: ReportCollection.ID) -> String { "\(list)/\(id)/tong-hop.xlsx" }
  static func mergedPrint(_ id: ReportCollection.ID) -> String { "\(list)/\(id)/tong-hop.pdf" }

  package static func place(_ recipient: OutgoingRecipient.ID, rows: Int? = nil, sending: Int? = nil) -> String {
    "\(list)/noi/\(recipient)" + (rows.map { "?so-dong=\($0)" } ?? sending.map { "?lan=\($0)" } ?? "")
  }
  static func file(_ recipient: OutgoingRecipient.ID) -> String { "\(place(recipient))/tep" }
  static func template(_ recipient: OutgoingRecipient.ID) -> String { "\(place(recipient))/mau.xlsx" }
  static func giveBack(_ recipient: OutgoingRecipient.ID) -> String { "\(place(recipient))/tra-lai" }

  /// Acts posted below a collection.
  enum Act: String, CaseIterable {
    case close = "khoa-so"
    case reopen = "mo-lai"
    case urge = "don-doc"
  }
}
