import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// What a program may ask about its own token.
enum TokenAPIRoutes {
  static func operations() -> [APIOperation] {
    [
      APIOperation(
        .get, "/me", id: "getMe", .start, scope: nil, "Mã truy cập này là của ai, làm được gì, đến bao giờ",
        .shown(bearer.schema)
      ) { call in .shown(call.bearer, as: bearer, to: call) }
    ]
  }

  private static let bearer = APIResource<APIBearer>(
    "Bearer",
    [
      .text("token", "Tên của mã truy cập") { $0.tokenName },
      .init("scopes", .list(.choice(APIScope.allCases.map(\.rawValue)), max: nil)) { bearer in
        .list(APIScope.allCases.filter(bearer.scopes.contains).map { .text($0.rawValue) })
      },
      .instant("expiresAt") { $0.expiresAt }, .text("person") { $0.actor.personName },
      .key("post") { $0.actor.post }, .text("postTitle") { $0.actor.postTitle }, .key("unit") { $0.actor.unit },
      .text("unitName") { $0.actor.unitName }, .key("agency") { $0.actor.agency },
      .text("agencyName") { $0.actor.agencyName },
      .init("roles", .list(.choice(Role.allCases.map(\.rawValue)), max: nil)) { bearer in
        .list(Role.allCases.filter(bearer.actor.roles.contains).map { .text($0.rawValue) })
      },
    ])
}
