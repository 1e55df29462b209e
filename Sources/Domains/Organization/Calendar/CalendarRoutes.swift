import Database
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import VietnameseText
import WebApp
import WorkCalendar

/// HTTP of agencies' calendars.
struct CalendarRoutes: Sendable {
  let site: Site

  func add(to routes: RouterGroup<WebContext>) {
    routes.get("quan-tri/co-quan/:id/lich", use: show)
    routes.post("quan-tri/co-quan/:id/lich/:year/ngay", use: mark)
    routes.post("quan-tri/co-quan/:id/lich/:year/bo-ngay", use: unmark)
    routes.post("quan-tri/co-quan/:id/lich/:year/xac-nhan", use: confirm)
    routes.post("quan-tri/co-quan/:id/lich/:year/theo-cap-tren", use: follow)
    routes.post("quan-tri/co-quan/:id/gio-lam-viec", use: setHours)
  }

  @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
    let asked = Int(Form(urlEncoded: request.uri.query ?? "")["nam"])
    return try await page(asked ?? site.clock.now.day.year, FormInput(), context, status: .ok)
  }

  @Sendable private func mark(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { agency, _, form, actor, transaction in
      let day = TypedDayField(form, CalendarField.first, today: transaction.now.day)
      let last =
        form[CalendarField.last].isEmpty
        ? day : TypedDayField(form, CalendarField.last, today: transaction.now.day)
      try day.merging {
        try last.merging {
          try MarkCalendarDays(
            agency: agency, first: day.value, last: last.value,
            kind: CalendarYear.Mark.Kind(rawValue: form[CalendarField.kind]) ?? .off, name: form[CalendarField.name],
            formVersion: form.version
          ).perform(by: actor, in: transaction)
        }
      }
      return (day.value.year, "Đã đặt \(form[CalendarField.name]) từ ngày \(day.value.text).")
    }
  }

  @Sendable private func unmark(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { agency, year, form, actor, transaction in
      guard let day = Day(isoText: form[CalendarField.day]) else { throw Refusal(.notFound, "Không có ngày này.") }
      try UnmarkCalendarDay(agency: agency, day: day, formVersion: form.version).perform(by: actor, in: transaction)
      return (year, "Ngày \(day.text) theo thứ trong tuần.")
    }
  }

  @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { agency, year, form, actor, transaction in
      try ConfirmCalendarYear(
        agency: agency, year: year, notice: form[CalendarField.notice], formVersion: form.version
      ).perform(by: actor, in: transaction)
      return (year, "Đã xác nhận lịch năm \(year) theo \(form[CalendarField.notice]).")
    }
  }

  @Sendable private func follow(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { agency, year, form, actor, transaction in
      try FollowSuperiorCalendar(agency: agency, year: year, formVersion: form.version)
        .perform(by: actor, in: transaction)
      return (year, "Đã bỏ lịch riêng của năm \(year).")
    }
  }

  @Sendable private func setHours(_ request: Request, _ context: WebContext) async throws -> Response {
    try await act(context) { agency, year, form, actor, transaction in
      let hours = try OfficeHours(typed: form)
      try SetOfficeHours(agency: agency, hours: hours, formVersion: form.version).perform(by: actor, in: transaction)
      return (year, "Đã đặt giờ làm việc.")
    }
  }

  /// Performs an act of the year in the address; gives the year to show and what changed.
  private func act(
    _ context: WebContext,
    _ perform: @escaping @Sendable (AgencyID, Int, Form, Actor, any Transaction) throws -> (year: Int, notice: String)
  ) async throws -> Response {
    let actor = try context.requireActor()
    let agency: AgencyID = try context.requireID("id")
    let form = context.form
    let year = context.parameters.get("year").flatMap { Int($0) } ?? form.integer("nam") ?? site.clock.now.day.year
    do {
      let (shown, notice) = try await site.database.write { try perform(agency, year, form, actor, $0) }
      return context.redirect(to: OrganizationPaths.calendar(agency, year: shown), notice: notice)
    } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
      return try await page(year, .refused(refusal, keeping: form), context, status: refusal.kind.status)
    }
  }

  private func page(
    _ year: Int, _ input: FormInput, _ context: WebContext, status: HTTPResponse.Status
  ) async throws -> Response {
    let actor = try context.requireActor()
    let id: AgencyID = try context.requireID("id")
    guard (2000...2100).contains(year) else { throw Refusal(.notFound, "Lịch chỉ có từ năm 2000 đến năm 2100.") }
    let seal = context.seal()
    let page = try await site.database.read { transaction in
      let store = OrganizationStore(transaction)
      let agency = try store.agency(id)
      try store.requireAdministrator(actor, of: id)
      let calendar = AgencyCalendarStore(transaction)
      let (hours, _, version) = try calendar.hours(of: id)
      var page = CalendarPage(
        agency: id, agencyName: agency.name, year: try calendar.year(year, of: id), hours: hours,
        hoursVersion: version, today: store.today, input: input, seal: seal)
      if case .superior(let superior) = page.year.origin { page.superiorName = try store.agencyName(superior) }
      return page
    }
    return context.page(Page(title: page.title, room: .administration, main: page.html), status: status)
  }
}

extension OfficeHours {
  /// From four fields `HH:mm`; refuses each that is none.
  fileprivate init(typed form: Form) throws {
    var reasons: [Refusal.Reason] = []
    func minutes(_ name: String) -> Int {
      let parts = form[name].split(whereSeparator: { $0 == ":" || $0 == "h" || $0 == "." })
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count, (1...2).contains(numbers.count), numbers[0] <= 24,
        numbers.count == 1 || numbers[1] < 60
      else {
        reasons.append(.init("Hãy nhập giờ, ví dụ 07:30.", field: name))
        return 0
      }
      return numbers[0] * 60 + (numbers.count == 2 ? numbers[1] : 0)
    }
    let hours = OfficeHours(
      morningBegins: minutes(CalendarField.morningBegins), morningEnds: minutes(CalendarField.morningEnds),
      afternoonBegins: minutes(CalendarField.afternoonBegins), afternoonEnds: minutes(CalendarField.afternoonEnds))
    if let refusal = Refusal(reasons) { throw refusal }
    self = hours
  }
}
