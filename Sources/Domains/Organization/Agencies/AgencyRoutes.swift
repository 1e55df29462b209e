import Audit
import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebApp

/// The tree, agencies and their tiers.
struct AgencyRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri", use: structure)
    routes.get("quan-tri/co-quan/:id", use: show)
    routes.get("quan-tri/cap-co-quan", use: tiers)
    let acts = FormActRoutes(site: site)
    acts.add("quan-tri/co-quan/:id/truc-thuoc", to: routes, addition)
    acts.add("quan-tri/co-quan/:id/ten", to: routes, renaming)
    acts.add("quan-tri/co-quan/:id/thong-tin", to: routes, change)
    acts.add("quan-tri/co-quan/:id/ma-dinh-danh", to: routes, identification)
    acts.add("quan-tri/co-quan/:id/thoi-hoat-dong", to: routes, closing)
    acts.add("quan-tri/cap-co-quan/:id", to: routes, tierChange)
    routes.post("quan-tri/cap-co-quan", use: addTier)
  }

  @Sendable private func structure(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let administered = Set(try store.agenciesAdministered(by: actor))
      guard !administered.isEmpty else { throw Refusal(.forbidden, "Chỉ quản trị được vào phòng này.") }
      let agencies = try store.allAgencies().filter { administered.contains($0.id) }
      var units: [AgencyID: [OrganizationalUnit]] = [:]
      for agency in agencies { units[agency.id] = try store.units(of: agency.id) }
      return StructurePage(
        roots: StructurePage.nodes(agencies, units),
        mayChangeTiers: OrganizationAccess.mayChangeTiers(topAgencies: try store.topAgencies(), actor),
        today: store.today)
    }
    return context.page(Page(title: StructurePage.title, room: .administration, main: page.html))
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let id: AgencyID = try context.requireID("id")
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      return AgencyPage(
        agency: agency, superiorName: try store.superiorName(of: id), names: try store.agencyNames(of: id),
        identifiers: try store.identifiers(of: id), units: try store.units(of: id),
        children: try store.children(of: id), story: try AuditStore(transaction).story(of: .agency(id), limit: 50),
        today: store.today)
    }
    return context.page(Page(title: page.agency.name, room: .administration, main: page.html))
  }

  private let addition: @Sendable (WebContext) throws -> FormAct = { context in
    let parent: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let agency = try store.agency(parent)
      try store.requireAdministrator(actor, of: parent)
      return AgencyForms.add(
        under: agency, tiers: try store.tiers(), today: store.today, input: state.input, seal: state.creating)
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      let id = try day.merging {
        try AddAgency(
          parent: parent, name: form.datedName(day.value), details: AgencyDetails(form),
          identifiers: TypedIdentifiers(form)
        ).perform(by: actor, in: transaction)
      }
      return FormResult(path: OrganizationPaths.agency(id), notice: "Đã thêm cơ quan \(form["ten"]).")
    }
  }

  private let renaming: @Sendable (WebContext) throws -> FormAct = { context in
    let id: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      return AgencyForms.rename(agency, today: store.today, input: state.input, seal: state.seal(agency.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try RenameAgency(agency: id, name: form.datedName(day.value), formVersion: form.version)
          .perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.agency(id), notice: "Đã đặt tên «\(form["ten"])» từ ngày \(day.value.text).")
    }
  }

  private let change: @Sendable (WebContext) throws -> FormAct = { context in
    let id: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      return AgencyForms.change(
        agency, tiers: try store.tiers(), input: state.input, seal: state.seal(agency.version))
    } perform: { form, actor, transaction in
      try ChangeAgency(agency: id, details: AgencyDetails(form), formVersion: form.version)
        .perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.agency(id), notice: "Đã sửa thông tin cơ quan.")
    }
  }

  private let identification: @Sendable (WebContext) throws -> FormAct = { context in
    let id: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      return AgencyForms.identify(agency, today: store.today, input: state.input, seal: state.seal(agency.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try IdentifyAgency(
          agency: id, identifiers: TypedIdentifiers(form), validFrom: day.value, formVersion: form.version
        ).perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.agency(id), notice: "Đã đặt mã định danh áp dụng từ ngày \(day.value.text).")
    }
  }

  private let closing: @Sendable (WebContext) throws -> FormAct = { context in
    let id: AgencyID = try context.requireID("id")
    return FormAct { store, actor, state in
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      let obstacles = try CloseAgency(agency: id, closedOn: store.today, formVersion: agency.version)
        .obstacles(in: store)
      return AgencyForms.close(
        agency, obstacles: obstacles.map(\.message), today: store.today, input: state.input,
        seal: state.seal(agency.version))
    } perform: { form, actor, transaction in
      let day = TypedDayField(form, today: transaction.now.day)
      try day.merging {
        try CloseAgency(agency: id, closedOn: day.value, formVersion: form.version)
          .perform(by: actor, in: transaction)
      }
      return FormResult(
        path: OrganizationPaths.agency(id), notice: "Đã ghi cơ quan thôi hoạt động từ ngày \(day.value.text).")
    }
  }

  @Sendable private func tiers(_ request: Request, _ context: WebContext) async throws -> Response {
    try await tiersPage(context, FormInput(), context.seal(isCreating: true), status: .ok)
  }

  @Sendable private func addTier(_ request: Request, _ context: WebContext) async throws -> Response {
    let actor = try context.requireActor()
    let act = AddAgencyTier(name: context.form["ten"], sortOrder: context.form.integer("thu-tu") ?? 100)
    do {
      _ = try await site.database.write { try act.perform(by: actor, in: $0) }
    } catch let refusal as Refusal where refusal.kind == .invalid {
      return try await tiersPage(
        context, .refused(refusal, keeping: context.form), context.seal(), status: .unprocessableContent)
    }
    return context.redirect(to: OrganizationPaths.tiers, notice: "Đã thêm cấp «\(act.name)».")
  }

  private func tiersPage(
    _ context: WebContext, _ input: FormInput, _ seal: FormSeal, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      try store.requireTopAdministrator(actor)
      return TiersPage(tiers: try store.tiers(), input: input, seal: seal)
    }
    return context.page(Page(title: TiersPage.title, room: .administration, main: page.html), status: status)
  }

  private let tierChange: @Sendable (WebContext) throws -> FormAct = { context in
    let id: AgencyTierID = try context.requireID("id")
    return FormAct { store, actor, state in
      try store.requireTopAdministrator(actor)
      let tier = try store.tier(id)
      return TiersPage.change(tier, input: state.input, seal: state.seal(tier.version))
    } perform: { form, actor, transaction in
      try ChangeAgencyTier(
        tier: id, name: form["ten"], sortOrder: form.integer("thu-tu") ?? 100, formVersion: form.version
      ).perform(by: actor, in: transaction)
      return FormResult(path: OrganizationPaths.tiers, notice: "Đã sửa cấp «\(form["ten"])».")
    }
  }
}

extension Form {
  func datedName(_ day: Day) -> DatedName { DatedName(name: self["ten"], shortName: self["ten-tat"], validFrom: day) }
}

extension AgencyDetails {
  init(_ form: Form) {
    self.init(
      tier: AgencyTierID(form["cap"]), abbreviation: form["viet-tat"], placeName: form["dia-danh"],
      outsideSuperiorName: form["chu-quan"], sortOrder: form.integer("thu-tu") ?? 100)
  }
}

extension TypedIdentifiers {
  init(_ form: Form) {
    self.init(organIdentifier: form["ma-dinh-danh"], legacyOrganCode: form["ma-cu"])
  }
}
