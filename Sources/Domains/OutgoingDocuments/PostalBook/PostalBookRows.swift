import Database
import Kernel
import Lists
import Papers
import VietnameseText
import WebApp

/// Sổ gửi văn bản đi bưu điện (form 6.2): a line for each place that a document went to by post.
package struct PostalBookRows: ShownList {
  package init() {}

  package let code = "so-gui-buu-dien"
  package let title = "Sổ gửi văn bản đi bưu điện"
  package let path = OutgoingDocumentPaths.postalBook
  package let order = "thời điểm ghi gửi, mới nhất lên đầu"

  /// The decree's six columns.
  package var columns: [ListColumn] {
    PostalColumn.allCases.map {
      ListColumn($0.rawValue, $0.label, width: $0.sheetWidth, isUsual: true, isFixed: $0 == .recipient)
    }
  }

  package func criteria(
    _ address: Form, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> [String] {
    let (from, to) = Self.days(address, today: today)
    return (from.map { ["Từ ngày \($0.text)"] } ?? []) + (to.map { ["Đến hết ngày \($0.text)"] } ?? [])
  }

  package func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch {
    let (from, to) = Self.days(address, today: today)
    let lines = try PostalBookStore(transaction).lines(
      from: from, to: to, before: key, limit: limit + 1, visibleTo: actor)
    let shown = Array(lines.prefix(limit))
    return ListBatch(
      rows: shown.map { line in
        ListBatch.Row(
          Dictionary(uniqueKeysWithValues: zip(PostalColumn.allCases.map(\.rawValue), line.sheetCells)))
      }, next: lines.count > limit ? shown.last?.key : nil)
  }

  /// The days asked for; nil where the book has no bound.
  static func days(_ address: Form, today: Day) -> (from: Day?, to: Day?) {
    (
      TypedDay.parse(address[OutgoingListName.fromDay], today: today),
      TypedDay.parse(address[OutgoingListName.toDay], today: today)
    )
  }
}

extension PostalLine {
  /// The six cells, in the order of the columns.
  var sheetCells: [SpreadsheetFile.Cell] {
    [
      .day(sentOn), .text(codeText), .text(recipient), envelopes.map { .number($0) } ?? .empty, .text(proof),
      .text(note),
    ]
  }
}
