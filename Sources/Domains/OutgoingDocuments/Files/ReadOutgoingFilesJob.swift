import Audit
import Database
import Documents
import FileVault
import IncomingDocuments
import Jobs
import Kernel
import Papers

/// Opens the files of an outgoing document, each of them, and puts their text into the index: only what was opened can
/// be issued. Files in which a secrecy mark stands are destroyed (MAT-05).
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
      if let mark = SecrecyMark.find(in: reading.text.pages) {
        return try await destroy(id, page: mark.page, context)
      }
      try await context.database.write { [reading] in try OutgoingFileStore($0).saveReading(reading, of: file.id) }
    }
    try await context.database.write { transaction in
      guard let document = try OutgoingDocumentStore(transaction).findForJob(id, locked: true) else { return }
      try OutgoingIndexing.index(document, in: transaction)
    }
  }

  private func destroy(_ id: OutgoingDocument.ID, page: Int, _ context: JobContext) async throws {
    let freed = try await context.database.write { transaction in
      let store = OutgoingDocumentStore(transaction)
      guard var document = try store.findForJob(id, locked: true) else { return [] as [FileHash] }
      let freed = try OutgoingFileStore(transaction).destroy(id)
      document.fileCount = 0
      try store.save(document, from: document.version)
      try OutgoingIndexing.index(document, in: transaction)
      try Audit.recordSystem(
        .outgoingSecrecyFound(page: page), on: .outgoingDocument(id), agency: document.agency, in: transaction)
      return freed
    }
    for hash in freed { try await reader.vault.destroy(hash) }
  }
}
