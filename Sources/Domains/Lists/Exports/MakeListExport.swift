import Database
import FileVault
import Foundation
import Identity
import Jobs
import Kernel
import Papers
import WebApp

/// Makes the file of an exported list, within the rights its asker has at that moment.
package struct MakeListExport: JobKind {
  struct Payload: Codable {
    var export: ListExport.ID
  }

  package static let code = "listExport.make"
  package static let title = "Kết xuất danh sách"
  package static let lane = JobLane.heavy
  package static let remedy = "Kiểm tra LibreOffice bằng «chauban check», rồi bấm «Chạy lại»."
  private static let batchRows = 500

  private let catalogue: ListCatalogue
  private let vault: FileVault
  private let office: OfficeConversion

  package init(catalogue: ListCatalogue, vault: FileVault, office: OfficeConversion) {
    self.catalogue = catalogue
    self.vault = vault
    self.office = office
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).export
    guard let export = try await context.database.read({ try ListExportStore($0).findForJob(id) }),
      export.madeAt == nil
    else { return }
    let list = try catalogue.find(export.list)
    let actor = try await context.database.read { transaction in
      try StandingActor.find(export.account, as: export.post, in: transaction)
    }
    guard let actor else {
      throw Refusal(.forbidden, "Người yêu cầu không còn giữ chức danh này, nên không còn được xem danh sách.")
    }
    let (rows, isCut) = try await gather(export, list, actor, context)
    let form = ListExportForm(
      title: export.title, agencyName: actor.agencyName,
      lines: (export.criteria.isEmpty ? [] : [export.criteria])
        + ["Xếp theo \(list.order). \(rows.count) dòng\(isCut ? ", là những dòng đầu của danh sách dài hơn" : "")."],
      columns: ColumnChoice(of: list.columns, stored: export.columns).columns, rows: rows,
      provenance: export.provenance)
    let staged = try await write(form, as: export.format, context)
    let file = StoredFile(hash: try await vault.keep(staged), bytes: staged.bytes)
    try await context.database.write {
      try ListExportStore($0).finish(id, with: file, rowCount: rows.count, isCut: isCut)
    }
    try await vault.discard(staged)
  }

  private func gather(
    _ export: ListExport, _ list: any ShownList, _ actor: Actor, _ context: JobContext
  ) async throws -> (rows: [ListBatch.Row], isCut: Bool) {
    var rows: [ListBatch.Row] = []
    var key: Int64?
    let address = Form(urlEncoded: export.address)
    repeat {
      let after = key
      let batch = try await context.database.read { transaction in
        try list.batch(
          address, after: after, limit: Self.batchRows, today: transaction.now.day, by: actor, in: transaction)
      }
      rows += batch.rows
      key = batch.next
      try await context.progress(done: rows.count, total: nil, note: "Đã đọc \(rows.count) dòng")
    } while key != nil && rows.count < export.format.rowsMax
    let isCut = key != nil || rows.count > export.format.rowsMax
    return (Array(rows.prefix(export.format.rowsMax)), isCut)
  }

  private func write(
    _ form: ListExportForm, as format: ListExport.Format, _ context: JobContext
  ) async throws -> StagedFile {
    try await context.progress(
      done: form.rows.count, total: nil, note: "Đang làm tệp \(format.label), \(form.rows.count) dòng")
    return try await office.runner.withFolder { folder in
      let target = folder.appending(path: "list.\(format.rawValue)")
      switch format {
      case .xlsx: try await context.blocking { try form.writeSpreadsheet(to: target) }
      case .pdf: try await office.write(form.printedForm, as: .pdf, to: target)
      case .docx: try await office.write(form.printedForm, as: .docx, to: target)
      case .doc: try await office.write(form.printedForm, as: .doc, to: target)
      }
      let bytes = try await context.blocking { [UInt8](try Data(contentsOf: target)) }
      return try await vault.receive(bytes)
    }
  }
}

/// Forgets exported files after a week. Every night.
package struct ForgetListExports: JobKind {
  package static let code = "listExport.forget"
  package static let title = "Dọn tệp kết xuất cũ"
  package let schedule: JobSchedule? = .daily(hour: 2, minute: 10)

  private let vault: FileVault

  package init(vault: FileVault) { self.vault = vault }

  package func run(_ payload: String, context: JobContext) async throws {
    let forgotten = try await context.database.write { transaction -> [FileHash] in
      let hashes = try ListExportStore(transaction).forget(askedBefore: transaction.now - ListExport.kept)
      for hash in hashes { try StoredFileStore(transaction).remove(hash) }
      return hashes
    }
    for hash in forgotten { try await vault.destroy(hash) }
  }
}
