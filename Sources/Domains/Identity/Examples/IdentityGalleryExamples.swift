import Kernel
import Markup
import Organization
import WebApp

/// Every screen of this module with invented content.
enum IdentityGallery {
  private static let seal = FormSeal(csrf: "phien-mau", post: "1007", version: 3)
  private static let now = Instant(Day(number: 20_762), hour: 8, minute: 30)

  static var examples: [GalleryExample] {
    [
      bare("dang-nhap", SignInPage.title, SignInPage(systemName: "Châu Bản", then: "/").html),
      bare("dang-nhap-tu-choi", SignInPage.title, refusedSignIn.html),
      bare("dang-nhap-vi-du", SignInPage.title, castSignIn.html),
      bare("man-hinh-khoa", UnlockPage.title, unlock(waiting: nil).html),
      bare("man-hinh-khoa-giu-bieu-mau", UnlockPage.title, unlock(waiting: [("trich-yeu", "V/v kiểm kê mỏ đá")]).html),
      bare(
        "man-hinh-khoa-co-tep", UnlockPage.title,
        unlock(waiting: [("trich-yeu", "V/v kiểm kê mỏ đá"), (FormSeal.Name.filesLeftBehind, "1")]).html),
      page("tai-khoan-cua-toi", MyAccountPage.title, myAccount.html, room: nil),
      page("tai-khoan-co-ma-truy-cap", MyAccountPage.title, TokenGallery.account(myAccount).html, room: nil),
      page("ma-truy-cap-tao", APITokenPage.title, TokenGallery.empty.html, room: nil),
      page("ma-truy-cap-tu-choi", APITokenPage.title, TokenGallery.refused.html, room: nil),
      page("ma-truy-cap-moi", NewAPITokenPage.title, TokenGallery.made.html, room: nil),
      page("doi-mat-khau", PasswordPage.title, PasswordPage(seal: seal).html, room: nil),
      bare("doi-mat-khau-bat-buoc", PasswordPage.title, refusedPassword.html),
      page("tai-khoan-danh-sach", AccountsPage.title, accounts(lines).html),
      page("tai-khoan-danh-sach-trong", AccountsPage.title, accounts([]).html),
      page("tai-khoan-chua-co", "Tài khoản", account(nil).html),
      page("tai-khoan-dang-dung", "Tài khoản", account(Self.example()).html),
      page("tai-khoan-bi-khoa", "Tài khoản", account(Self.example(isDisabled: true)).html),
      page(
        "mat-khau-lan-dau", FirstPasswordPage.title,
        FirstPasswordPage(
          personName: "Nguyễn Thị Hoa", loginName: "hoant", password: "Kq7m-T2xw-9PdR-4hzc", account: AccountID(204)
        ).html),
    ] + DelegationGallery.examples
  }

  private static func bare(_ name: String, _ title: String, _ main: HTML) -> GalleryExample {
    GalleryExample(name, Page(title: title, main: main, isBare: true))
  }

  private static func page(
    _ name: String, _ title: String, _ main: HTML, room: Room? = .administration
  ) -> GalleryExample {
    GalleryExample(name, Page(title: title, room: room, main: main))
  }

  private static var refusedSignIn: SignInPage {
    SignInPage(
      systemName: "Châu Bản",
      input: FormInput(
        values: ["ten": "hoant"],
        reasons: ["mat-khau": ["Tên đăng nhập hoặc mật khẩu không đúng."]]), then: "/van-ban-den")
  }

  private static var castSignIn: SignInPage {
    SignInPage(
      systemName: "Châu Bản", then: "/",
      cast: ExampleAccounts.offers,
      castPassword: ExampleAccounts.password)
  }

  private static func unlock(waiting: [(name: String, value: String)]?) -> UnlockPage {
    UnlockPage(
      personName: "Nguyễn Thị Hoa", path: "/van-ban-den/vao-so", waiting: waiting, seal: seal,
      reasons: waiting == nil ? [] : ["Mật khẩu không đúng; màn hình vẫn khóa. Hãy nhập lại."])
  }

  private static var refusedPassword: PasswordPage {
    PasswordPage(
      input: FormInput(reasons: ["mat-khau-moi": PasswordPolicy.reasons("ngan", loginName: "hoant")]),
      demand: "Cần đặt mật khẩu mới trước khi làm việc: đây là mật khẩu lần đầu.", seal: seal)
  }

  private static var myAccount: MyAccountPage {
    let lines = [
      SessionLine(
        id: SessionID(1), address: "10.1.2.3",
        browser: "Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537", openedAt: now, lastSeenAt: now),
      SessionLine(
        id: SessionID(2), address: "10.1.2.44", browser: "Mozilla/5.0 (Android 14) Firefox/121",
        openedAt: now - .seconds(90_000), lastSeenAt: now - .seconds(7200)),
    ]
    return MyAccountPage(
      loginName: "haitc", personName: "Trịnh Công Hải",
      posts: [
        ("Vụ trưởng, Vụ Pháp chế, Tổng cục Quản lý Tài nguyên Địa chất", "Lãnh đạo đơn vị"),
        ("Phụ trách Trung tâm, Ban Giám đốc, Trung tâm Dữ liệu Địa chất", "Lãnh đạo"),
      ],
      passwordSetOn: now.text, hasSingleKeys: true, sessions: lines, current: SessionID(1),
      tokens: APITokenList(tokens: [], posts: [:], now: now, seal: seal), seal: seal)
  }

  private static func accounts(_ lines: [AccountsPage.Line]) -> AccountsPage {
    AccountsPage(
      typed: lines.isEmpty ? "không có ai tên thế này" : "", filter: .all, lines: lines,
      older: lines.isEmpty ? nil : "\(IdentityPaths.accounts)?sau=1-2", now: now)
  }

  private static var lines: [AccountsPage.Line] {
    [
      AccountsPage.Line(
        person: PersonID(204), name: "Nguyễn Thị Hoa", posts: ["Văn thư, Phòng Hành chính – Văn thư"],
        account: example()),
      AccountsPage.Line(
        person: PersonID(205), name: "Nguyễn Phước Hoàng Công Tằng Tôn Nữ Thị Ngọc Quỳnh Hương",
        posts: ["Chuyên viên, Vụ Khoa học, Công nghệ và Hợp tác quốc tế", "Thư ký Hội đồng"],
        account: example(isDisabled: true)),
      AccountsPage.Line(person: PersonID(206), name: "Ngô Thị Kim Liên", posts: [], account: nil),
    ]
  }

  private static func account(_ account: Account?) -> AccountPage {
    AccountPage(
      person: PersonID(204), personName: "Nguyễn Thị Hoa", posts: ["Văn thư, Phòng Hành chính – Văn thư"],
      account: account, now: now, proposedName: "hoant", seal: seal)
  }

  private static func example(isDisabled: Bool = false) -> Account {
    Account(
      id: AccountID(204), person: PersonID(204), loginName: "hoant", passwordSetAt: now - .seconds(864_000),
      mustChangePassword: false, failedAttempts: 0, lockedUntil: nil, disabledAt: isDisabled ? now : nil,
      disabledReason: isDisabled ? "chuyển công tác" : "", createdAt: now - .seconds(8_640_000),
      signedInAt: now - .seconds(3600), version: 3)
  }
}
