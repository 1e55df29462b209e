import Access
import Archive
import Database
import Dossiers
import FilePlans
import Kernel
import Organization

/// What the example body's officers handed to the archive: taken over, waiting, given back, or due soon.
enum ExampleArchive {
  private static let documentsEach = 3

  /// Matters of one officer that are settled: the newest are handed over, the oldest are nearly due. `index` of the officer
  /// says what the archive has done.
  static func keep(_ officer: Actor, _ index: Int, in transaction: any Transaction) throws {
    let directory = Modules.dossierFlows.directory
    let seen = try ExampleMattersStore(transaction).newestIncoming(of: officer, limit: 300)
    let summaries = try directory.summaries(of: seen, visibleTo: officer, in: transaction)
    let settled = seen.filter { summaries[$0].map { $0.blocksClosing == nil && !$0.isWithheld } ?? false }
    guard settled.count >= 3 * documentsEach else { return }
    let year = transaction.now.day.year
    let titles = ["Trả lời kiến nghị, phản ánh đã giải quyết năm", "Góp ý văn bản đã trả lời năm"]
    var closed: [Dossier] = []
    for (place, title) in titles.enumerated() {
      let records = settled.dropFirst(place * documentsEach).prefix(documentsEach)
      closed.append(try close("\(title) \(year)", .general, Array(records), officer, in: transaction))
    }
    if index % 3 == 2 {
      let oldest = Array(settled.suffix(documentsEach))
      _ = try close("Sửa chữa trụ sở, hạng mục đã quyết toán \(year)", .construction, oldest, officer, in: transaction)
      return
    }
    let act = SubmitToArchive(closed.map { ChosenDossier($0.id, version: $0.version + 1) })
    let handed = try act.perform(by: officer, flows: Modules.dossierFlows, in: transaction)
    let first = handed.taken[0]
    let decision: DecideSubmission.Decision =
      index % 3 == 0
      ? .accept(note: "Việc phát sinh ngoài danh mục, đủ tài liệu.")
      : .giveBack(reason: "Thiếu văn bản trả lời; bổ sung rồi nộp lại.")
    try DecideSubmission(first.id, decision, formVersion: first.version + 1)
      .perform(by: Cast.archivist, flows: Modules.dossierFlows, in: transaction)
  }

  private static func close(
    _ title: String, _ kind: DossierFacts.Kind, _ records: [RecordReference], _ officer: Actor,
    in transaction: any Transaction
  ) throws -> Dossier {
    let started = Day(year: transaction.now.day.year, month: 1, day: 5) ?? transaction.now.day
    let facts = DossierFacts(
      title: title, retention: .years(20), kind: kind, startedOn: min(started, transaction.now.day))
    let dossier = try OpenDossier(facts, records: records)
      .perform(by: officer, flows: Modules.dossierFlows, in: transaction)
    return try CloseDossier(
      dossier.id, retention: .years(20), endedOn: nil, isReviewed: true, formVersion: dossier.version
    ).perform(by: officer, flows: Modules.dossierFlows, in: transaction)
  }
}
