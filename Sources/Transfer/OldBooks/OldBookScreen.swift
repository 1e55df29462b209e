import Database
import IncomingDocuments
import Jobs
import Kernel
import Markup
import WebApp

/// Gathers the screens of old books.
enum OldBookScreen {
  /// Fields for which a value for all rows is offered.
  private static let fallbackFields: [DocumentField] = [.organName, .typeName]

  static func list(
    _ work: OldBookWork, input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> OldBooksPage {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw OldBookAccess.notRegistry }
    let batches = try ImportBatchStore(transaction).list(of: actor.agency)
    return OldBooksPage(
      lines: try batches.map { try line($0, in: transaction) },
      limitLine: "Mỗi tệp không quá \(work.fileBytesMax >> 20) MB.", input: input, seal: seal)
  }

  static func line(_ batch: ImportBatch, in transaction: any Transaction) throws -> OldBooksPage.Line {
    let isWorking = batch.state == .checking || batch.state == .entering
    let job = isWorking ? try JobStore(transaction).open(of: .importBatch(batch.id)).last : nil
    return OldBooksPage.Line(
      path: OldBookPaths.batch(batch.id), id: batch.id.description, name: batch.sourceName, askedAt: batch.askedAt.text,
      askedBy: batch.askedBy, stateLabel: batch.state.label, counts: batch.counts, isWorking: isWorking && job != nil,
      progressNote: note(job))
  }

  private static func note(_ job: Job?) -> String {
    guard let job, !job.progress.note.isEmpty else { return "Đang chờ đến lượt" }
    return job.progress.note
  }

  static func batch(
    _ id: ImportBatch.ID, input: FormInput, seal: FormSeal, by actor: Actor, in transaction: any Transaction
  ) throws -> OldBookPage {
    guard IncomingDocumentAccess.mayRegister(actor) else { throw OldBookAccess.notRegistry }
    let store = ImportBatchStore(transaction)
    let batch = try store.find(id, of: actor.agency)
    let catalogue = FieldCatalogue.documents
    let mapping = batch.settings.mapping
    let job = try JobStore(transaction).open(of: .importBatch(id)).last
    let isWorking = batch.state == .checking || batch.state == .entering
    return OldBookPage(
      batch: batch,
      problems: isWorking
        ? []
        : try store.problems(of: id, limit: OldBookPage.problemsShown).map {
          .init(
            row: $0.problem.place.row, field: $0.problem.field.map(catalogue.label) ?? "", message: $0.problem.message)
        },
      columns: (batch.settings.columns ?? []).map {
        .init(head: $0, field: mapping.fields(of: $0, catalogue: catalogue).joined(separator: "+"))
      },
      choices: choices(batch, catalogue),
      fallbacks: fallbackFields.map { ($0.rawValue, $0.label, mapping.defaults[$0.rawValue] ?? "") },
      changeObstacles: ChangeOldBook.obstacles(batch).map(\.message),
      enterObstacles: ConfirmOldBook.obstacles(batch).map(\.message),
      progress: job.map { ($0.progress.done, $0.progress.total, $0.progress.note) }, input: input,
      seal: seal.at(version: batch.version))
  }

  /// Every field, and what a mapping file has joined («IssuedDate+ArrivalDate»).
  private static func choices(_ batch: ImportBatch, _ catalogue: FieldCatalogue) -> [Field.Choice] {
    let single = catalogue.entries.map { Field.Choice($0.name, "\($0.label) (\($0.name))") }
    let joined = batch.settings.mapping.columns.values.filter { $0.count > 1 }.map { names in
      Field.Choice(names.joined(separator: "+"), names.map(catalogue.label).joined(separator: " và "))
    }
    var both: [Field.Choice] = []
    for choice in joined + [joinedDays] where !both.contains(choice) { both.append(choice) }
    return [Field.Choice("", "Không dùng")] + single + both
  }

  private static let joinedDays = Field.Choice(
    "\(DocumentField.issuedDate.rawValue)+\(DocumentField.arrivalDate.rawValue)",
    "\(DocumentField.issuedDate.label) và \(DocumentField.arrivalDate.label)")

  /// The mapping as the screen's form says it.
  static func mapping(_ form: Form, of batch: ImportBatch) -> ColumnMapping {
    var mapping = batch.settings.mapping
    let known = Set(FieldCatalogue.documents.entries.map(\.name))
    for (index, head) in (batch.settings.columns ?? []).enumerated() {
      mapping.columns[head] = form[OldBookPaths.Name.column(index)].split(separator: "+").map(String.init)
        .filter(known.contains)
    }
    for field in fallbackFields {
      let value = form[OldBookPaths.Name.fallback(field.rawValue)].normalizedLine
      mapping.defaults[field.rawValue] = value.isEmpty ? nil : value
    }
    return mapping
  }
}
