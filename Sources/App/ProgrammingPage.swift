import Identity
import Markup
import WebAPI
import WebApp

/// What whoever writes a program needs to register a first document.
struct ProgrammingPage {
  /// Where people reach the server: `https://vanban.example.vn`.
  var address: String

  static let title = "Giao diện lập trình"

  private var root: String { address + APIOperation.root }

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Phiên bản \(APIDocument.version). Mọi việc phần mềm làm đều đi qua đúng những quy tắc như trên màn hình, và ghi vết dưới tên người tạo mã.").html)\
    <section><h2>1. Mã truy cập</h2><p>Tạo ở <a href="\(IdentityPaths.myAccount)">Tài khoản của tôi</a>: chọn chức danh ở góc
    trên trước, rồi chọn phạm vi và thời hạn. Chép mã vào chỗ dấu ba chấm, rồi thử xem mã đã chạy:</p>\
    \(command("export MA=chauban_…"))\(command("curl \(root)/me -H \"Authorization: Bearer $MA\""))</section>\
    <section><h2>2. Vào sổ một văn bản đến</h2><p>Một lệnh gửi cả thông tin và tệp. Mỗi yêu cầu tạo mới mang một
    <code>Idempotency-Key</code>: lỡ gửi lại cùng mã thì nhận lại kết quả cũ, không tốn thêm số.</p>\
    \(command(registration))\
    <p>Trả lời, ở <code>van-ban.json</code>, là văn bản vừa vào sổ: <code>arrivalNumber</code> là số đến, <code>version</code> dùng cho lần sửa.</p></section>\
    <section><h2>3. Sửa</h2><p>Gửi trường cần sửa, lý do, và phiên bản đã đọc; dòng đầu lấy <code>id</code> của văn bản vừa vào sổ:</p>\
    \(command(correction))</section>\
    <section><h2>4. Mọi thứ khác</h2><ul>\
    <li>Toàn bộ địa chỉ, trường và câu trả lời: <a href="\(APIOperation.root)\(APIDocument.path)">tài liệu OpenAPI 3.1</a>.</li>\
    <li>Danh sách trả <code>next</code>; gửi lại làm <code>cursor</code> để lấy trang sau.</li>\
    <li>Lỗi là <code>application/problem+json</code>: <code>detail</code> nói điều gì xảy ra, <code>errors</code> nêu từng
    trường, <code>request</code> là mã tra cứu để báo quản trị.</li>\
    <li>Trả lời <code>429</code> là gửi quá nhanh: đợi số giây ghi ở <code>Retry-After</code>.</li>\
    <li>Văn bản có dấu chỉ độ mật bị từ chối và không có gì được giữ lại.</li></ul></section>\
    <section lang="en"><h2>In English</h2><p>Sign in and make an access token on «Tài khoản của tôi» (my account): choose the post
    first, then scopes and a term. Put it into <code>$MA</code> and run the commands above: the first tells whose the token is,
    the second registers an incoming document with its file, the third corrects it. A creation needs an
    <code>Idempotency-Key</code> of your own; sent again with the same key it gives the first result and uses no second number. A change
    repeats the version you read in <code>If-Match</code>. Everything else is in the
    <a href="\(APIOperation.root)\(APIDocument.path)">OpenAPI document</a>.</p></section>
    """
  }

  private func command(_ text: String) -> HTML { "<pre class=\"command\" tabindex=\"0\"><code>\(text)</code></pre>" }

  private var registration: String {
    """
    curl \(root)/incoming-documents \\
      -H "Authorization: Bearer $MA" -H "Idempotency-Key: van-ban-$(date +%s%N)" \\
      -F 'document={
            "issuer": "Sở Nông nghiệp và Môi trường tỉnh Trường Sơn",
            "number": "152", "notation": "SNNMT-KS", "issuedDate": "2026-11-03",
            "type": "congVan", "subject": "Về việc kiểm kê trữ lượng đá vôi năm 2026",
            "noSecrecyMark": true
          }' \\
      -F file=@152.pdf -o van-ban.json
    """
  }

  private var correction: String {
    """
    VAN_BAN=$(grep -o '"id":[0-9]*' van-ban.json | head -1 | cut -d: -f2)
    curl -X PATCH \(root)/incoming-documents/$VAN_BAN \\
      -H "Authorization: Bearer $MA" -H "Content-Type: application/json" -H 'If-Match: "1"' \\
      -d '{"signerName":"Trần Văn Nam","reason":"bổ sung người ký"}'
    """
  }
}

extension ProgrammingPage {
  static let example = GalleryExample(
    "giao-dien-lap-trinh", Page(title: title, main: ProgrammingPage(address: "https://vanban.example.vn").html))
}
