import Audit
import Database
import Kernel
import WebApp

/// The figures of «Lượt truy cập hệ thống» for one address, whatever they are shown as (PL6-62).
struct AccessReport {
  /// What a line stands for.
  enum By: String, Sendable, CaseIterable {
    case unit = ""
    case day = "ngay"
    case person = "nguoi"

    var label: String {
      switch self {
      case .unit: "Theo đơn vị"
      case .day: "Theo ngày"
      case .person: "Theo người"
      }
    }

    /// Heads the first column.
    var head: String {
      switch self {
      case .unit: "Đơn vị"
      case .day: "Ngày"
      case .person: "Người"
      }
    }
  }

  struct Line: Sendable {
    var key: AccessReportStore.Key
    var name: String
    var signIns: Int
    var people: Int
  }

  let asked: Asked
  let lines: [Line]
  let total: Line
  /// Lines wait that are in no figure yet.
  let isCut: Bool

  init(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws {
    asked = Asked(address, agency: try ReportsAccess.requireSystemScope(of: actor), today: today)
    let names = try ReportNames(of: actor.agency, in: transaction)
    let store = try AccessReportStore(transaction, asked.agency, asked.period.days)
    isCut = !store.isWhole
    let found = try store.visits(asked.by, asked.narrowing).map { visits in
      Line(key: visits.key, name: Self.name(visits.key, names), signIns: visits.signIns, people: visits.people)
    }
    switch asked.by {
    case .day: lines = found.sorted { ($0.key.day ?? today) > ($1.key.day ?? today) }
    case .unit, .person:
      lines = found.sorted { (names.place(of: $0.key.unit), $0.name) < (names.place(of: $1.key.unit), $1.name) }
    }
    let sum = try store.visits(nil, asked.narrowing).first
    total = Line(key: asked.narrowing, name: "Cộng", signIns: sum?.signIns ?? 0, people: sum?.people ?? 0)
  }

  static func name(_ key: AccessReportStore.Key, _ names: ReportNames) -> String {
    if let day = key.day { return day.textWithWeekday }
    if let post = key.post { return names.name(of: .post(post), known: "Chức danh không còn giữ") }
    return names.name(of: key.unit)
  }

  /// What an address of this report asks for: the same for its figures and for the rows behind them.
  struct Asked {
    var agency: AgencyID
    var period: ReportPeriod
    var problem: String?
    var by: By
    var narrowing: AccessReportStore.Key

    init(_ address: Form, agency: AgencyID, today: Day) {
      let name = ReportsPaths.Name.self
      self.agency = agency
      (period, problem) = ReportPeriod.asked(address, today: today)
      by = By(rawValue: address[name.by]) ?? .unit
      narrowing = .init(
        day: Day(isoText: address[name.day]), unit: UnitID(address[name.unit]), post: PostID(address[name.holder]))
    }

    /// «Tháng 11/2026 · Vụ Khoáng sản».
    func words(_ names: ReportNames) -> [String] {
      [
        period.headText, narrowing.day.map { "Ngày \($0.text)" },
        narrowing.unit.map { names.name(of: $0) },
        narrowing.post.map { names.name(of: .post($0), known: "") },
      ].compactMap(\.self).filter { !$0.isEmpty }
    }
  }
}
