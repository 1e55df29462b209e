import Audit
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// Posts and their roles.
struct PostRoutes: Sendable {
  let site: Site
  /// What a post must own no longer before it is ended.
  let owned: OwnedByPosts

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/chuc-danh/:id", use: show)
    let acts = FormActRoutes(site: site)
    acts.add("quan-tri/nguoi/:id/chuc-danh", to: routes, opening)
    acts.add("quan-tri/chuc-danh/:id/sua", to: routes, change)
    acts.add("quan-tri/chuc-danh/:id/quyen", to: routes, roles)
    acts.add("quan-tri/chuc-danh/:id/thoi-giu", to: routes, closing)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: PostID = try context.requireID("id")
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let post = try store.post(id)
      try store.requireAdministrator(actor, of: post.agency)
      return PostPage(
        post: post, story: try AuditStore(transaction).story(of: .post(id), limit: 50), today: store.today)
    }
    return context.page(Page(title: page.title, room: .administration, main: page.html))
  }

  private let opening: @Sendable (WebContext) throws -> FormAct = { context in
    let id: PersonID = try context.requireID("id")
    return FormAct { store, actor, state in
      let person = try store.person(id)
      let agencies = try store.agenciesAdministered(by: actor)
      guard !agencies.isEmpty else { throw Refusal(.forbidden, "Chỉ quản trị được giao chức danh.") }
      var units: [(id: UnitID, label: String)] = []
      for agency in agencies {
        let name = try store.agency(agency).shortName
        units += try store.units(of: agency).map { ($0.id, "\(name) › \($0.name)") }
      }
      return PostForms.open(
        for: person, units: units, today: store.today, input: state.input, seal: state.creating)
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        _ = try OpenPost(
          person: id, unit: UnitID(form["don-vi"]), details: PostDetails(form), roles: form.roles,
          startedOn: day.value
        ).perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.person(id), notice: "Đã giao chức danh \(form["chuc-danh"]) từ ngày \(day.value.text).")
    }
  }

  private let change: @Sendable (WebContext) throws -> FormAct = { context in
    let id: PostID = try context.requireID("id")
    return FormAct { store, actor, state in
      let post = try store.post(id)
      try store.requireAdministrator(actor, of: post.agency)
      return PostForms.change(post, input: state.input, seal: state.seal(post.version))
    } perform: { form, actor, transaction in
      try ChangePost(post: id, details: PostDetails(form), formVersion: form.version)
        .perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.post(id), notice: "Đã sửa chức danh.")
    }
  }

  private let roles: @Sendable (WebContext) throws -> FormAct = { context in
    let id: PostID = try context.requireID("id")
    return FormAct { store, actor, state in
      let post = try store.post(id)
      try store.requireAdministrator(actor, of: post.agency)
      return PostForms.roles(post, input: state.input, seal: state.seal(post.version))
    } perform: { form, actor, transaction in
      try ChangePostRoles(post: id, roles: form.roles, formVersion: form.version).perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.post(id), notice: "Đã đổi quyền: \(PostRoles.text(form.roles)).")
    }
  }

  @Sendable private func closing(_ context: WebContext) throws -> FormAct {
    let id: PostID = try context.requireID("id")
    let owned = owned
    return FormAct { store, actor, state in
      let post = try store.post(id)
      try store.requireAdministrator(actor, of: post.agency)
      let left = try owned.obstacles(of: [post], in: store.transaction)
      return PostForms.close(
        post, obstacles: left.map(\.message), today: store.today, input: state.input, seal: state.seal(post.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, "thoi-tu-ngay", today: transaction.now.day)
      try day.merging {
        try ClosePost(post: id, endedOn: day.value, formVersion: form.version, owned: owned)
          .perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.post(id), notice: "Đã ghi thôi giữ chức danh từ ngày \(day.value.text).")
    }
  }
}

extension PostDetails {
  init(_ form: Form) { self.init(title: form["chuc-danh"], sortOrder: form.integer("thu-tu") ?? 100) }
}

extension Form {
  /// The ticked role boxes.
  var roles: Set<Role> { Set(Role.allCases.filter { isOn("quyen-\($0.rawValue)") }) }
}
