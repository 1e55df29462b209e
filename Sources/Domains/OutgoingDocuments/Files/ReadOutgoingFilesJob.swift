import Audit
import Database
import Documents
import FileVault
import IncomingDocuments
import Jobs
import Kernel
import Papers

/// Writes number and date onto what was signed without them; then opens the files of the document, each of them, and puts
/// their text into the index: only what was opened can be issued. A document in which a secrecy mark stands is withheld
/// (MAT-05).
struct ReadOutgoingFilesJob: JobKind {
  static let code = "outgoingDocument.read"
  static let title = "Đọc tệp văn bản đi"
  static let lane = JobLane.heavy

  struct Payload: Codable {
    var document: OutgoingDocument.ID
  }

  let reader: PaperReader

  func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).document
    try await StampOutgoingFiles(reader: reader).run(id, context)
    let files = try await context.database.read { try OutgoingFileStore($0).list(of: id) }
    for file in files where file.state == .waiting {
      var reading = PaperReading()
      // A table or a plain text has no pages to draw; that it is what it says was judged when it was taken in.
      if file.kind.isShown {
        reading = try await reader.read(reader.vault.url(of: file.hash), kind: file.kind, hash: file.hash) {
          _, _, done, total in
          try await context.progress(done: done, total: total, note: "")
        }
      }
      if !file.isCleared, let mark = SecrecyMark.find(in: reading.text.pages) {
        return try await withhold(id, page: mark.page, context)
      }
      let trouble = file == files.first ? try await mismatch(reading, of: id, context) : nil
      try await context.database.write { [reading] transaction in
        try OutgoingFileStore(transaction).saveReading(reading, of: file.id)
        if let trouble { try StampingStore(transaction).note(trouble, on: file) }
      }
    }
    try await context.database.write { transaction in
      guard let document = try OutgoingDocumentStore(transaction).findForJob(id, locked: true) else { return }
      try OutgoingIndexing.index(document, in: transaction)
    }
  }

  /// What was signed elsewhere and can be read leaves its number open, or bears another one (DI-04).
  private func mismatch(
    _ reading: PaperReading, of id: OutgoingDocument.ID, _ context: JobContext
  ) async throws -> NumberPlaces.Trouble? {
    guard let page = reading.text.pages.first, page.origin == .textLayer else { return nil }
    let (document, isKnown) = try await context.database.read { transaction in
      (
        try OutgoingDocumentStore(transaction).findForJob(id),
        try !StampingStore(transaction).list(of: id).isEmpty
      )
    }
    guard let document, !isKnown else { return nil }
    let facts = document.facts
    return NumberPlaces.mismatch(
      on: page, number: document.number, symbol: facts.notation, date: facts.isDated ? facts.issuedDate : nil)
  }

  private func withhold(_ id: OutgoingDocument.ID, page: Int, _ context: JobContext) async throws {
    let hashes = try await context.database.write {
      try WithholdMatter<WithheldOutgoing>(id, page: page).performForJob(in: $0)
    }
    for hash in hashes { try? await reader.vault.removeDerivatives(of: hash) }
  }
}
