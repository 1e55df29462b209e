import Database
import Kernel
import Papers
import WebApp

/// A list whose readers choose its columns, keep its filters under a name, and take its rows with them as a file
/// (PL6-65 to PL6-68). Each domain describes its own; `App` collects them.
package protocol ShownList: Sendable {
  /// In addresses and in the database: `van-ban-den`.
  var code: String { get }
  /// «Văn bản đến».
  var title: String { get }
  var path: String { get }
  /// In the usual order.
  var columns: [ListColumn] { get }
  /// How the rows are ordered, in words (PL6-67).
  var order: String { get }

  /// The order that an address shows; files have `order`.
  func order(_ address: Form) -> String

  /// What the address asks for, in words, an entry each: «Loại: Công văn».
  func criteria(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws -> [String]

  /// Rows behind the address, in the list's order, within the actor's rights. `key` is the last batch's end.
  func batch(
    _ address: Form, after key: Int64?, limit: Int, today: Day, by actor: Actor, in transaction: any Transaction
  ) throws -> ListBatch
}

extension ShownList {
  package func order(_ address: Form) -> String { order }
}

/// Some rows of a list, to be written into a file.
package struct ListBatch: Sendable {
  package struct Row: Sendable {
    /// By the column's id; a missing one is empty.
    package var cells: [String: SpreadsheetFile.Cell]
    /// A cancelled number.
    package var isGrey: Bool

    package init(_ cells: [String: SpreadsheetFile.Cell], isGrey: Bool = false) {
      self.cells = cells
      self.isGrey = isGrey
    }
  }

  package var rows: [Row]
  /// Where the next batch goes on; nil at the end.
  package var next: Int64?

  package init(rows: [Row], next: Int64?) {
    self.rows = rows
    self.next = next
  }
}

/// Every list of the product.
package struct ListCatalogue: Sendable {
  private let lists: [any ShownList]

  package init(_ lists: [any ShownList]) { self.lists = lists }

  /// The list of a code. Refuses what is none.
  package func find(_ code: String) throws(Refusal) -> any ShownList {
    guard let list = lists.first(where: { $0.code == code }) else {
      throw Refusal(.notFound, "Không có danh sách này.")
    }
    return list
  }

  /// The list of a code that was stored, if it still exists.
  package func known(_ code: String) -> (any ShownList)? { lists.first { $0.code == code } }
}
