import Foundation
import Kernel

/// A letter as it travels (RFC 5322): plain text, no word of any document.
struct MailText {
  let mail: Mail
  let settings: MailSettings
  let now: Instant

  var text: String {
    let lines = [
      "From: \(Self.encoded(settings.systemName)) <\(settings.sender)>", "To: <\(mail.address)>",
      "Subject: \(Self.encoded(subject))", "Date: \(Self.date(now))", "Message-ID: <\(mail.messageID)>",
      "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
      "Auto-Submitted: auto-generated", "",
    ]
    return lines.joined(separator: "\r\n") + "\r\n" + Self.base64(body) + "\r\n"
  }

  private var subject: String {
    switch mail.kind {
    case .news: "\(mail.count) thông báo mới"
    case .digest: "Đầu ngày: \(mail.count) thông báo"
    case .confirmation: "Xác nhận địa chỉ thư"
    }
  }

  var body: String { mail.kind == .confirmation ? confirmation : news }

  private var confirmation: String {
    """
    Anh/chị vừa ghi địa chỉ này để nhận thông báo của \(settings.systemName). Mở trang sau và bấm «Xác nhận»:

    \(settings.publicAddress)\(NotificationsPaths.confirmation(mail.lines.first ?? ""))

    Liên kết dùng được trong 24 giờ, cho đúng người đã ghi địa chỉ. Nếu không phải anh/chị ghi, hãy bỏ qua thư này: \
    không thư nào khác được gửi đến.

    """
  }

  private var news: String {
    let opening =
      switch mail.kind {
      case .news, .confirmation: "Anh/chị có \(mail.count) thông báo mới. Mở \(settings.systemName) để xem:"
      case .digest: "Từ thư đầu ngày trước, anh/chị có \(mail.count) thông báo chưa đọc:"
      }
    let list = mail.lines.isEmpty ? "" : mail.lines.map { "- \($0)" }.joined(separator: "\n") + "\n\n"
    return """
      \(opening)

      \(list)\(settings.publicAddress)\(NotificationsPaths.list)

      Thư này tự gửi và không có nội dung văn bản. Đổi cách nhận thông báo:
      \(settings.publicAddress)\(NotificationsPaths.preferences)

      """
  }

  /// RFC 2047, in pieces of whole letters that fit a line.
  static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) || text.contains("=?") || text.contains("\"") else {
      return "\"\(text.replacingOccurrences(of: "\\", with: ""))\""
    }
    var (words, piece): ([String], String) = ([], "")
    for letter in text {
      if piece.utf8.count + String(letter).utf8.count > 42 {
        words.append(piece)
        piece = ""
      }
      piece.append(letter)
    }
    return (words + [piece]).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }

  private static func base64(_ text: String) -> String {
    Data(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
  }

  /// `Thu, 05 Nov 2026 08:30:00 +0700`.
  static func date(_ instant: Instant) -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = instant.day.parts
    let clock = instant.preciseText.prefix { $0 != " " }
    return "\(weekdays[instant.day.weekday - 1]), \(day) \(months[month - 1]) \(year) \(clock) +0700"
  }
}
