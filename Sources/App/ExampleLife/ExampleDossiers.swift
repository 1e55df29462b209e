import Database
import Dossiers
import FilePlans
import Kernel
import Organization

/// Dossiers of the example body: each officer keeps some, filled with what they handled; one of each is closed.
struct ExampleDossiers {
  private static let titles = [
    "Kiểm tra, rà soát theo văn bản của các sở năm", "Góp ý văn bản của bộ, ngành gửi lấy ý kiến năm",
    "Theo dõi thực hiện nhiệm vụ được giao năm",
  ]
  private static let documentsEach = 5

  /// One officer's, shortly before the life ends.
  static func all(until end: Instant) -> [(at: Instant, act: @Sendable (any Transaction) throws -> Void)] {
    let officers = ExampleLife.units.flatMap(\.officers)
    return officers.enumerated().map { index, officer in
      (
        end - .seconds(Int64(7200 - 60 * index)),
        {
          try keep(officer, in: $0)
          try ExampleArchive.keep(officer, index, in: $0)
        }
      )
    }
  }

  /// What came first is what opinions were asked for with.
  private static func pairFirst(
    of dossier: Dossier, by officer: Actor, in transaction: any Transaction
  ) throws {
    let lines = try DossierExpectationStore(transaction).list(of: dossier.id)
    guard let line = lines.first(where: \.isMissing), dossier.itemCount > 0 else { return }
    try SettleExpectation(line.id, of: dossier.id, .pair(1)).perform(by: officer, in: transaction)
  }

  private static func opinions(
    _ officer: Actor, in transaction: any Transaction
  ) throws -> DossierTemplate.ID? {
    try DossierTemplateStore(transaction).usable(by: officer)
      .first { $0.facts.name == ExampleDossierTemplates.opinions }?.id
  }

  private static func keep(_ officer: Actor, in transaction: any Transaction) throws {
    let documents = try ExampleMattersStore(transaction).newestIncoming(
      of: officer, limit: documentsEach * titles.count)
    let started = Day(year: transaction.now.day.year, month: 1, day: 5) ?? transaction.now.day
    for (index, title) in titles.enumerated() {
      let own = documents.dropFirst(index * documentsEach).prefix(documentsEach)
      let facts = DossierFacts(
        title: "\(title) \(started.year)", retention: index == 0 ? .years(20) : .years(10),
        startedOn: min(started, transaction.now.day), dueOn: index == 2 ? transaction.now.day + 12 : nil)
      let template = try index == 1 ? opinions(officer, in: transaction) : nil
      let dossier = try OpenDossier(facts, template: template, records: Array(own))
        .perform(by: officer, flows: Modules.dossierFlows, in: transaction)
      try pairFirst(of: dossier, by: officer, in: transaction)
      try WriteDossierNote(
        dossier.id, text: "Đã trao đổi với các đơn vị phối hợp, chờ số liệu quý IV.", isFinal: true
      ).perform(by: officer, in: transaction)
    }
  }
}
