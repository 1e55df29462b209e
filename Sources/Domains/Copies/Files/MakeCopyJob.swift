import Audit
import Database
import Documents
import FileVault
import Foundation
import Jobs
import Kernel
import Organization
import Papers

/// Makes the file of a numbered copy from the file that is copied, in the form that the decree prints (COPY-06,
/// COPY-07). What was found secret meanwhile is not made.
struct MakeCopyJob: JobKind {
  static let code = "documentCopy.make"
  static let title = "Làm tệp bản sao"
  static let lane = JobLane.heavy
  static let remedy = "Kiểm tra LibreOffice, qpdf và poppler bằng «chauban check», rồi bấm «Chạy lại»."

  struct Payload: Codable {
    var copy: DocumentCopy.ID
  }

  let reader: PaperReader

  static func ask(for copy: DocumentCopy, code: String, in transaction: any Transaction) throws {
    try Jobs.add(
      MakeCopyJob.self, payload: Payload(copy: copy.id), in: transaction, subject: .documentCopy(copy.id),
      shownTitle: "Làm tệp bản sao \(code)")
  }

  func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).copy
    guard let found = try await context.database.read({ try CopyOrder.read(id, in: $0) }) else { return }
    guard found.obstacles.isEmpty else {
      return try await end(id, context) { $0.trouble = found.obstacles.joined(separator: " ") }
    }
    do {
      let staged = try await reader.runner.withFolder { folder in
        let target = folder.appending(path: "copy.pdf")
        let view = try await reader.view(
          of: reader.vault.url(of: found.hash), kind: found.kind, hash: found.hash)
        let pages = try await CopyMaking(runner: reader.runner).write(found.work, of: view, to: target) {
          try await context.progress(done: $0, total: $1, note: $2)
        }
        return (try await reader.vault.receive([UInt8](Data(contentsOf: target))), pages)
      }
      let hash = try await reader.vault.keep(staged.0)
      let file = CopyFile(hash: hash, bytes: staged.0.bytes, pageCount: staged.1)
      try await end(id, context) { $0.file = file }
      try await reader.vault.discard(staged.0)
    } catch let trouble as any FileTrouble {
      try await end(id, context) { $0.trouble = trouble.refusal(named: found.name).message }
    }
  }

  /// Writes what became of it, unless the copy was cancelled meanwhile or has its file.
  private func end(
    _ id: DocumentCopy.ID, _ context: JobContext, _ change: @escaping @Sendable (inout DocumentCopy) -> Void
  ) async throws {
    try await context.database.write { transaction in
      let store = DocumentCopyStore(transaction)
      guard var copy = try store.findForJob(id, locked: true), copy.state == .numbered, copy.file == nil else { return }
      change(&copy)
      if let file = copy.file {
        copy.trouble = nil
        try StoredFileStore(transaction).add(StoredFile(hash: file.hash, bytes: file.bytes))
      }
      try store.save(copy, from: copy.version)
      let event =
        copy.file.map { AuditEvent.copyMade(pages: $0.pageCount) } ?? .copyNotMade(copy.trouble ?? "")
      try Audit.recordSystem(event, on: .documentCopy(id), agency: copy.agency, in: transaction)
    }
  }
}

/// What the job needs, read in one snapshot.
private struct CopyOrder: Sendable {
  var hash: FileHash
  var kind: FileKind
  var name: String
  var work: CopyWork
  var obstacles: [String]

  /// Nil when there is nothing left to do.
  static func read(_ id: DocumentCopy.ID, in transaction: any Transaction) throws -> CopyOrder? {
    guard let copy = try DocumentCopyStore(transaction).findForJob(id), copy.state == .numbered, copy.file == nil,
      let numberedAt = copy.numberedAt, let signature = copy.signature,
      let (_, files) = try CopiedDocumentStore(transaction).findForJob(copy),
      let file = files.first(where: { $0.id == copy.terms.source.file })
    else { return nil }
    let organization = OrganizationStore(transaction)
    let agency = try organization.agency(copy.agency, on: numberedAt.day)
    let note = CopyNote(
      title: copy.terms.form.title, agencyName: agency.name,
      codeText: copy.codeText(abbreviation: agency.abbreviation), place: agency.placeName, madeAt: numberedAt,
      signatureLines: signature.lines, signerName: signature.name, recipients: copy.terms.recipients)
    return CopyOrder(
      hash: file.hash, kind: file.kind, name: file.name,
      work: CopyWork(
        note: note, isElectronic: copy.terms.way.to == .electronic,
        mustBeScan: copy.terms.form != .extractCopy && copy.terms.way == CopyWay(from: .paper, to: .electronic),
        bands: copy.terms.parts.map { .init(page: $0.page, top: $0.top, bottom: $0.bottom) }),
      obstacles: try CopyStanding.obstacles(copy, in: transaction))
  }
}
