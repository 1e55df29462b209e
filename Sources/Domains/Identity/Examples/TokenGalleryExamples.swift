import Kernel
import Markup
import WebAPI

/// Screens of access tokens with invented content.
enum TokenGallery {
  private static let seal = FormSeal(csrf: "phien-mau", post: "1007", submission: "mot-lan")
  private static let now = Instant(Day(number: 20_762), hour: 8, minute: 30)

  static func account(_ page: MyAccountPage) -> MyAccountPage {
    var page = page
    page.tokens = APITokenList(
      tokens: [
        token(1, "Phần mềm một cửa", [.documentsRead, .documentsWrite], days: 90, used: now - .seconds(420)),
        token(2, "Báo cáo tuần", [.searchRead, .registersRead], days: -3, used: now - .seconds(900_000)),
        token(
          3, "Hệ thống thông tin báo cáo của Bộ, phần đồng bộ văn bản đến giữa các đơn vị trực thuộc hằng đêm",
          Set(APIScope.allCases), days: 366, used: nil, post: 9),
      ], posts: [PostID(7): "Văn thư, Phòng Hành chính – Văn thư"], now: now, seal: seal)
    return page
  }

  static let empty = APITokenPage(postLabel: "Văn thư, Phòng Hành chính – Văn thư", seal: seal)

  static let refused = APITokenPage(
    postLabel: "Văn thư, Phòng Hành chính – Văn thư",
    input: FormInput(
      values: [APITokenForm.days: "180"],
      reasons: [
        APITokenForm.name: ["Hãy ghi mã dùng cho phần mềm nào, việc gì."],
        APITokenForm.scopes: ["Hãy chọn ít nhất một phạm vi."],
      ]), seal: seal)

  static let made = NewAPITokenPage(
    name: "Phần mềm một cửa", secret: "chauban_vi-du-khong-dung-duoc-0123456789abcdefghijkl", expiresOn: "03/02/2027")

  private static func token(
    _ key: Int64, _ name: String, _ scopes: Set<APIScope>, days: Int, used: Instant?, post: Int64 = 7
  ) -> APIToken {
    APIToken(
      id: APITokenID(key), account: AccountID(204), post: PostID(post), name: name, scopes: scopes, createdAt: now,
      expiresAt: now + .seconds(days * 86_400), lastUsedAt: used, lastAddress: used == nil ? "" : "10.1.2.3",
      revokedAt: nil)
  }
}
