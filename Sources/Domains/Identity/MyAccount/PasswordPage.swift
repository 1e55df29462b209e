import Kernel
import Markup

/// A new password, by choice or because the first one, or a too old one, must be changed.
struct PasswordPage {
  var input = FormInput()
  /// Why it must be changed before anything else; nil by choice.
  var demand: String?
  var seal: FormSeal

  static let title = "Đổi mật khẩu"

  var html: HTML {
    let fields = [
      Field(
        "Mật khẩu hiện tại", name: "mat-khau-cu", kind: .password, required: true, focus: true,
        autocomplete: "current-password"),
      Field(
        "Mật khẩu mới", name: "mat-khau-moi", kind: .newPassword, hint: PasswordPolicy.hint, required: true,
        autocomplete: "new-password"),
      Field(
        "Nhập lại mật khẩu mới", name: "nhap-lai", kind: .newPassword, required: true, autocomplete: "new-password"),
    ]
    let content: HTML = """
      \(FieldGroup(fields: fields.map(input.filling)).html)<div class="acts">\(Button("Đổi mật khẩu", style: .primary).html)\
      \(demand == nil ? Button("Thôi", path: IdentityPaths.myAccount).html : .empty)</div>
      """
    return """
      \(PageHead(Self.title).html)\(demand.map { Notice(.caution, $0).html })\(input.summary)\
      \(ActForm(action: IdentityPaths.password, seal: seal, content: content).html)\
      \(HTML.when(demand != nil, ActForm(action: FramePaths.signOut, seal: seal, button: Button("Đăng xuất", style: .quiet)).html))
      """
  }
}
