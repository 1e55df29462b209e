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
  /// Of the lines, those that came from an old book.
  package var imported: Int
  /// Of the numbers that stand in the paper book, those that were entered here later.
  package var paperEntered: Int
  /// Holes of old books, as their data has them.
  package var explained: [RegisterGap]
  /// Numbers that are kept free for documents still to come: they have their line.
  package var reserved: [NumberReservation]
  /// Numbers that should be there and are not. Empty unless the data was damaged.
  package var holes: [ClosedRange<Int>]

  /// Numbers that stand in the paper book.
  package var paper: ClosedRange<Int>? { book.paperThrough > 0 ? 1...book.paperThrough : nil }

  package var isWhole: Bool { holes.isEmpty }

  /// Given and not cancelled.
  package var validCount: Int { count - cancelled.count { $0.number > book.paperThrough } }

  package init(
    book: RegisterBook, checkedAt: Instant, count: Int, first: Int?, last: Int?, cancelled: [Cancelled],
    gaps: [ClosedRange<Int>], imported: Int = 0, paperEntered: Int = 0, explained: [RegisterGap] = [],
    reserved: [NumberReservation] = []
  ) {
    self.book = book
    self.checkedAt = checkedAt
    self.count = count
    self.first = first
    self.last = last
    self.cancelled = cancelled
    self.imported = imported
    self.paperEntered = paperEntered
    self.explained = explained
    self.reserved = reserved
    holes = Self.holes(book, first: first, last: last, gaps: gaps).flatMap { Self.without(explained, $0) }
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

  /// What of a hole no gap explains.
  private static func without(_ gaps: [RegisterGap], _ hole: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var rest: [ClosedRange<Int>] = []
    var next = hole.lowerBound
    for gap in gaps where gap.numbers.overlaps(hole) {
      if gap.numbers.lowerBound > next { rest.append(next...(gap.numbers.lowerBound - 1)) }
      next = max(next, gap.numbers.upperBound + 1)
    }
    if next <= hole.upperBound { rest.append(next...hole.upperBound) }
    return rest
  }

  /// How many numbers the data of old books does not have.
  package var explainedCount: Int { explained.reduce(0) { $0 + $1.numbers.count } }

  /// «12–14, 20 và 3 khoảng khác»: a long list of ranges stays readable.
  static func text(_ gaps: [RegisterGap], upTo most: Int = 40) -> String {
    let shown = gaps.prefix(most).map { text($0.numbers) }.joined(separator: ", ")
    return gaps.count > most ? "\(shown) và \(gaps.count - most) khoảng khác" : shown
  }

  /// The finding in sentences, as the minute prints it.
  package var sentences: [String] {
    var sentences: [String] = []
    if let paper { sentences.append(paperSentence(paper)) }
    if let first, let last, imported > 0 {
      sentences.append("Sổ có \(count) số, từ số \(first) đến số \(last), trong đó \(imported) số nhập từ sổ cũ.")
    } else if let first, let last {
      sentences.append("Hệ thống đã cấp \(count) số, từ số \(first) đến số \(last).")
    } else {
      sentences.append("Hệ thống chưa cấp số nào trong sổ này.")
    }
    sentences.append(
      cancelled.isEmpty ? "Không có số nào bị hủy." : "Đã hủy \(cancelled.count) số, mỗi số đều ghi lý do.")
    if !reserved.isEmpty {
      sentences.append("Đang giữ \(reserved.count) số cho văn bản sẽ ban hành, có tên trong bảng dưới đây.")
    }
    if !explained.isEmpty {
      sentences.append(
        "Dữ liệu nhập từ sổ cũ không có \(explainedCount) số: \(Self.text(explained)). Đó là chỗ khuyết của sổ cũ.")
    }
    sentences.append(
      isWhole
        ? explained.isEmpty
          ? "Không có số trùng, không có số khuyết." : "Không có số trùng; ngoài các số ấy không có số khuyết."
        : "Có số khuyết: \(holes.map(Self.text).joined(separator: ", ")). Báo ngay quản trị hệ thống.")
    return sentences
  }

  private func paperSentence(_ paper: ClosedRange<Int>) -> String {
    let entered = paperEntered == 0 ? "" : ", trong đó \(paperEntered) số đã nhập vào hệ thống"
    return "Từ số \(paper.lowerBound) đến số \(paper.upperBound) ghi trong sổ giấy\(entered)."
  }

  static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
