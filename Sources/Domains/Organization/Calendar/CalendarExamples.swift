import Kernel
import Markup
import WebApp
import WorkCalendar

/// The calendar's screens for the gallery.
enum CalendarExamples {
  static let examples: [GalleryExample] = [
    example("lich-lam-viec-quy-dinh", page(.rules, CalendarYear.provisional(2027))),
    example("lich-lam-viec-day-du", full),
    example("lich-lam-viec-tu-choi", refused),
    example("lich-lam-viec-tu-dai", long),
  ]

  private static var full: CalendarPage {
    var full = page(.own, CalendarYear.known.last ?? .provisional(2026))
    full.year.notice = "12729/VPCP-KGVX"
    full.year.version = 3
    for (day, kind) in [(13, CalendarYear.Mark.Kind.morningOff), (20, .afternoonOff)] {
      guard let day = Day(year: full.year.year.year, month: 11, day: day) else { continue }
      full.year.year.marks[day] = .init(kind, name: "Họp toàn cơ quan")
    }
    return full
  }

  private static var refused: CalendarPage {
    var refused = full
    refused.input = FormInput(
      values: [CalendarField.first: "16/2/2026", CalendarField.last: "14/2/2026", CalendarField.name: ""],
      reasons: [
        CalendarField.last: ["Ngày cuối không được trước ngày đầu."],
        CalendarField.name: ["Hãy ghi lý do, ví dụ «Tết Nguyên đán»."],
      ])
    return refused
  }

  private static var long: CalendarPage {
    var long = page(.superior(AgencyID(1024)), CalendarYear.known.last ?? .provisional(2026))
    long.superiorName = String(repeating: "Tổng cục Nghiêng ngả khuỷu ưỡn ", count: 6)
    long.agencyName = String(repeating: "Trung tâm ẵ ỗ ợ ữ ỷ Đ ", count: 8)
    for (day, mark) in long.year.year.marks {
      long.year.year.marks[day] = .init(mark.kind, name: String(repeating: "Nghỉ bù hoán đổi ", count: 6))
    }
    return long
  }

  private static func page(_ origin: AgencyCalendarYear.Origin, _ year: CalendarYear) -> CalendarPage {
    CalendarPage(
      agency: AgencyID(2048), agencyName: "Tổng cục Môi trường biển",
      year: AgencyCalendarYear(year: year, origin: origin, notice: "", version: 0), hours: OfficeHours(),
      hoursVersion: 0, today: Day(year: 2026, month: 11, day: 5) ?? Day(number: 0), seal: FormSeal(csrf: "ma"))
  }

  private static func example(_ name: String, _ page: CalendarPage) -> GalleryExample {
    GalleryExample(name, Page(title: page.title, room: .administration, main: page.html))
  }
}
