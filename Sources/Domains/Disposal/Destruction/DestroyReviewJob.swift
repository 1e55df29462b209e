import Dossiers
import FileVault
import Jobs
import Kernel

/// Destroys in the background what a decision names, or what is left of it after the server stopped.
package struct DestroyReviewJob: JobKind {
  struct Payload: Codable {
    var review: DisposalReview.ID
  }

  package static let code = "disposal.destroy"
  package static let title = "Hủy hồ sơ theo quyết định"
  package static let lane = JobLane.slow

  private let vault: FileVault
  private let matters: [any DisposableMatter]

  package init(vault: FileVault, matters: [any DisposableMatter]) {
    self.vault = vault
    self.matters = matters
  }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).review
    try await RunDestruction(id, vault: vault, matters: matters).perform(over: context.database) { done, total in
      try await context.progress(done: done, total: total, note: "\(done)/\(total) hồ sơ")
    }
  }
}
