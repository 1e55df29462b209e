import Kernel
import Markup

/// Cách nhận thông báo: one address and, for each kind, what e-mail does with it.
struct PreferencesPage {
  var preferences: MailPreferences
  /// Whether this installation sends e-mail at all.
  var sendsMail: Bool
  var input = FormInput()
  var seal: FormSeal

  static let title = "Cách nhận thông báo"

  var html: HTML {
    """
    \(PageHead(Self.title, line: "Trong Châu Bản mọi thông báo đều hiện ở chuông; ở đây chọn thêm thư điện tử.", acts: acts).html)\
    \(input.summary)\(HTML.when(!sendsMail, Notice(.caution, "Hệ thống này chưa nối với máy chủ thư, nên chưa thư nào được gửi. Lựa chọn vẫn được giữ.").html))\
    \(unconfirmed)\
    \(ActForm(action: NotificationsPaths.preferences, seal: seal, content: content).html)
    """
  }

  private var unconfirmed: HTML {
    guard sendsMail, !preferences.address.isEmpty, preferences.confirmedAt == nil else { return .empty }
    let words =
      "Địa chỉ \(preferences.address) chưa được xác nhận: mở thư vừa gửi đến đó và bấm liên kết trong thư. Trước đó không có thư báo nào."
    return """
      \(Notice(.caution, words).html)\
      \(ActForm(action: NotificationsPaths.confirmationAgain, seal: seal, button: Button("Gửi lại thư xác nhận")).html)
      """
  }

  private var acts: [Button] { [Button("Về tài khoản", path: FramePaths.account)] }

  private var content: HTML {
    let address = Field(
      "Địa chỉ thư", name: PreferenceField.address, value: preferences.address, kind: .email,
      hint: "Thư chỉ nói có bao nhiêu thông báo, không có nội dung văn bản. Để trống thì không gửi.",
      lengthMax: MailAddress.lengthMax, width: .half, autocomplete: "email")
    let choices = NotificationEvent.Mail.allCases.map { Field.Choice($0.rawValue, $0.label) }
    let kinds = NotificationEvent.all.map { event in
      Field(
        event.title, name: PreferenceField.mail(event),
        value: (preferences.chosen[event] ?? event.mail).rawValue, kind: .select(choices), width: .third)
    }
    return """
      \(FieldGroup("Thư điện tử", [input.filling(address).html]).html)\
      \(FieldGroup("Mỗi loại thông báo", kinds.map { input.filling($0).html }).html)\
      <div class="acts">\(Button("Lưu", style: .primary, key: "ctrl+enter").html)</div>
      """
  }
}
