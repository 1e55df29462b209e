import Kernel
import Markup
import WorkCalendar

/// The working calendar of one agency and year: twelve months at a glance, the marked days, and what to change.
struct CalendarPage {
  var agency: AgencyID
  var agencyName: String
  var year: AgencyCalendarYear
  /// Name of the superior whose year it follows.
  var superiorName: String = ""
  var hours: OfficeHours
  var hoursVersion: Int
  var today: Day
  var input = FormInput()
  var seal: FormSeal

  private var number: Int { year.year.year }

  var title: String { "Lịch làm việc năm \(number)" }

  var html: HTML {
    """
    \(AdministrationTabs.html(current: .structure))\
    \(PageHead(title, line: "\(agencyName). \(origin)", acts: acts).html)\(input.summary)\
    <p class="hint">\(year.year.workingDayCount) ngày làm việc. Hạn xử lý tính theo ngày làm việc dùng lịch này. \
    Ngày chỉ nghỉ một buổi vẫn là ngày làm việc.</p>\
    <div class="calendar">\((1...12).map(month))</div>\
    <section><h2>Ngày nghỉ và ngày làm bù</h2>\(marks)\(marking)</section>\
    <section><h2>Theo thông báo chính thức</h2>\(confirmation)</section>\
    <section><h2>Giờ làm việc</h2>\(officeHours)</section>
    """
  }

  private var origin: HTML {
    let state = year.year.isConfirmed ? StateMark("đã xác nhận", .done) : StateMark("tạm tính", .look)
    let notice: HTML = year.notice.isEmpty ? .empty : " theo \(year.notice)"
    return switch year.origin {
    case .own: "Lịch riêng của cơ quan, \(state.html)\(notice)"
    case .superior: "Theo lịch của \(superiorName), \(state.html)\(notice)"
    case .rules: "Chưa ai nhập: theo quy định chung, \(state.html)"
    }
  }

  private var acts: [Button] {
    [
      Button("‹ Năm \(number - 1)", path: OrganizationPaths.calendar(agency, year: number - 1)),
      Button("Năm \(number + 1) ›", path: OrganizationPaths.calendar(agency, year: number + 1)),
      Button("Về cơ quan", path: OrganizationPaths.agency(agency)),
    ]
  }

  // MARK: months

  private func month(_ month: Int) -> HTML {
    guard let first = Day(year: number, month: month, day: 1) else { return .empty }
    let last = first.adding(months: 1) - 1
    var cells = Array(repeating: "<td></td>" as HTML, count: first.weekday - 1)
    cells += (first.number...last.number).map { cell(Day(number: $0)) }
    cells += Array(repeating: "<td></td>" as HTML, count: (7 - cells.count % 7) % 7)
    let weeks = stride(from: 0, to: cells.count, by: 7).map { "<tr>\(Array(cells[$0..<$0 + 7]))</tr>" as HTML }
    let heads = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"].map { "<th scope=\"col\">\($0)</th>" as HTML }
    return """
      <table class="month"><caption>Tháng \(month)</caption><thead><tr>\(heads)</tr></thead><tbody>\(weeks)</tbody></table>
      """
  }

  /// A marked day says so in words too, for the ear and on hover.
  private func cell(_ day: Day) -> HTML {
    let mark = year.year.mark(on: day)
    var classes = day == today ? ["is-today"] : []
    if let mark { classes.append("is-\(mark.kind.rawValue)") } else if day.weekday > 5 { classes.append("is-weekend") }
    let words: HTML = mark.map { "<span class=\"for-ear\"> \($0.kind.label): \($0.name)</span>" } ?? .empty
    return """
      <td\(HTML.attribute("class", classes.isEmpty ? nil : classes.joined(separator: " ")))\
      \(HTML.attribute("title", mark.map { "\($0.kind.label): \($0.name)" }))>\(day.parts.day)\(words)</td>
      """
  }

  // MARK: marked days

  private var marks: HTML {
    let days = year.year.days
    guard !days.isEmpty else { return "<p class=\"hint\">Chưa đặt ngày nào.</p>" }
    return DataTable(
      caption: "Ngày nghỉ và ngày làm bù năm \(number)",
      columns: [.init("Ngày", .figures), .init("Là"), .init("Lý do", .long), .init("Bỏ", .narrow, labelHidden: true)],
      rows: days.map { day, mark in
        DataTable.Row(cells: [
          "\(day.textWithWeekday)",
          mark.kind == .worked ? StateMark(mark.kind.label, .look).html : "\(mark.kind.label)", "\(mark.name)",
          ActForm(
            action: OrganizationPaths.calendarAct(agency, number, .unmark), seal: seal.at(version: year.version),
            className: "act act-one",
            content: """
              <input type="hidden" name="\(CalendarField.day)" value="\(day.isoText)">\
              \(Button("Bỏ", style: .quiet).html)<span class="for-ear"> \(day.text)</span>
              """
          ).html,
        ])
      }, walkable: false
    ).html
  }

  private var marking: HTML {
    let fields = [
      Field(
        "Từ ngày", name: CalendarField.first, kind: .day, hint: "Ví dụ 16/2/\(number).", required: true, width: .quarter
      ),
      Field("Đến ngày", name: CalendarField.last, kind: .day, hint: "Để trống nếu một ngày.", width: .quarter),
      Field(
        "Là ngày", name: CalendarField.kind, value: CalendarYear.Mark.Kind.off.rawValue,
        kind: .select(CalendarYear.Mark.Kind.allCases.map { Field.Choice($0.rawValue, $0.label) }), width: .quarter),
      Field(
        "Lý do", name: CalendarField.name, required: true, lengthMax: MarkCalendarDays.nameLengthMax, width: .quarter),
    ]
    return ActForm(
      action: OrganizationPaths.calendarAct(agency, number, .mark), seal: seal.at(version: year.version),
      content: """
        \(FieldGroup("Đặt ngày", fields.map { input.filling($0).html }).html)\
        <div class="acts">\(Button("Đặt ngày", style: .primary).html)</div>
        """
    ).html
  }

  // MARK: the year

  private var confirmation: HTML {
    let field = Field(
      "Số thông báo", name: CalendarField.notice, value: year.notice,
      hint: "Đã so từng ngày với thông báo nghỉ lễ, Tết thì ghi số của thông báo.", required: true,
      lengthMax: Typed.nameLengthMax, width: .half)
    let confirm = ActForm(
      action: OrganizationPaths.calendarAct(agency, number, .confirm), seal: seal.at(version: year.version),
      content: """
        \(FieldGroup(nil, [input.filling(field).html]).html)<div class="acts">\(Button("Xác nhận lịch năm \(number)").html)</div>
        """)
    guard year.isOwn else { return confirm.html }
    let follow = ActForm(
      action: OrganizationPaths.calendarAct(agency, number, .follow), seal: seal.at(version: year.version),
      button: Button("Bỏ lịch riêng, theo cấp trên", style: .grave))
    return "\(confirm.html)\(follow.html)"
  }

  private var officeHours: HTML {
    let fields = [
      ("Sáng từ", CalendarField.morningBegins, hours.morningBegins),
      ("Sáng đến", CalendarField.morningEnds, hours.morningEnds),
      ("Chiều từ", CalendarField.afternoonBegins, hours.afternoonBegins),
      ("Chiều đến", CalendarField.afternoonEnds, hours.afternoonEnds),
    ].map { label, name, minutes in
      Field(label, name: name, value: OfficeHours.clock(minutes), required: true, width: .quarter)
    }
    return ActForm(
      action: OrganizationPaths.officeHours(agency), seal: seal.at(version: hoursVersion),
      content: """
        <input type="hidden" name="nam" value="\(number)">\
        \(FieldGroup("Theo giờ địa phương", fields.map { input.filling($0).html }).html)\
        <div class="acts">\(Button("Lưu giờ làm việc").html)</div>
        """
    ).html
  }
}
