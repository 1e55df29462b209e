import Access
import Database
import Kernel
import Lists
import Papers
import SearchIndex
import WebApp

/// What a search found, as its readers shape it and take it along.
package struct SearchRows: ShownList {
  private let directory: RecordDirectory

  package init(directory: RecordDirectory) { self.directory = directory }

  package let code = "tra-cuu"
  package let title = "Tra cứu"
  package let path = "/tra-cuu"
  package let order = "ngày đến hệ thống, mới nhất lên đầu"

  package func order(_ address: Form) -> String {
    address[SearchPaths.order] == SearchPaths.byRelevance ? "độ khớp, sát nhất lên đầu" : order
  }

  package var columns: [ListColumn] { SearchColumn.allCases.map(\.listColumn) }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let question = try question(address, today: today, by: actor, in: transaction)
    return (question.words.isEmpty ? [] : ["Có: \(question.words)"]) + question.filters.map(\.label)
  }

  /// Newest first, whatever order the page was read in: an order of relevance has no end to go on from.
  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let query = try question(address, today: today, by: actor, in: transaction).query(today: today)
    let found = try SearchIndex.search(
      query, to: actor, page: key.map(KeysetPage.before) ?? .newest, limit: limit, in: transaction)
    let summaries = try directory.summaries(of: found.hits.map(\.record), visibleTo: actor, in: transaction)
    return ListBatch(rows: found.hits.compactMap { summaries[$0.record].map(Self.row) }, next: found.older)
  }

  private func question(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> SearchQuestion {
    SearchQuestion(
      address[SearchPaths.query], vocabulary: try SearchVocabularyStore(transaction: transaction).read(for: actor),
      today: today)
  }

  private static func row(_ summary: RecordSummary) -> ListBatch.Row {
    var cells: [String: SpreadsheetFile.Cell] = [:]
    for column in SearchColumn.allCases {
      cells[column.rawValue] = column == .date ? summary.date.map { .day($0) } : .text(column.text(summary))
    }
    return ListBatch.Row(cells)
  }
}

/// What a result can show of a record (PL6-65).
enum SearchColumn: String, CaseIterable {
  case subject = "trich-yeu"
  case notation = "so-ky-hieu"
  case kind = "loai"
  case number = "so"
  case issuer = "noi-gui"
  case date = "ngay"
  case state = "tinh-trang"
  case urgency = "do-khan"

  var label: String {
    switch self {
    case .subject: "Trích yếu"
    case .notation: "Số, ký hiệu"
    case .kind: "Nhóm văn bản"
    case .number: "Số trong sổ"
    case .issuer: "Nơi gửi"
    case .date: "Ngày văn bản"
    case .state: "Tình trạng"
    case .urgency: "Độ khẩn"
    }
  }

  var listColumn: ListColumn {
    ListColumn(
      rawValue, label, width: self == .subject ? 80 : self == .issuer ? 40 : 25, isFixed: self == .subject)
  }

  func text(_ summary: RecordSummary) -> String {
    switch self {
    case .subject: summary.subject
    case .notation: summary.notation
    case .kind: summary.kindLabel
    case .number: summary.number
    case .issuer: summary.issuer
    case .date: summary.date?.text ?? ""
    case .state: summary.stateLabel
    case .urgency: summary.urgencyLabel
    }
  }
}
