import Audit
import Kernel
import Markup
import Organization

/// One person's account for the administrator: its state, what can be done, its story. Or the form that creates it.
struct AccountPage {
  var person: PersonID
  var personName: String
  var posts: [String]
  /// Nil while the person has none.
  var account: Account?
  var sessions: [SessionLine] = []
  var story: [StoryLine] = []
  /// What the person's posts still own, a sentence each: it closes no account (HS-11).
  var left: [String] = []
  var now: Instant
  var input = FormInput()
  var proposedName = ""
  var seal: FormSeal

  var title: String { "Tài khoản của \(personName)" }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .accounts))\
    \(PageHead(title, line: "\(posts.joined(separator: "; "))", acts: [Button("Người này", path: OrganizationPaths.person(person))]).html)\
    \(refusedDialog == nil ? input.summary : .empty)\(account.map(existing) ?? creation)
    """
  }

  /// The field of the dialog that was refused and still stands here; nil for none.
  private var refusedDialog: String? {
    guard let state = account?.state(at: now) else { return nil }
    if input.values[CloseAccountField.reason] != nil { return isClosed(state) ? nil : CloseAccountField.reason }
    guard input.values[Self.lockReason] != nil else { return nil }
    return state == .active || state == .fresh ? Self.lockReason : nil
  }

  private func isClosed(_ state: Account.State) -> Bool {
    if case .closed = state { true } else { false }
  }

  private func refused(_ field: String) -> FormInput { refusedDialog == field ? input : FormInput() }

  private static let lockReason = "ly-do"

  private var creation: HTML {
    let name = Field(
      "Tên đăng nhập", name: "ten", value: proposedName,
      hint: "3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối.", required: true, focus: true, lengthMax: 40,
      width: .half)
    return ActForm(
      action: IdentityPaths.accountOf(person), seal: seal,
      content: """
        <p>Người này chưa có tài khoản. Hệ thống sẽ tạo mật khẩu lần đầu, hiện một lần để trao tận tay; người dùng phải \
        đổi khi đăng nhập.</p>\(FieldGroup(fields: [input.filling(name)]).html)\
        <div class="acts">\(Button("Tạo tài khoản", style: .primary).html)</div>
        """
    ).html
  }

  private func existing(_ account: Account) -> HTML {
    let sealed = seal.at(version: account.version)
    return """
      \(facts(account))\
      <section><h2>Việc quản trị</h2><div class="acts">\
      \(lockOrUnlock(account, sealed))\
      \(ActForm(action: IdentityPaths.passwordReset(account.id), seal: sealed, button: Button("Cấp lại mật khẩu lần đầu")).html)\
      \(closing(account, sealed))\
      </div></section>\(leaving)\
      <section><h2>Diễn biến</h2>\(Story(story.map { Story.Line($0) }).html)</section>
      """
  }

  private func facts(_ account: Account) -> HTML {
    let state = account.state(at: now)
    var reason: String?
    switch state {
    case .lockedByOffice(let text), .closed(let text): reason = text
    case .active, .fresh, .lockedByFailures: break
    }
    return DefinitionList([
      .init("Tên đăng nhập", text: account.loginName), .init("Trạng thái", AccountStateMark.html(state)),
      .init(isClosed(state) ? "Lý do đóng" : "Lý do khóa", text: reason),
      .init("Tạo lúc", text: account.createdAt.text),
      .init("Đăng nhập lần cuối", text: account.signedInAt?.text),
      .init("Mật khẩu đặt lúc", text: account.passwordSetAt.text),
      .init("Phiên đang mở", text: "\(sessions.count)"),
    ]).html
  }

  private func lockOrUnlock(_ account: Account, _ sealed: FormSeal) -> HTML {
    switch account.state(at: now) {
    case .lockedByFailures, .lockedByOffice, .closed:
      let label = isClosed(account.state(at: now)) ? "Mở lại tài khoản" : "Mở khóa tài khoản"
      return ActForm(
        action: IdentityPaths.unlock(account.id), seal: sealed, button: Button(label, style: .primary)
      ).html
    case .active, .fresh:
      let refused = refused(Self.lockReason)
      let reason = Field(
        "Lý do khóa", name: Self.lockReason,
        hint: "Ví dụ: nghi lộ mật khẩu, nghỉ dài ngày. Nghỉ hưu, thôi việc, chuyển công tác thì đóng tài khoản.",
        required: true, focus: refused.isRefused, lengthMax: 250)
      let form = ActForm(
        action: IdentityPaths.lock(account.id), seal: sealed,
        content: """
          <p>Mọi phiên đang mở của tài khoản kết thúc ngay.</p>\(FieldGroup(fields: [refused.filling(reason)]).html)\
          <div class="acts">\(Button("Khóa tài khoản", style: .grave).html)</div>
          """)
      return Dialog(
        id: "khoa", title: "Khóa tài khoản \(account.loginName)", input: refused,
        pagePath: IdentityPaths.accountOf(person), content: form.html
      )
      .html(opener: "Khóa tài khoản", style: .grave)
    }
  }

  /// For good, once everything is handed over.
  private func closing(_ account: Account, _ seal: FormSeal) -> HTML {
    guard !isClosed(account.state(at: now)) else { return .empty }
    let refused = refused(CloseAccountField.reason)
    let reason = Field(
      "Lý do đóng", name: CloseAccountField.reason, hint: "Nghỉ hưu, thôi việc, chuyển công tác, đi học dài hạn.",
      required: true, focus: refused.isRefused, lengthMax: 250)
    let form = ActForm(
      action: IdentityPaths.close(account.id), seal: seal,
      content: """
        <p>Phiên đang mở và mã truy cập kết thúc ngay. Chỉ đóng được khi người này không còn giữ việc gì.</p>\
        \(FieldGroup(fields: [refused.filling(reason)]).html)\
        <div class="acts">\(Button("Đóng tài khoản", style: .grave, obstacles: left).html)</div>
        """)
    return Dialog(
      id: "dong", title: "Đóng tài khoản \(account.loginName)", input: refused,
      pagePath: IdentityPaths.accountOf(person), content: form.html
    ).html(opener: "Đóng tài khoản", style: .grave)
  }

  /// What is left, and where it is handed over.
  private var leaving: HTML {
    guard !left.isEmpty else { return .empty }
    return """
      <section><h2>Chưa bàn giao</h2><ul>\(left.map { "<li>\($0)</li>" as HTML })</ul>\
      <p>\(Button("Bàn giao khi nghỉ, chuyển công tác", path: LeavingPaths.of(person)).html)</p></section>
      """
  }
}

/// A first password, shown once.
struct FirstPasswordPage {
  var personName: String
  var loginName: String
  var password: String
  var account: AccountID

  static let title = "Mật khẩu lần đầu"

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .accounts))\(PageHead("Mật khẩu lần đầu của \(personName)").html)\
    \(Notice(.caution, "Mật khẩu này chỉ hiện một lần. Hãy trao tận tay người dùng; khi đăng nhập họ phải đổi ngay.").html)\
    \(DefinitionList([.init("Tên đăng nhập", text: loginName), .init("Mật khẩu lần đầu", "<code>\(password)</code>")]).html)\
    <p>\(Button("Xong", path: IdentityPaths.account(account)).html)</p>
    """
  }
}
