import Database
import Documents
import FileVault
import Jobs
import Kernel
import Papers

/// Reads the files of a registered document that are not read yet, and puts their text into the index. A document in
/// which a secrecy mark is found is withheld (MAT-05).
package struct ReadIncomingFilesJob: JobKind {
  package static let code = "incomingDocument.read"
  package static let title = "Đọc tệp văn bản đến"
  package static let lane = JobLane.heavy

  struct Payload: Codable {
    var document: IncomingDocument.ID
  }

  private let reader: PaperReader

  init(reader: PaperReader) { self.reader = reader }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).document
    let files = try await context.database.read { try IncomingFileStore($0).list(of: id) }
    for file in files where file.state == .waiting {
      let url = reader.vault.url(of: file.hash)
      let reading = try await reader.read(url, kind: file.kind, hash: file.hash) { _, _, done, total in
        try await context.progress(done: done, total: total, note: "")
      }
      if let mark = file.isCleared ? nil : SecrecyMark.find(in: reading.text.pages) {
        return try await withhold(id, page: mark.page, context: context)
      }
      try await context.database.write { transaction in
        try IncomingFileStore(transaction).saveReading(reading, of: file.id)
      }
    }
    try await context.database.write { transaction in
      guard let document = try IncomingDocumentStore(transaction).lockForJob(id), document.state != .quarantined
      else { return }
      try IncomingIndexing.index(document, in: transaction)
    }
  }

  /// Lets what was cleared of a mark be read.
  static func askAgain(for document: IncomingDocument, in transaction: any Transaction) throws {
    try Jobs.add(
      Self.self, payload: Payload(document: document.id), in: transaction, subject: .incomingDocument(document.id),
      shownTitle: "Đọc lại tệp của số đến \(document.arrivalNumber)")
  }

  /// Images that were drawn meanwhile go with it.
  private func withhold(_ id: IncomingDocument.ID, page: Int, context: JobContext) async throws {
    let hashes = try await context.database.write {
      try WithholdMatter<WithheldIncoming>(id, page: page).performForJob(in: $0)
    }
    for hash in hashes { try await reader.vault.removeDerivatives(of: hash) }
  }
}
