import Foundation
import Kernel
import Testing

@testable import Papers

@Suite("HS-04 thư điện tử nói ai gửi, về việc gì, ngày nào") struct MailHeadTests {
  private func head(_ lines: String...) -> MailHead? { MailHead(Array(lines.joined(separator: "\r\n").utf8)) }

  @Test func decodesWordsAndFoldedLines() throws {
    let subject = Data("Về lịch họp thẩm định".utf8).base64EncodedString()
    let mail = try #require(
      head(
        "Received: from x", "\tby y", "From: =?UTF-8?Q?S=E1=BB=9F_T=C3=A0i_nguy=C3=AAn?= <tn@binhha.example>",
        "To: vu.khoangsan@tcdc.example", "Subject: =?utf-8?B?\(subject)?=", " =?utf-8?Q?_n=C4=83m_2026?=",
        "Date: Tue, 24 Nov 2026 09:12:33 +0700", "", "Kính gửi"))
    #expect(mail.from == "Sở Tài nguyên <tn@binhha.example>")
    #expect(mail.subject == "Về lịch họp thẩm định năm 2026")
    #expect(mail.sentOn == Day(year: 2026, month: 11, day: 24))
  }

  @Test(arguments: [
    ("Tue, 24 Nov 2026 19:12:33 +0000", "2026-11-25"), ("1 Jan 2026 00:30:00 +0900", "2025-12-31"),
    ("Thu, 31 Dec 2026 23:59 -0800", "2027-01-01"), ("hôm qua", nil), ("31 Foo 2026 10:00 +0700", nil),
  ]) func takesTheDayInVietNam(_ text: String, _ day: String?) {
    let mail = head("From: a@b.example", "Date: \(text)", "", "x")
    #expect(mail?.sentOn == day.flatMap { Day(isoText: $0) })
    #expect(mail != nil)
  }

  @Test(arguments: [
    "Kính gửi: Sở Nội vụ\nDate: 1", "From: a@b.example\nchỉ là ghi chép", "Ghi chú: From: a\n", "",
  ]) func takesNoNoteForAMail(_ text: String) {
    #expect(MailHead(Array(text.utf8)) == nil)
  }
}
