import Kernel

/// What «Kiểm sổ» finds in a book: every number from the first to the last is there once, or was cancelled with a
/// reason.
package struct RegisterCheck: Sendable, Equatable {
  package struct Cancelled: Sendable, Equatable {
    package var number: Int
    package var reason: String
    package var by: String
    package var at: Instant
  }

  package var book: RegisterBook
  package var checkedAt: Instant
  /// Numbers given here, cancelled ones included.
  package var count: Int
  package var first: Int?
  package var last: Int?
  package var cancelled: [Cancelled]
  /// Numbers that should be there and are not. Empty unless the data was damaged.
  package var holes: [ClosedRange<Int>]

  /// Numbers that stand in the paper book.
  package var paper: ClosedRange<Int>? { book.paperThrough > 0 ? 1...book.paperThrough : nil }

  package var isWhole: Bool { holes.isEmpty }

  /// Given and not cancelled.
  package var validCount: Int { count - cancelled.count }

  package init(
    book: RegisterBook, checkedAt: Instant, count: Int, first: Int?, last: Int?, cancelled: [Cancelled],
    gaps: [ClosedRange<Int>]
  ) {
    self.book = book
    self.checkedAt = checkedAt
    self.count = count
    self.first = first
    self.last = last
    self.cancelled = cancelled
    holes = Self.holes(book, first: first, last: last, gaps: gaps)
  }

  /// Besides gaps between numbers, what is missing before the first and after the last.
  private static func holes(
    _ book: RegisterBook, first: Int?, last: Int?, gaps: [ClosedRange<Int>]
  ) -> [ClosedRange<Int>] {
    guard let first, let last else { return book.isEmpty ? [] : [book.firstNumber...book.lastNumber] }
    var holes = gaps
    if first > book.firstNumber { holes.insert(book.firstNumber...(first - 1), at: 0) }
    if last < book.lastNumber { holes.append((last + 1)...book.lastNumber) }
    return holes
  }

  /// The finding in sentences, as the minute prints it.
  package var sentences: [String] {
    var sentences: [String] = []
    if let paper { sentences.append("Từ số \(paper.lowerBound) đến số \(paper.upperBound) ghi trong sổ giấy.") }
    if let first, let last {
      sentences.append("Hệ thống đã cấp \(count) số, từ số \(first) đến số \(last).")
    } else {
      sentences.append("Hệ thống chưa cấp số nào trong sổ này.")
    }
    sentences.append(
      cancelled.isEmpty ? "Không có số nào bị hủy." : "Đã hủy \(cancelled.count) số, mỗi số đều ghi lý do.")
    sentences.append(
      isWhole
        ? "Không có số trùng, không có số khuyết."
        : "Có số khuyết: \(holes.map(Self.text).joined(separator: ", ")). Báo ngay quản trị hệ thống.")
    return sentences
  }

  static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
