import Database
import Jobs
import Kernel
import Organization
import Work

/// Hands over in the background, or what is left of it after the server stopped.
package struct RunHandoverJob: JobKind {
  struct Payload: Codable {
    var handover: Handover.ID
  }

  package static let code = "handover.run"
  package static let title = "Bàn giao khi nghỉ, chuyển công tác"

  private let owned: OwnedByPosts

  package init(owned: OwnedByPosts) { self.owned = owned }

  package func run(_ payload: String, context: JobContext) async throws {
    let id = try JSONText.value(payload, as: Payload.self).handover
    guard let handover = try await context.database.read({ try HandoverStore($0).find(id) }),
      handover.finishedAt == nil
    else { return }
    let counts = try await context.database.read { try HandoverStore($0).counts(of: id) }
    let total = counts.values.reduce(0, +)
    var done = total - counts[.waiting, default: 0]
    try await RunHandover(handover, owned: owned).perform(over: context.database) {
      done += 1
      try await context.progress(done: done, total: total, note: "\(done)/\(total) việc, tài liệu")
    }
  }
}
