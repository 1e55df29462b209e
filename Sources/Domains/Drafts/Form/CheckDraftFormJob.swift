import Database
import Documents
import FileVault
import Jobs
import Kernel
import Papers

/// Looks at the form of a draft's newest version (kiểm tra thể thức, ST-08), once for each version and each change of
/// what is said of the draft: pages only show what was found.
struct CheckDraftFormJob: JobKind {
  static let code = "draft.checkForm"
  static let title = "Kiểm tra thể thức dự thảo"

  struct Payload: Codable {
    var draft: Draft.ID
  }

  let vault: FileVault

  func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).draft
    let asked = try await context.database.read { transaction -> (file: DraftFile, facts: FormFacts)? in
      guard let draft = try DraftStore(transaction).findForJob(id),
        let file = try DraftVersionStore(transaction).list(of: id).last?.main, file.kind == .docx,
        let letter = try DraftLetter(draft, in: transaction)
      else { return nil }
      return (file, letter.facts)
    }
    guard let asked else { return }
    let url = vault.url(of: asked.file.hash)
    let check = try await context.blocking { () throws -> DraftFormCheck in
      do {
        let document = try WordFile.document(of: url)
        return DraftFormCheck(file: asked.file.id, findings: FormCheck.findings(in: document, facts: asked.facts))
      } catch let fault as WordFault {
        return DraftFormCheck(file: asked.file.id, trouble: fault.refusal(named: asked.file.name).message)
      }
    }
    try await context.database.write { transaction in
      var check = check
      check.checkedAt = transaction.now
      try DraftFormCheckStore(transaction).save(check)
    }
  }

  /// Has the newest version looked at; nothing to do for a draft without one.
  static func ask(for draft: Draft, in transaction: any Transaction) throws {
    guard let file = try DraftVersionStore(transaction).list(of: draft.id).last?.main, file.kind == .docx else {
      return
    }
    try DraftFormCheckStore(transaction).ask(file.id)
    try Jobs.add(
      CheckDraftFormJob.self, payload: Payload(draft: draft.id), in: transaction, subject: .draft(draft.id),
      shownTitle: "Kiểm tra thể thức của dự thảo \(draft.facts.type?.name.lowercased() ?? "")")
  }
}
