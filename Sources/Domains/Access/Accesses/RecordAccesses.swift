import Audit
import Kernel
import Markup
import VietnameseText

/// How often a record was looked at, and by whom (lượt truy cập, PL6-61). It tells what other people read, so it is for those
/// who answer for the record: the leaders, head of office and archive of the agency, who made it, the head of its unit.
package enum RecordAccesses {
  package static func may(_ actor: Actor, _ answering: RecordAnswering?) -> Bool {
    if WhoSees.may(actor) { return true }
    guard let answering else { return false }
    return actor.post == answering.maker || (actor.unit == answering.unit && actor.roles.contains(.unitHead))
  }

  /// Under which name an address asks for one way alone.
  package static let wayName = AskedAccesses.Name.way

  static let refusal = Refusal(
    .forbidden,
    "Chỉ lãnh đạo, chánh văn phòng, lưu trữ, người lập và lãnh đạo đơn vị lập xem được ai đã xem hồ sơ, văn bản này.")

  /// The way there, for whoever may take it.
  package static func link(to record: RecordReference, _ answering: RecordAnswering?, for actor: Actor) -> HTML {
    .when(
      may(actor, answering),
      "<a href=\"\(FramePaths.accesses(kind: record.code, number: record.number))\">Lượt truy cập</a>")
  }
}

/// Which days are asked about: those up to today, or all there are. Reports ask about whole parts of the calendar and the
/// windows of a decree, days to come among them: the two mean different days and share only how they are typed.
enum AccessPeriod: Sendable, Equatable {
  case week, month, year, always
  case days(ClosedRange<Day>)

  static let named: [AccessPeriod] = [.week, .month, .year, .always]

  /// As it stands in the address.
  var code: String {
    switch self {
    case .week: "tuan"
    case .month: "thang"
    case .year: "nam"
    case .always: "moi-luc"
    case .days: ""
    }
  }

  var label: String {
    switch self {
    case .week: "Tuần này"
    case .month: "Tháng này"
    case .year: "Năm nay"
    case .always: "Mọi lúc"
    case .days(let days): "Từ \(days.lowerBound.text) đến \(days.upperBound.text)"
    }
  }

  /// From its first moment to the first one after it.
  func time(today: Day) -> Range<Instant> {
    let (year, month, _) = today.parts
    let first: Day
    switch self {
    case .week: first = today - (today.weekday - 1)
    case .month: first = Day(year: year, month: month, day: 1) ?? today
    case .year: first = Day(year: year, month: 1, day: 1) ?? today
    case .always: return Instant(milliseconds: 0)..<Instant(today + 1)
    case .days(let days): return Instant(days.lowerBound)..<Instant(days.upperBound + 1)
    }
    return Instant(first)..<Instant(today + 1)
  }
}

/// What an address asks for.
struct AskedAccesses: Sendable, Equatable {
  enum Name {
    static let period = "ky"
    static let from = "tu-ngay"
    static let to = "den-ngay"
    static let person = "nguoi"
    static let way = "cach"
    static let after = "sau"
  }

  var period: AccessPeriod
  /// What was typed and could not be used.
  var problem: String?
  var typed: [String: String] = [:]
  var person: AccountID?
  var way: AccessWay?
  var after: AccessPlace?

  init(_ field: (String) -> String, today: Day) {
    let (from, to) = (field(Name.from), field(Name.to))
    period = AccessPeriod.named.first { $0.code == field(Name.period) } ?? .month
    let days = TypedDays(from: from, to: to, today: today)
    if days != .none { typed = [Name.from: from, Name.to: to] }
    switch days {
    case .none: break
    case .days(let days): period = .days(days)
    case .problem(let words): problem = "\(words); đang xem: \(period.label.lowercased())."
    }
    person = AccountID(field(Name.person))
    way = AccessWay(rawValue: field(Name.way))
    let place = field(Name.after).split(separator: "-").compactMap { Int64($0) }
    if place.count == 2 { after = AccessPlace(at: Instant(milliseconds: place[0]), id: place[1]) }
  }

  /// What an address carries to ask the same of a person, in one way.
  func path(
    _ base: String, period: AccessPeriod? = nil, person: AccountID? = nil, way: AccessWay? = nil,
    after: AccessPlace? = nil
  ) -> String {
    let period = period ?? self.period
    var fields: [(String, String)] = [(Name.period, period.code)]
    if case .days(let days) = period {
      fields = [(Name.from, days.lowerBound.text), (Name.to, days.upperBound.text)]
    }
    if let person { fields.append((Name.person, "\(person)")) }
    if let way { fields.append((Name.way, way.rawValue)) }
    if let after { fields.append((Name.after, "\(after.at.milliseconds)-\(after.id)")) }
    return "\(base)?\(fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&"))"
  }
}
