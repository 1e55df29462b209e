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
      ListColumn($0.rawValue, $0.label, width: $0 == .recipient ? 60 : 30, isUsual: true, isFixed: $0 == .recipient)
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
        ListBatch.Row([
          PostalColumn.day.rawValue: .day(line.sentOn), PostalColumn.code.rawValue: .text(line.codeText),
          PostalColumn.recipient.rawValue: .text(line.recipient),
          PostalColumn.envelopes.rawValue: line.envelopes.map { .number($0) } ?? .empty,
          PostalColumn.receipt.rawValue: .text(line.proof), PostalColumn.note.rawValue: .text(line.note),
        ])
      }, next: lines.count > limit ? shown.last?.key : nil)
  }

  static func days(_ address: Form, today: Day) -> (from: Day?, to: Day?) {
    (
      TypedDay.parse(address[OutgoingListName.fromDay], today: today),
      TypedDay.parse(address[OutgoingListName.toDay], today: today)
    )
  }
}
