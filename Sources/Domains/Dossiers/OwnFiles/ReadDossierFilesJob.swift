import Audit
import Database
import Documents
import FileVault
import Jobs
import Kernel

/// Opens the files of a dossier's own that wait for it, and puts their text into the index. A file in which a secrecy mark
/// stands is withheld (MAT-05). Begun again it goes on with the first file not read.
struct ReadDossierFilesJob: JobKind {
  static let code = "dossier.readFiles"
  static let title = "Đọc tệp của hồ sơ"
  static let lane = JobLane.heavy

  struct Payload: Codable {
    var dossier: Dossier.ID
  }

  let reader: PaperReader

  func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).dossier
    let waiting = try await context.database.read { try DossierReadingStore($0).waiting(in: id) }
    var failure: (any Error)?
    for reading in waiting {
      do {
        try await read(reading, in: id, context)
      } catch {
        // One file that is missing does not keep the others from being read.
        if Task.isCancelled || error is CancellationError { throw error }
        failure = failure ?? error
      }
    }
    let withheld = try await context.database.write { transaction in
      // Also when nothing waits: an earlier run may have been stopped after the last file, before this.
      let dossier = try DossierStore(transaction).findForJob(id, locked: true)
      if let dossier { try DossierIndexing.index(dossier, in: transaction) }
      return try DossierItemStore(transaction).withheldHashes(in: id)
    }
    // Also of those an earlier run withheld before it was stopped.
    for hash in withheld { try? await reader.vault.removeDerivatives(of: hash) }
    if let failure { throw failure }
  }

  private func read(_ reading: DossierReading, in dossier: Dossier.ID, _ context: JobContext) async throws {
    let item = try await context.database.read { try DossierItemStore($0).list([reading.item], of: dossier).first }
    guard let item, !item.isWithheld, let file = item.file?.at(reading.place) else { return }
    let text = try await OwnFileReader(reader: reader).read(file) { done, total in
      try await context.progress(done: done, total: total, note: "")
    }
    try await context.database.write {
      try KeepOwnFileText(dossier: dossier, reading: reading, text: text).performForJob(in: $0)
    }
  }

  /// Lets what waits in a dossier be read.
  static func ask(for dossier: Dossier, in transaction: any Transaction) throws {
    guard try !DossierReadingStore(transaction).waiting(in: dossier.id).isEmpty else { return }
    try Jobs.add(
      ReadDossierFilesJob.self, payload: Payload(dossier: dossier.id), in: transaction, subject: .dossier(dossier.id),
      shownTitle: "Đọc tệp của hồ sơ \(dossier.code.notation)")
  }
}

/// Writes down what reading found in one file, whatever happened to the dossier meanwhile.
struct KeepOwnFileText: Sendable {
  var dossier: Dossier.ID
  var reading: DossierReading
  var text: OwnFileText

  func performForJob(in transaction: any Transaction) throws {
    let store = DossierReadingStore(transaction)
    guard let current = try DossierStore(transaction).findForJob(dossier, locked: true), current.state != .destroyed,
      let item = try DossierItemStore(transaction).list([reading.item], of: dossier).first, !item.isWithheld,
      let now = try store.find(reading.item, reading.place), now.state == .waiting
    else { return }
    if let page = text.markedPage, !now.isCleared {
      _ = try WithholdMatter<WithheldOwnFile>(.init(item.id, of: dossier), page: page).performForJob(in: transaction)
      return
    }
    try store.save(text, of: now, in: dossier)
    if current.state == .open { try store.takePageCounts(in: dossier) }
  }
}

/// Asks for the reading of what waits and is asked for by nobody: files that were there before they were read, and what
/// came with a whole installation.
struct ReadWaitingFilesJob: JobKind {
  static let code = "dossier.readWaitingFiles"
  static let title = "Tìm tệp trong hồ sơ chưa đọc"
  private static let dossiersMax = 200

  let schedule: JobSchedule? = .every(.seconds(3_600))

  func run(_ payload: String, context: JobContext) async throws {
    var isMore = true
    while isMore {
      isMore = try await context.database.write { transaction in
        let found = try DossierReadingStore(transaction).forgotten(
          code: ReadDossierFilesJob.code, limit: Self.dossiersMax)
        for id in found {
          guard let dossier = try DossierStore(transaction).findForJob(id) else { continue }
          try ReadDossierFilesJob.ask(for: dossier, in: transaction)
        }
        return found.count == Self.dossiersMax
      }
    }
  }
}
