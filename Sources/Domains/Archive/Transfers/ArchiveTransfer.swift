import Dossiers
import FilePlans
import Kernel

/// Dossiers that a unit hands over to the archive together (đợt giao nộp, HS-07): a record of its own, from which the
/// transfer list and the minutes are printed. Names are those of the day.
package struct ArchiveTransfer: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<ArchiveTransfer>

  package let id: ID
  package var agency: AgencyID
  package var year: Int
  /// Within the agency's year.
  package var number: Int
  package var unit: UnitID
  package var unitName: String
  package var agencyName: String
  package var superiorName: String
  package var placeName: String
  package var giverPost: PostID
  /// «Bùi Quốc Khánh, Chuyên viên».
  package var giverName: String
  package var submittedAt: Instant
  /// Who took the last of it over; nil while nothing was.
  package var receiverName: String?
  /// When the last of it was decided; nil while something waits.
  package var settledAt: Instant?

  /// «Đợt 3/2026».
  package var name: String { "Đợt \(number)/\(year)" }
}

/// One dossier of a transfer, as it was handed over.
package struct ArchiveTransferLine: Sendable, Equatable {
  /// What became of it.
  package enum Outcome: String, Sendable, CaseIterable {
    case waiting, accepted, returned, withdrawn

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Chờ nhận"
      case .accepted: "Đã nhận"
      case .returned: "Trả lại"
      case .withdrawn: "Đơn vị rút lại"
      }
    }
  }

  package var position: Int
  package var dossier: Dossier.ID
  package var year: Int
  package var notation: String
  package var title: String
  package var startedOn: Day
  package var endedOn: Day?
  package var retention: RetentionPeriod
  package var itemCount: Int
  package var fileCount: Int
  package var pageTotal: Int
  package var outcome = Outcome.waiting
  /// Why it went back, or what the archive said of differences.
  package var words = ""
  package var decidedAt: Instant?
  package var decidedBy: String?

  /// «05/01/2026 – 20/11/2026».
  package var timeText: String { startedOn.text + (endedOn.map { " – \($0.text)" } ?? "") }
}

extension [ArchiveTransferLine] {
  package var files: Int { reduce(0) { $0 + $1.fileCount } }
  package var pages: Int { reduce(0) { $0 + $1.pageTotal } }
  package func count(_ outcome: ArchiveTransferLine.Outcome) -> Int { filter { $0.outcome == outcome }.count }

  /// What is handed over, or shall be: not what went back.
  package var standing: [ArchiveTransferLine] { filter { $0.outcome == .waiting || $0.outcome == .accepted } }

  /// «01/2026 – 11/2026» of all of them, as the minutes print it.
  package var timeText: String {
    guard let first = map(\.startedOn).min(), let last = compactMap(\.endedOn).max() else { return "" }
    return "từ ngày \(first.text) đến ngày \(last.text)"
  }
}

extension RecordReference {
  package static let archiveTransferCode = "archiveTransfer"

  /// Dossiers handed over together.
  package static func archiveTransfer(_ id: ArchiveTransfer.ID) -> RecordReference {
    RecordReference(code: archiveTransferCode, number: id.number)
  }
}
