import Kernel
import Markup

/// What the link in the letter opens: one press, so that a program that looks at links confirms nothing.
struct ConfirmationPage {
  static let title = "Xác nhận địa chỉ thư"

  var address: String
  var code: String
  /// Why it cannot be confirmed.
  var obstacle: String?
  var seal: FormSeal

  var html: HTML {
    """
    \(PageHead(Self.title, acts: [Button("Cách nhận thông báo", path: NotificationsPaths.preferences)]).html)\
    \(obstacle.map { Notice(.caution, $0).html } ?? asked)
    """
  }

  private var asked: HTML {
    """
    <p>Thông báo sẽ được gửi đến <b>\(address)</b>.</p>\
    \(ActForm(action: NotificationsPaths.confirmation(code), seal: seal, button: Button("Xác nhận", style: .primary)).html)
    """
  }
}
