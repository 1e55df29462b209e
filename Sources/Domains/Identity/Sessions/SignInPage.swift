import Kernel
import Markup

/// One member of the cast, offered by role.
struct CastOffer: Sendable, Equatable {
  var post: PostID
  var role: String
  var person: String
  var place: String
  var loginName: String

  /// `others`: the person's further posts, to choose from once inside.
  init(_ actor: Actor, others: [Actor] = [], loginName: String) {
    post = actor.post
    role = Role.allCases.filter(actor.roles.contains).map(\.label).joined(separator: ", ")
    person = actor.personName
    place = ([actor] + others).map { "\($0.postTitle), \($0.unitName), \($0.agencyName)" }.joined(separator: "; ")
    self.loginName = loginName
  }
}

/// Sign-in by name and password. In the example body it also offers the cast.
struct SignInPage {
  var systemName: String
  var input = FormInput()
  /// Where to go after.
  var then: String
  /// Empty outside the example body.
  var cast: [CastOffer] = []
  var castPassword = ""

  static let title = "Đăng nhập"

  var html: HTML {
    """
    <h1>Đăng nhập</h1>\
    \(HTML.when(systemName != BareFrame.brand, "<p class=\"page-line\">\(systemName)</p>"))\
    \(input.isRefused ? refusal : .empty)\
    \(ActForm(action: IdentityPaths.signIn, seal: FormSeal(csrf: ""), content: fields).html)\
    \(HTML.when(!cast.isEmpty, offers))
    """
  }

  private var refusal: HTML {
    let reasons = input.generalReasons
    return reasons.isEmpty ? .empty : Notice(.refused, reasons[0], reasons: Array(reasons.dropFirst())).html
  }

  private var fields: HTML {
    let name = Field(
      "Tên đăng nhập", name: "ten", required: true, focus: true, lengthMax: 60, autocomplete: "username")
    let password = Field(
      "Mật khẩu", name: "mat-khau", kind: .password, required: true, autocomplete: "current-password")
    return """
      <input type="hidden" name="ve" value="\(then)">\
      \(FieldGroup(fields: [input.filling(name), input.filling(password)]).html)\
      <div class="acts">\(Button("Đăng nhập", style: .primary).html)</div>\
      <p class="hint">Quên mật khẩu: quản trị của cơ quan cấp lại được ngay.</p>
      """
  }

  private var offers: HTML {
    """
    <section aria-labelledby="cast-title"><h2 id="cast-title">Cơ quan ví dụ: vào thử bằng một lần bấm</h2>\
    <p class="hint">Cơ quan, người và văn bản ở đây đều hư cấu. Khi được hỏi mật khẩu, mọi tài khoản ví dụ dùng chung \
    <b>\(castPassword)</b>.</p><ul class="choices">\(cast.map(offer))</ul></section>
    """
  }

  private func offer(_ offer: CastOffer) -> HTML {
    """
    <li><form method="post" action="\(IdentityPaths.signInAs)" class="act act-one">\
    <input type="hidden" name="ve" value="\(then)">\
    <button type="submit" name="vai" value="\(offer.post)" class="button button-plain">Vào vai \(offer.role)</button> \
    <span>\(offer.person) (\(offer.loginName)): \(offer.place)</span></form></li>
    """
  }
}
