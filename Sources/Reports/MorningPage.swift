import Kernel
import Markup

/// Buổi sáng: at most twelve lines, each a count and a sentence that opens exactly its list; on screen and on paper.
struct MorningPage {
  /// One line; its count is the length of the list at `path`.
  struct Line: Equatable {
    var count: Int
    /// What is counted, after the number: «văn bản chờ anh/chị cho ý kiến».
    var sentence: String
    var path: String
    /// It is late or must be decided: stands with its word, never by colour alone.
    var isPressing = false
  }

  static let linesMax = 12
  static let countMax = 1000
  static let title = "Buổi sáng"

  var personName: String
  /// «Thứ Hai, 09/11/2026».
  var day: String
  var at: String
  /// Those that count nothing are left out.
  var lines: [Line]

  var html: HTML {
    let shown = lines.filter { $0.count > 0 }.prefix(Self.linesMax)
    return """
      \(PageHead("\(Self.title), \(day)", line: "\(personName), lúc \(at). Mỗi dòng mở đúng danh sách được đếm.").html)\
      \(shown.isEmpty ? empty : "<ol class=\"morning\">\(shown.map(item))</ol>")
      """
  }

  private var empty: HTML {
    EmptyState("Sáng nay không có gì chờ", "Việc mới, hạn sắp đến và việc quá hạn sẽ hiện ở đây.").html
  }

  private func item(_ line: Line) -> HTML {
    let count = line.count > Self.countMax ? "1.000+" : "\(line.count)"
    let mark: HTML = line.isPressing ? " \(StateMark("cần xem", .look).html)" : .empty
    return """
      <li><a href="\(line.path)"><b class="figures">\(count)</b> <span>\(line.sentence)</span></a>\(mark)</li>
      """
  }
}
