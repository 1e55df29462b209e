import Database
import Documents
import Kernel
import OutgoingDocuments
import WebApp

/// The figures of «Báo cáo tình hình giải quyết văn bản đi» for one address (PL6-OUT), whatever they are shown as: what
/// was begun in the period and how far it is, what was numbered and how its issuing went against DI-08, what was recalled
/// or corrected, and whether the receivers have it.
struct OutgoingReport {
  /// By what the lines are.
  enum Grouping: String, CaseIterable {
    case unit = "don-vi"
    case type = "loai"
    case urgency = "khan"

    var label: String {
      switch self {
      case .unit: "Theo đơn vị"
      case .type: "Theo loại"
      case .urgency: "Theo độ khẩn"
      }
    }

    /// Heads the first column.
    var head: String {
      switch self {
      case .unit: "Đơn vị soạn thảo"
      case .type: "Loại văn bản"
      case .urgency: "Độ khẩn"
      }
    }
  }

  struct Line {
    /// As it stands in the address; empty for what has none.
    var key: String
    var name: String
    var drafts: [ReportedDraft]
    var rows: [FatedDocument]

    func count(_ column: Column) -> Int {
      switch column.kind {
      case .drafts: drafts.count { column.holds($0) }
      case .documents: rows.count { column.holds($0) }
      case .places: rows.reduce(0) { $0 + $1.places.count { column.holds($0) } }
      }
    }

    /// Whether there is anything to count in a part.
    func hasRows(in part: Part) -> Bool {
      switch part {
      case .drafts: !drafts.isEmpty
      case .documents: !rows.isEmpty
      case .issued: rows.contains { $0.issuingDay != nil }
      }
    }

    /// Of what was issued, or should have been, in tenths of a percent; empty when nothing was.
    var onTimeShare: String {
      let good = rows.count { $0.fate == .issuedOnTime }
      let all = good + count(.issuedLate) + count(.waitingLate)
      guard all > 0 else { return "" }
      let tenths = (good * 1000 + all / 2) / all
      return "\(tenths / 10),\(tenths % 10) %"
    }
  }

  let scope: WorkScope
  let period: ReportPeriod
  let problem: String?
  let grouping: Grouping
  let lines: [Line]

  /// The key of what has none, in addresses.
  static let none = "-"

  init(_ address: Form, today: Day, by actor: Actor, in transaction: any Transaction) throws {
    scope = try ReportsAccess.requireScope(of: actor)
    (period, problem) = ReportPeriod.asked(address, today: today)
    let grouping = Grouping(rawValue: address[ReportsPaths.Name.by]) ?? .unit
    self.grouping = grouping
    var rows = try FatedDocument.numbered(period.begins..<period.ends, visibleTo: actor, in: transaction)
    var drafts = try DraftReportStore(transaction).begun(period.begins..<period.ends, of: actor)
    if case .unit(let unit, _) = scope {
      rows = rows.filter { $0.document.facts.unit == unit }
      drafts = drafts.filter { $0.unit == unit }
    }
    let keys = Keys(grouping: grouping, names: try ReportNames(of: actor.agency, in: transaction))
    let documentsByKey = Dictionary(grouping: rows) { keys.key(of: $0.document.facts) }
    let draftsByKey = Dictionary(grouping: drafts) { keys.key(of: $0) }
    lines = Set(documentsByKey.keys).union(draftsByKey.keys).sorted {
      (keys.place($0), keys.name($0)) < (keys.place($1), keys.name($1))
    }
    .map {
      Line(key: $0, name: keys.name($0), drafts: draftsByKey[$0] ?? [], rows: documentsByKey[$0] ?? [])
    }
  }

  var total: Line {
    Line(key: "", name: "Cộng", drafts: lines.flatMap(\.drafts), rows: lines.flatMap(\.rows))
  }

  /// The line of a key; the sum for none.
  func line(_ key: String) -> Line? { key.isEmpty ? total : lines.first { $0.key == key } }

  /// How lines are told apart, named and put in order.
  private struct Keys {
    let grouping: Grouping
    let names: ReportNames

    func key(of facts: OutgoingFacts) -> String {
      switch grouping {
      case .unit: facts.unit?.description ?? OutgoingReport.none
      case .type: facts.typeKey
      case .urgency: facts.urgency.rawValue
      }
    }

    func key(of draft: ReportedDraft) -> String {
      switch grouping {
      case .unit: draft.unit.description
      case .type: draft.typeKey
      case .urgency: draft.urgency.rawValue
      }
    }

    func name(_ key: String) -> String {
      switch grouping {
      case .unit: names.name(of: UnitID(key))
      case .type: DocumentType.known(key)?.name ?? key
      case .urgency: Urgency(rawValue: key)?.label ?? key
      }
    }

    func place(_ key: String) -> Int {
      switch grouping {
      case .unit: names.place(of: UnitID(key))
      case .type: DocumentType.administrative.firstIndex { $0.key == key } ?? Int.max
      case .urgency: Urgency.allCases.firstIndex { $0.rawValue == key } ?? Int.max
      }
    }
  }
}
