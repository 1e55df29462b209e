import Database
import IncomingDocuments
import Kernel
import WebApp
import Work

/// The figures of «Báo cáo tình hình giải quyết văn bản đến» for one address, whatever they are shown as.
struct HandlingReport {
  struct Line: Sendable {
    var unit: UnitID?
    var holder: Principal?
    var name: String
    var counts: [WorkFate: Int]

    var sum: Int { counts.values.reduce(0, +) }

    /// Of what had a deadline and is done, in tenths of a percent; nil when nothing is.
    var onTimeShare: String {
      let (good, bad) = (counts[.onTime, default: 0], counts[.late, default: 0])
      guard good + bad > 0 else { return "" }
      let tenths = (good * 1000 + (good + bad) / 2) / (good + bad)
      return "\(tenths / 10),\(tenths % 10) %"
    }
  }

  let scope: WorkScope
  let period: ReportPeriod
  let problem: String?
  let isByPerson: Bool
  let unit: UnitID?
  let roles: [WorkRole]
  let lines: [Line]

  init(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws {
    let asked = Asked(address, today: today, scope: try ReportsAccess.requireScope(of: actor))
    (scope, period, problem, unit, roles) = (asked.scope, asked.period, asked.problem, asked.unit, asked.roles)
    isByPerson = asked.isByPerson
    let names = try ReportNames(of: actor.agency, in: transaction)
    let counts = try WorkReportStore(transaction, for: actor).fates(asked.question, byPerson: asked.isByPerson)
    struct Who: Hashable {
      var unit: UnitID?
      var holder: Principal?
    }
    let grouped = Dictionary(grouping: counts) { Who(unit: $0.unit, holder: $0.holder) }
    lines = grouped.map { who, counts in
      Line(
        unit: who.unit, holder: who.holder,
        name: who.holder.map { names.name(of: $0, known: counts[0].holderName) } ?? names.name(of: who.unit),
        counts: Dictionary(counts.map { ($0.fate, $0.count) }, uniquingKeysWith: +))
    }.sorted { (names.place(of: $0.unit), $0.name) < (names.place(of: $1.unit), $1.name) }
  }

  var total: Line {
    Line(name: "Cộng", counts: lines.reduce(into: [:]) { sum, line in sum.merge(line.counts, uniquingKeysWith: +) })
  }

  /// What an address of this report asks for: the same for its figures and for the rows behind them.
  struct Asked {
    var scope: WorkScope
    var period: ReportPeriod
    var problem: String?
    var isByPerson: Bool
    var unit: UnitID?
    var roles: [WorkRole]

    init(_ address: Form, today: Day, scope: WorkScope) {
      let name = ReportsPaths.Name.self
      self.scope = scope
      (period, problem) = ReportPeriod.asked(address, today: today)
      isByPerson = address[name.by] == "nguoi"
      unit = UnitID(address[name.unit])
      roles =
        switch address[name.role] {
        case "phoi-hop": [.coordinate]
        case "tat-ca": [.lead, .coordinate]
        default: [.lead]
        }
    }

    var question: WorkQuestion {
      var question = WorkQuestion(scope)
      question.kinds = [.handleIncoming]
      question.roles = roles
      question.given = period.begins..<period.ends
      question.isStanding = true
      question.unit = unit
      if isByPerson { question.isPersonal = true } else { question.isUnitsOwn = true }
      return question
    }
  }
}
