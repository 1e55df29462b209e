import Database
import Kernel
import WebApp

/// The figures of «Báo cáo lập hồ sơ» for one address, whatever they are shown as (HS-12, PL6-45).
struct DossierReport {
  struct Line: Sendable {
    var unit: UnitID?
    var maker: PostID?
    var name: String
    var counts: [DossierFate: Int] = [:]
    var unfiled: [UnfiledKind: Int] = [:]

    var sum: Int { counts.values.reduce(0, +) }
  }

  /// So many unfiled documents of a kind are counted, the newest; a reader with more has enough to begin with.
  static let unfiledCap = 10_000

  let asked: Asked
  /// Of units and posts, for telling whose figures they are.
  let names: ReportNames
  let lines: [Line]
  /// More documents than are counted lie in no dossier.
  let isCut: Bool

  init(_ address: Form, by actor: Actor, in transaction: any Transaction) throws {
    asked = Asked(address, scope: try ReportsAccess.requireDossierScope(of: actor))
    names = try ReportNames(of: actor.agency, in: transaction)
    let names = names
    let store = DossierReportStore(transaction, for: actor)
    struct Who: Hashable {
      var unit: UnitID?
      var maker: PostID?
    }
    var found: [Who: Line] = [:]
    func line(_ who: Who, known: String) -> Line {
      let name = who.maker.map { names.name(of: .post($0), known: known) } ?? names.name(of: who.unit)
      return found[who] ?? Line(unit: who.unit, maker: who.maker, name: name)
    }
    for count in try store.counts(asked.question, byPerson: asked.isByPerson) {
      let who = Who(unit: count.unit, maker: count.maker)
      var own = line(who, known: count.makerName)
      own.counts[count.fate, default: 0] += count.count
      found[who] = own
    }
    var isCut = false
    if !asked.isByPerson {
      for kind in UnfiledKind.allCases {
        let counts = try store.unfiled(kind, asked.question, cap: Self.unfiledCap)
        isCut = isCut || counts.values.reduce(0, +) == Self.unfiledCap
        for (unit, count) in counts {
          let who = Who(unit: unit)
          var own = line(who, known: "")
          own.unfiled[kind] = count
          found[who] = own
        }
      }
    }
    self.isCut = isCut
    lines = found.values.sorted { (names.place(of: $0.unit), $0.name) < (names.place(of: $1.unit), $1.name) }
  }

  var total: Line {
    lines.reduce(into: Line(name: "Cộng")) { sum, line in
      sum.counts.merge(line.counts, uniquingKeysWith: +)
      sum.unfiled.merge(line.unfiled, uniquingKeysWith: +)
    }
  }

  /// What an address of this report asks for: the same for its figures and for the rows behind them.
  struct Asked {
    var isByPerson: Bool
    var question: DossierReportStore.Question

    init(_ address: Form, scope: WorkScope) {
      let name = ReportsPaths.Name.self
      isByPerson = address[name.by] == "nguoi"
      question = .init(
        scope: scope, year: Int(address[name.year]).flatMap { (1945...2199).contains($0) ? $0 : nil },
        unit: UnitID(address[name.unit]), maker: PostID(address[name.holder]),
        fate: DossierFate(rawValue: address[name.fate]))
    }

    /// «Năm 2026 · Vụ Khoáng sản».
    func words(_ names: ReportNames) -> [String] {
      [
        question.year.map { "Năm \($0)" } ?? "Mọi năm", question.unit.map { names.name(of: $0) },
        question.maker.map { names.name(of: .post($0), known: "") },
      ].compactMap(\.self).filter { !$0.isEmpty }
    }
  }
}
