import Kernel
import Markup

/// The locked screen as a page of its own: for a page asked for, or a form sent, after the idle limit.
///
/// A form that was sent is kept in hidden fields; after the password the browser sends it again by itself.
struct UnlockPage {
  /// Names of the page's own fields, unlike any other form's.
  enum Name {
    static let path = "mo-khoa-ve"
    static let isForm = "mo-khoa-gui"
    static let password = "password"
  }

  var personName: String
  var path: String
  /// The fields of the form that waits; nil when a page was asked for.
  var waiting: [(name: String, value: String)]?
  var seal: FormSeal
  var reasons: [String] = []

  static let title = "Màn hình đã khóa"

  var html: HTML {
    """
    <h1>Màn hình đã khóa</h1>\
    \(HTML.when(!reasons.isEmpty, Notice(.refused, reasons.joined(separator: " ")).html))\
    <p>Không có thao tác nào trong một lúc. Nhập mật khẩu của <b>\(personName)</b> để làm tiếp\
    \(promise)</p>\
    <form method="post" action="\(FramePaths.unlock)" class="act" data-once>\(FormSeal(csrf: seal.csrf).html)\
    <input type="hidden" name="\(Name.path)" value="\(path)">\(waitingFields)\
    \(Field("Mật khẩu", name: Name.password, kind: .password, required: true, focus: true, autocomplete: "current-password").html)\
    <div class="acts">\(Button("Mở khóa", style: .primary).html)</div></form>\
    <form method="post" action="\(FramePaths.signOut)" class="act act-one">\(FormSeal(csrf: seal.csrf).html)\
    \(Button("Đăng xuất", style: .quiet).html)</form>
    """
  }

  private var promise: HTML {
    guard let waiting else { return "." }
    return waiting.contains { $0.name == FormSeal.Name.filesLeftBehind }
      ? "; nội dung vừa gõ vẫn còn, riêng tệp đã chọn phải chọn lại."
      : "; nội dung vừa gửi vẫn còn và sẽ được gửi lại ngay sau đó."
  }

  private var waitingFields: HTML {
    guard let waiting else { return .empty }
    return """
      <input type="hidden" name="\(Name.isForm)" value="1">\(waiting.map(hidden))
      """
  }

  /// A text area keeps line breaks that a hidden input would keep too, but browsers of old did not.
  private func hidden(_ field: (name: String, value: String)) -> HTML {
    field.value.contains("\n")
      ? "<textarea hidden name=\"\(field.name)\" aria-label=\"\(field.name)\">\n\(field.value)</textarea>"
      : "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
  }

  /// What is kept of a form that was sent: never a password, nor this page's own fields.
  static func kept(_ fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
    fields.filter { name, _ in
      ![FormSeal.Name.csrf, Name.path, Name.isForm, Name.password].contains(name) && !name.hasPrefix("mat-khau")
        && name != "nhap-lai"
    }
  }
}
