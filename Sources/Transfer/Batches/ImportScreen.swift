import Database
import Jobs
import Kernel
import Markup
import WebApp

/// Gathers the screens of what is brought in.
enum ImportScreen {
  static func list(
    _ kind: ImportBatch.Kind, _ work: ImportWork, input: FormInput, seal: FormSeal, by actor: Actor,
    in transaction: any Transaction
  ) throws -> ImportBatchesPage {
    try kind.require(actor)
    let batches = try ImportBatchStore(transaction).list(kind, of: actor.agency)
    return ImportBatchesPage(
      kind: kind, lines: try batches.map { try line($0, in: transaction) },
      limitLine: "Mỗi tệp không quá \(work.fileBytesMax >> 20) MB.", input: input, seal: seal)
  }

  static func line(_ batch: ImportBatch, in transaction: any Transaction) throws -> ImportBatchesPage.Line {
    let job = batch.isWorking ? try JobStore(transaction).open(of: .importBatch(batch.id)).last : nil
    return ImportBatchesPage.Line(
      path: ImportPaths.batch(batch.id, batch.kind), id: batch.id.description, name: batch.sourceName,
      askedAt: batch.askedAt.text,
      askedBy: batch.askedBy, stateLabel: batch.state.label, counts: batch.counts,
      isWorking: batch.isWorking && job != nil,
      progressNote: note(job))
  }

  private static func note(_ job: Job?) -> String {
    guard let job, !job.progress.note.isEmpty else { return "Đang chờ đến lượt" }
    return job.progress.note
  }

  static func batch(
    _ id: ImportBatch.ID, _ kind: ImportBatch.Kind, input: FormInput, seal: FormSeal, by actor: Actor,
    in transaction: any Transaction
  ) throws -> ImportBatchPage {
    try kind.require(actor)
    let store = ImportBatchStore(transaction)
    let batch = try store.find(id, kind, of: actor.agency)
    let job = try JobStore(transaction).open(of: .importBatch(id)).last
    return ImportBatchPage(
      batch: batch,
      problems: batch.isWorking
        ? []
        : try store.problems(of: id, limit: ImportBatchPage.rowsShown).map {
          .init(
            row: $0.problem.place.row, field: $0.problem.field.map(kind.catalogue.label) ?? "",
            message: $0.problem.message)
        },
      changes: batch.isWorking ? [] : try store.changes(of: id, limit: ImportBatchPage.rowsShown),
      columns: .init(batch), changeObstacles: ChangeImport.obstacles(batch).map(\.message),
      enterObstacles: ConfirmImport.obstacles(batch).map(\.message),
      progress: job.map { ($0.progress.done, $0.progress.total, $0.progress.note) }, input: input,
      seal: seal.at(version: batch.version))
  }

  /// The mapping as the screen's form says it. Refuses lines that replace nothing by nothing.
  static func mapping(_ form: Form, of batch: ImportBatch) throws -> ColumnMapping {
    var mapping = batch.settings.mapping
    let known = Set(batch.kind.catalogue.entries.map(\.name))
    for (index, head) in (batch.settings.columns ?? []).enumerated() {
      mapping.columns[head] = form[ImportPaths.Name.column(index)].split(separator: "+").map(String.init)
        .filter(known.contains)
    }
    for field in batch.kind.fallbackFields {
      let value = form[ImportPaths.Name.fallback(field)].normalizedLine
      mapping.defaults[field] = value.isEmpty ? nil : value
    }
    var reasons: [Refusal.Reason] = []
    for field in batch.kind.translatedFields {
      let name = ImportPaths.Name.translation(field)
      do {
        let table = try ColumnMapping.translations(form.paragraphs(name))
        mapping.values[field] = table.isEmpty ? nil : table
      } catch let refusal as Refusal { reasons.append(.init(refusal.message, field: name)) }
    }
    if let refusal = Refusal(reasons) { throw refusal }
    return mapping
  }
}
