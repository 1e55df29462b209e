import Database
import Documents
import FileVault
import Jobs
import Kernel
import Papers

/// Reads a waiting paper ahead of its registration: page images, text, suggestions. A paper that bears a secrecy mark
/// is removed whole (MAT-05).
package struct ReadWaitingPaperJob: JobKind {
  package static let code = "waitingPaper.read"
  package static let title = "Đọc trước tệp chờ vào sổ"
  package static let lane = JobLane.heavy

  struct Payload: Codable {
    var paper: WaitingPaper.ID
    /// Saves opening the file once more.
    var opened: Opened?
  }

  /// What the upload found in a file. The paper may have got another file meanwhile, so it says which one.
  struct Opened: Codable {
    /// Of the staged file: nothing that outlives a paper that has to be destroyed.
    var staged: String
    var facts: PDFFacts

    init?(_ upload: Upload) {
      guard let facts = upload.facts else { return nil }
      staged = upload.staged.id
      self.facts = facts
    }
  }

  private let reader: PaperReader

  init(reader: PaperReader) { self.reader = reader }

  package func run(_ payload: String, context: JobContext) async throws {
    let payload = try JSONText.value(payload, as: Payload.self)
    guard let paper = try await context.database.read({ try WaitingPaperStore($0).findForJob(payload.paper) }),
      paper.state == .reading
    else { return }
    do {
      let opened = payload.opened.flatMap { $0.staged == paper.staged.id ? $0.facts : nil }
      let reading = try await read(paper, facts: opened, context: context)
      try await context.database.write {
        try WaitingPaperStore($0).saveReading(reading, newPages: [], isDone: true, of: paper)
      }
    } catch is SecrecyFound {
      try await destroy(paper, context: context)
    } catch let refusal as Refusal where refusal.kind == .unavailable {
      // The clerk who waits for it is told why; the job comes back.
      try await context.database.write { try WaitingPaperStore($0).saveDelay(refusal.message, of: paper) }
      throw refusal
    }
  }

  /// Stops at the first page with a mark, so that nothing of it is shown meanwhile.
  private func read(_ paper: WaitingPaper, facts: PDFFacts?, context: JobContext) async throws -> PaperReading {
    let url = reader.vault.url(of: paper.staged)
    let reading = try await reader.read(
      url, kind: paper.kind, hash: paper.staged.hash, facts: facts
    ) { partial, new, done, total in
      // Before the first picture is recognized, what there is may be a garbled text layer.
      if done > 0, SecrecyMark.find(in: new) != nil { throw SecrecyFound() }
      try await context.progress(done: done, total: total, note: "")
      try await context.database.write {
        try WaitingPaperStore($0).saveReading(partial, newPages: new, isDone: false, of: paper)
      }
    }
    if SecrecyMark.find(in: reading.text.pages) != nil { throw SecrecyFound() }
    return reading
  }

  /// Bytes, text and images go; the audit keeps that it happened, no name and no hash.
  private func destroy(_ paper: WaitingPaper, context: JobContext) async throws {
    try await context.database.write {
      try DestroyWaitingPaper(paper: paper.id).performForJob(as: paper, in: $0)
    }
    try await reader.vault.forget(paper)
  }
}
