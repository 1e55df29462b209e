import Audit
import Database
import Hummingbird
import Kernel
import Markup
import WebApp

/// Units.
struct UnitRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/don-vi/:id", use: show)
    let acts = FormActRoutes(site: site)
    acts.add("quan-tri/co-quan/:id/don-vi", to: routes, addition)
    acts.add("quan-tri/don-vi/:id/ten", to: routes, renaming)
    acts.add("quan-tri/don-vi/:id/thong-tin", to: routes, change)
    acts.add("quan-tri/don-vi/:id/thoi-hoat-dong", to: routes, closing)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: UnitID = try context.requireID("id")
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let unit = try store.unit(id)
      try store.requireAdministrator(actor, of: unit.agency)
      return UnitPage(
        unit: unit, agencyName: try store.agencyName(unit.agency),
        parentName: try unit.parent.map { try store.unitName($0) }, names: try store.unitNames(of: id),
        posts: try store.posts(in: id), story: try AuditStore(transaction).story(of: .unit(id), limit: 50),
        today: store.today)
    }
    return context.page(Page(title: page.unit.name, room: .administration, main: page.html))
  }

  private let addition: @Sendable (WebContext) throws -> FormAct = { context in
    let agency: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let owner = try store.agency(agency)
      try store.requireAdministrator(actor, of: agency)
      return UnitForms.add(
        to: owner, units: try store.units(of: agency), today: store.today, input: state.input, seal: state.creating)
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      let id = try day.merging {
        try AddUnit(agency: agency, name: form.datedName(day.value), details: UnitDetails(form))
          .perform(by: actor, in: transaction)
      }
      return FormResult(path: OrganizationPaths.unit(id), notice: "Đã thêm đơn vị \(form["ten"]).")
    }
  }

  private let renaming: @Sendable (WebContext) throws -> FormAct = { context in
    let id: UnitID = try context.requireID("id")
    return FormAct { store, actor, state in
      let unit = try store.unit(id)
      try store.requireAdministrator(actor, of: unit.agency)
      return UnitForms.rename(unit, today: store.today, input: state.input, seal: state.seal(unit.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try RenameUnit(unit: id, name: form.datedName(day.value), formVersion: form.version)
          .perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.unit(id), notice: "Đã đặt tên «\(form["ten"])» từ ngày \(day.value.text).")
    }
  }

  private let change: @Sendable (WebContext) throws -> FormAct = { context in
    let id: UnitID = try context.requireID("id")
    return FormAct { store, actor, state in
      let unit = try store.unit(id)
      try store.requireAdministrator(actor, of: unit.agency)
      return UnitForms.change(
        unit, units: try store.units(of: unit.agency), input: state.input, seal: state.seal(unit.version))
    } perform: { form, actor, transaction in
      try ChangeUnit(unit: id, details: UnitDetails(form), formVersion: form.version)
        .perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.unit(id), notice: "Đã sửa thông tin đơn vị.")
    }
  }

  private let closing: @Sendable (WebContext) throws -> FormAct = { context in
    let id: UnitID = try context.requireID("id")
    return FormAct { store, actor, state in
      let unit = try store.unit(id)
      try store.requireAdministrator(actor, of: unit.agency)
      let obstacles = try CloseUnit(unit: id, closedOn: store.today, formVersion: unit.version).obstacles(in: store)
      return UnitForms.close(
        unit, obstacles: obstacles.map(\.message), today: store.today, input: state.input,
        seal: state.seal(unit.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try CloseUnit(unit: id, closedOn: day.value, formVersion: form.version).perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.unit(id), notice: "Đã ghi đơn vị thôi hoạt động từ ngày \(day.value.text).")
    }
  }
}

extension UnitDetails {
  init(_ form: Form) {
    self.init(
      parent: UnitID(form["thuoc-don-vi"]), kind: UnitKind(rawValue: form["loai"]) ?? .other,
      abbreviation: form["viet-tat"], sortOrder: form.integer("thu-tu") ?? 100)
  }
}
