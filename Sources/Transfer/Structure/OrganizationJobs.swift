import Database
import FileVault
import Jobs
import Kernel

/// Looks through an uploaded list of the body.
package struct CheckOrganizationJob: JobKind {
  package static let code = "organizationList.check"
  package static let title = "Kiểm tra danh sách cơ cấu tổ chức"
  package static let lane = JobLane.heavy

  let work: ImportWork

  package init(work: ImportWork) { self.work = work }

  package func run(_ payload: String, context: JobContext) async throws {
    guard let batch = try await ImportJobs.batch(payload, in: .checking, context) else { return }
    try await ImportJobs.endingRefused(batch.id, context) {
      let (found, rows, actor) = try await OrganizationJobs.check(batch, work, context)
      try await context.database.write { transaction in
        var current = try ImportBatchStore(transaction).lock(batch.id)
        guard current.state == .checking else { return }
        current.state = .checked
        current.settings.columns = rows.columns
        try ImportBatches.save(found, of: &current, by: actor, in: transaction)
      }
    }
  }
}

/// Enters a list of the body that its administrator has let in. Run again it goes on.
package struct EnterOrganizationJob: JobKind {
  package static let code = "organizationList.enter"
  package static let title = "Nhập danh sách cơ cấu tổ chức"
  package static let lane = JobLane.heavy

  let work: ImportWork

  package init(work: ImportWork) { self.work = work }

  package func run(_ payload: String, context: JobContext) async throws {
    guard let batch = try await ImportJobs.batch(payload, in: .entering, context) else { return }
    try await ImportJobs.endingRefused(batch.id, context) {
      let (found, rows, actor) = try await OrganizationJobs.check(batch, work, context)
      try await context.database.write { transaction in
        var current = try ImportBatchStore(transaction).lock(batch.id)
        try ImportBatches.replaceProblems(found, of: &current, in: transaction)
      }
      let entering = EnterOrganization(
        batch: batch, rows: rows, settings: batch.settings, actor: actor, database: context.database)
      let total = found.plan.count
      try await entering.run(found) { done in
        try await context.progress(done: done, total: total, note: "Đã nhập \(done) trong \(total) dòng")
      }
      _ = try await context.database.write { try ImportBatches.finish(batch.id, by: actor, in: $0) }
    }
  }
}

/// What both jobs do.
private enum OrganizationJobs {
  static func check(
    _ batch: ImportBatch, _ work: ImportWork, _ context: JobContext
  ) async throws -> (TrialOutcome, OrganizationRows, Actor) {
    let actor = try await ImportJobs.actor(of: batch, context)
    guard let upload = batch.upload else { throw Refusal(.conflict, "Tệp tải lên không còn giữ. Hãy tải lại tệp.") }
    let mapping = batch.settings.mapping
    let rows = try await work.withTable(
      work.vault.url(of: upload), named: batch.sourceName, catalogue: .organization
    ) { table in
      try await context.blocking { try OrganizationRows(table, mapping) }
    }
    try await context.progress(done: 0, note: "Đang kiểm tra \(rows.lines.count) dòng")
    let check = CheckOrganization(
      rows: rows, settings: batch.settings, actor: actor,
      marks: try await context.database.read { try ImportBatchStore($0).records(of: batch.id) })
    return (try await check.run(in: context.database), rows, actor)
  }
}
