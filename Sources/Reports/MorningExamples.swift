import IncomingDocuments
import Kernel
import Markup
import Work

/// The morning page with invented figures.
enum MorningExamples {
  static let empty = page([])

  static let full = page([
    (3, "văn bản chờ anh/chị cho ý kiến", true), (7, "việc của anh/chị quá hạn", true),
    (5, "việc của anh/chị đến hạn hôm nay", false),
    (2, "văn bản gửi anh/chị để biết, chưa đọc", false), (12, "thông báo chưa đọc", false),
    (4, "việc anh/chị đã giao đang quá hạn", true), (31, "việc anh/chị đã giao đang chờ người khác", false),
    (18, "việc quá hạn của cơ quan", true), (9, "việc đến hạn hôm nay của cơ quan", false),
    (1, "văn bản chờ bút phê quá hạn của cơ quan", true), (14, "việc chờ nhận của cơ quan", false),
    (1001, "văn bản chưa trình của cơ quan", false),
  ])

  static var long: MorningPage {
    var page = full
    page.personName = String(repeating: "Nghiêng Khuỷu Ưỡn ", count: 8)
    for index in page.lines.indices {
      page.lines[index].sentence = String(repeating: "việc nghiêng ngả khuỷu ưỡn ẵm ỡm ", count: 6)
    }
    return page
  }

  private static func page(_ lines: [(Int, String, Bool)]) -> MorningPage {
    MorningPage(
      personName: "Nguyễn Văn An", day: "Thứ Hai, 09/11/2026", at: "07:30",
      lines: lines.map { .init(count: $0, sentence: $1, path: IncomingDocumentPaths.inbox(.mine), isPressing: $2) })
  }
}
