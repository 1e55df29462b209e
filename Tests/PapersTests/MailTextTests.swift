import Foundation
import Testing

@testable import Papers

@Suite("HS-04 chữ trong thư điện tử") struct MailTextTests {
  private static let head = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"

  @Test(
    "plain text in every usual clothing",
    arguments: [
      "\r\nTrân trọng kính mời họp.\r\n",
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Data("Trân trọng kính mời họp.".utf8).base64EncodedString() + "\r\n",
      "Content-Type: text/plain; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "Tr=C3=A2n tr=E1=BB=8Dng k=C3=ADnh m=E1=BB=9D=\r\ni h=E1=BB=8Dp.\r\n",
      "Content-Type: multipart/mixed; boundary=\"ngoai\"\r\n\r\nbỏ qua\r\n--ngoai\r\n"
        + "Content-Type: multipart/alternative; boundary=trong\r\n\r\n--trong\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + "Trân trọng kính mời họp.\r\n--trong\r\nContent-Type: text/html\r\n\r\n<b>đậm</b>\r\n--trong--\r\n"
        + "--ngoai\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nđính kèm\r\n--ngoai--\r\n",
    ])
  func reads(body: String) {
    #expect(MailText.text(of: Array((Self.head + body).utf8)) == "Trân trọng kính mời họp.")
  }

  @Test("HTML alone gives nothing; parts in parts without end, and no end at all, end")
  func bounds() {
    let html = Self.head + "Content-Type: text/html\r\n\r\n<p>x</p>"
    #expect(MailText.text(of: Array(html.utf8)) == "")
    let deep = String(repeating: "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", count: 5_000)
    #expect(MailText.text(of: Array((Self.head + deep).utf8)) == "")
    let wide = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + String(repeating: "--b\r\n\r\nx\r\n", count: 5_000)
    #expect(MailText.text(of: Array((Self.head + wide).utf8)).split(separator: "\n").count < 50)
    #expect(MailText.text(of: []) == "" && MailText.text(of: [0x0A, 0x3D]) == "=")
  }
}
