import Audit
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// People.
struct PersonRoutes: Sendable {
  let site: Site

  private static let rowsMax = 50

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/nguoi", use: list)
    routes.get("quan-tri/nguoi/danh-sach", use: listOnly)
    routes.get("quan-tri/nguoi/:id", use: show)
    let acts = FormActRoutes(site: site)
    acts.add("quan-tri/co-quan/:id/nguoi", to: routes, addition)
    acts.add("quan-tri/nguoi/:id/ten", to: routes, renaming)
    acts.add("quan-tri/nguoi/:id/thong-tin", to: routes, change)
  }

  @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
    let page = try await page(request, context)
    return context.page(Page(title: PeoplePage.title, room: .administration, main: page.html, keys: .list))
  }

  @Sendable private func listOnly(_ request: Request, _ context: WebContext) async throws -> Response {
    context.html(try await page(request, context).list)
  }

  private func page(_ request: Request, _ context: WebContext) async throws -> PeoplePage {
    let actor = try context.requireActor()
    let query = Form(urlEncoded: request.uri.query ?? "")
    let after = query["sau"].isEmpty ? nil : query["sau"]
    return try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let agencies = try store.agenciesAdministered(by: actor)
      guard !agencies.isEmpty else { throw Refusal(.forbidden, "Chỉ quản trị được vào phòng này.") }
      let rows = try store.people(matching: query["q"], in: agencies, after: after, limit: Self.rowsMax + 1)
      let shown = Array(rows.prefix(Self.rowsMax))
      return PeoplePage(
        typed: query["q"], rows: shown, next: rows.count > shown.count ? shown.last?.position : nil,
        agency: actor.agency)
    }
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: PersonID = try context.requireID("id")
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let person = try store.person(id)
      try store.requireAdministrator(actor, of: person.agency)
      return PersonPage(
        person: person, agencyName: try store.agencyName(person.agency), names: try store.personNames(of: id),
        posts: try store.posts(of: id, withEnded: true),
        story: try AuditStore(transaction).story(of: .person(id), limit: 50), today: store.today)
    }
    return context.page(Page(title: page.person.fullName, room: .administration, main: page.html))
  }

  private let addition: @Sendable (WebContext) throws -> FormAct = { context in
    let agency: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let owner = try store.agency(agency)
      try store.requireAdministrator(actor, of: agency)
      return PersonForms.add(to: owner, input: state.input, seal: state.creating)
    } perform: { form, actor, transaction in
      let id = try AddPerson(agency: agency, fullName: form["ten"], staffCode: form["ma-can-bo"])
        .perform(by: actor, in: transaction)
      return FormResult(
        path: OrganizationPaths.person(id), notice: "Đã thêm \(form["ten"]). Tiếp theo: giao chức danh, tạo tài khoản.")
    }
  }

  private let renaming: @Sendable (WebContext) throws -> FormAct = { context in
    let id: PersonID = try context.requireID("id")
    return FormAct { store, actor, state in
      let person = try store.person(id)
      try store.requireAdministrator(actor, of: person.agency)
      return PersonForms.rename(person, today: store.today, input: state.input, seal: state.seal(person.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try RenamePerson(person: id, name: form.datedName(day.value), formVersion: form.version)
          .perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.person(id), notice: "Đã ghi họ tên «\(form["ten"])» từ ngày \(day.value.text).")
    }
  }

  private let change: @Sendable (WebContext) throws -> FormAct = { context in
    let id: PersonID = try context.requireID("id")
    return FormAct { store, actor, state in
      let person = try store.person(id)
      try store.requireAdministrator(actor, of: person.agency)
      let mine = Set(try store.agenciesAdministered(by: actor))
      return PersonForms.change(
        person, agencies: try store.allAgencies().filter { mine.contains($0.id) }, input: state.input,
        seal: state.seal(person.version))
    } perform: { form, actor, transaction in
      guard let agency = AgencyID(form["co-quan"]) else {
        throw Refusal(.invalid, "Hãy chọn cơ quan quản lý.", field: "co-quan")
      }
      try ChangePerson(person: id, agency: agency, staffCode: form["ma-can-bo"], formVersion: form.version)
        .perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.person(id), notice: "Đã sửa thông tin.")
    }
  }
}
