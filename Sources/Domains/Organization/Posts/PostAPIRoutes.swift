import Database
import HTTPTypes
import Kernel
import WebAPI
import WebApp

/// Posts and their roles, for programs of an administrator.
enum PostAPIRoutes {
  private static let roleNames = Role.allCases.map(\.rawValue)

  static let resource = APIResource<Post>(
    "Post", version: { $0.version },
    [
      .key("id") { $0.id }, .key("person") { $0.person }, .text("personName") { $0.personName },
      .key("unit") { $0.unit }, .text("unitName") { $0.unitName }, .key("agency") { $0.agency },
      .text("title", "Tên chức danh") { $0.title },
      .init("roles", .list(.choice(roleNames), max: nil), "Quyền") {
        .list(Role.sorted($0.roles).map { .text($0.rawValue) })
      },
      .integer("sortOrder") { $0.sortOrder }, .day("startedOn") { $0.startedOn },
      .dayOrNull("endedOn", "Ngày đầu tiên thôi giữ") { $0.endedOn }, .integer("version") { $0.version },
    ])

  private static let title = APIField("title", .filled(250), required: true, form: "chuc-danh")
  private static let sortOrder = APIField("sortOrder", .integer(APIBounds.order), form: "thu-tu", "Mặc định 100")
  private static let roles = APIField(
    "roles", .list(.choice(roleNames), min: 1, max: roleNames.count), required: true, form: "quyen", "Ít nhất một")

  static func operations(_ owned: OwnedByPosts) -> [APIOperation] {
    [list, show, open, change, changeRoles, close(owned)]
  }

  private static let list = APIOperation(
    .get, "/agencies/{agency}/posts", id: "listPosts", .organization, scope: .organizationRead,
    "Chức danh đang giữ ở một cơ quan", .listed(resource.schema)
  ) { call in
    let (actor, id): (Actor, AgencyID) = (call.actor, call.key("agency"))
    let position = try call.position()
    return try await call.listing(resource) { transaction in
      let store = OrganizationStore(transaction)
      _ = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      return try APIPage(all: store.posts(of: id), after: position, limit: call.limit, key: { $0.id.number })
    }
  }

  private static let show = APIOperation(
    .get, "/posts/{post}", id: "getPost", .organization, scope: .organizationRead, "Một chức danh",
    .shown(resource.schema)
  ) { call in
    let (actor, id): (Actor, PostID) = (call.actor, call.key("post"))
    return try await call.showing(resource) { try read(id, by: actor, $0) }
  }

  private static let open = APIOperation(
    .post, "/posts", id: "openPost", .organization, scope: .organizationWrite, "Giao một chức danh cho một người",
    body: .json(
      APIInput(
        "PostOpening",
        [
          APIField("person", .key, required: true), APIField("unit", .key, required: true, form: "don-vi"), title,
          roles,
          sortOrder, APIField("startedOn", .day, form: "tu-ngay", "Mặc định hôm nay"),
        ])), .created(resource.schema)
  ) { call in
    let (actor, body) = (call.actor, call.body)
    return try await call.creating(resource, at: { "/posts/\($0)" }) { transaction in
      try OpenPost(
        person: body.key("person") ?? PersonID(0), unit: body.key("unit"),
        details: PostDetails(title: body.text("title"), sortOrder: body.integer("sortOrder", else: 100)),
        roles: sent(body), startedOn: body.day("startedOn") ?? transaction.now.day
      ).perform(by: actor, in: transaction).number
    } show: {
      try OrganizationStore($1).post(PostID($0))
    }
  }

  private static let change = APIOperation(
    .patch, "/posts/{post}", id: "changePost", .organization, scope: .organizationWrite,
    "Sửa tên chức danh, thứ tự; không gửi thì giữ nguyên",
    body: .json(APIInput("PostDetails", [title, sortOrder]).changes("PostChange")), .changed(resource.schema)
  ) { call in
    try await changing(call) { post, actor, transaction in
      let body = call.body
      let details = PostDetails(
        title: body.text("title", else: post.title), sortOrder: body.integer("sortOrder", else: post.sortOrder))
      try ChangePost(post: post.id, details: details, formVersion: call.version).perform(by: actor, in: transaction)
    }
  }

  private static let changeRoles = APIOperation(
    .put, "/posts/{post}/roles", id: "changePostRoles", .organization, scope: .organizationWrite,
    "Đổi quyền của một chức danh", body: .json(APIInput("PostRoles", [roles])), .changed(resource.schema)
  ) { call in
    try await changing(call) { post, actor, transaction in
      try ChangePostRoles(post: post.id, roles: sent(call.body), formVersion: call.version)
        .perform(by: actor, in: transaction)
    }
  }

  private static func close(_ owned: OwnedByPosts) -> APIOperation {
    APIOperation(
      .post, "/posts/{post}/closing", id: "closePost", .organization, scope: .organizationWrite,
      "Ghi thôi giữ chức danh từ một ngày; từ chối khi chức danh còn giữ việc chưa bàn giao",
      body: .json(
        APIInput("PostClosing", [APIField("endedOn", .day, form: "thoi-tu-ngay", "Mặc định hôm nay")])),
      .changed(resource.schema)
    ) { call in
      try await changing(call) { post, actor, transaction in
        try ClosePost(
          post: post.id, endedOn: call.body.day("endedOn") ?? transaction.now.day, formVersion: call.version,
          owned: owned
        ).perform(by: actor, in: transaction)
      }
    }
  }

  private static func sent(_ body: APIValues) -> Set<Role> { Set(body.texts("roles").compactMap(Role.init)) }

  private static func read(_ id: PostID, by actor: Actor, _ transaction: any Transaction) throws -> Post {
    let store = OrganizationStore(transaction)
    let post = try store.post(id)
    try store.requireAdministrator(actor, of: post.agency)
    return post
  }

  private static func changing(
    _ call: APICall, _ act: @escaping @Sendable (Post, Actor, any Transaction) throws -> Void
  ) async throws -> APIAnswer {
    let (actor, id): (Actor, PostID) = (call.actor, call.key("post"))
    return try await call.changing(resource, of: { try read(id, by: actor, $0) }) { post, transaction in
      try act(post, actor, transaction)
    }
  }
}
