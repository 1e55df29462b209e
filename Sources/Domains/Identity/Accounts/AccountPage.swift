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
  var now: Instant
  var input = FormInput()
  var proposedName = ""
  var seal: FormSeal

  var title: String { "Tài khoản của \(personName)" }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .accounts))\
    \(PageHead(title, line: "\(posts.joined(separator: "; "))", acts: [Button("Người này", path: OrganizationPaths.person(person))]).html)\
    \(refusedLock == nil ? input.summary : .empty)\(account.map(existing) ?? creation)
    """
  }

  /// What was typed into the dialog that locks, when that was refused and the dialog still stands here.
  private var refusedLock: FormInput? {
    guard input.values[Self.lockReason] != nil, let state = account?.state(at: now) else { return nil }
    return state == .active || state == .fresh ? input : nil
  }

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
      </div></section>\
      <section><h2>Diễn biến</h2>\(Story(story.map { Story.Line($0) }).html)</section>
      """
  }

  private func facts(_ account: Account) -> HTML {
    let state = account.state(at: now)
    var reason: String?
    if case .lockedByOffice(let text) = state { reason = text }
    return DefinitionList([
      .init("Tên đăng nhập", text: account.loginName), .init("Trạng thái", AccountStateMark.html(state)),
      .init("Lý do khóa", text: reason), .init("Tạo lúc", text: account.createdAt.text),
      .init("Đăng nhập lần cuối", text: account.signedInAt?.text),
      .init("Mật khẩu đặt lúc", text: account.passwordSetAt.text),
      .init("Phiên đang mở", text: "\(sessions.count)"),
    ]).html
  }

  private func lockOrUnlock(_ account: Account, _ sealed: FormSeal) -> HTML {
    switch account.state(at: now) {
    case .lockedByFailures, .lockedByOffice:
      return ActForm(
        action: IdentityPaths.unlock(account.id), seal: sealed, button: Button("Mở khóa tài khoản", style: .primary)
      ).html
    case .active, .fresh:
      let refused = refusedLock ?? FormInput()
      let reason = Field(
        "Lý do khóa", name: Self.lockReason, hint: "Ví dụ: nghỉ hưu, chuyển công tác, nghi lộ mật khẩu.",
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
}

extension Story.Line {
  init(_ line: StoryLine) {
    self.init(
      time: line.at.text, isoTime: line.at.isoText, actor: line.who,
      sentence: line.sentence ?? "(nội dung đã hủy theo quy định)",
      details: line.changes.map { "\($0.label): \($0.before ?? "trống") → \($0.after ?? "trống")" })
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
