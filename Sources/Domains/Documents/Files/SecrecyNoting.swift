import Audit
import Database
import Kernel

extension Secrecy {
  /// What is done when a secrecy mark stands in a form or in values: that it happened leaves its line, and nothing of what
  /// was typed is kept or shown again (MAT-05).
  package static func noting<Answer>(
    _ event: AuditEvent, in database: any Database, by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch is SecrecyFound {
      try await database.write { try Audit.record(event, on: nil, by: actor, in: $0) }
      throw refusal
    }
  }
}

extension Refusal {
  /// Whether the page comes back with what was typed.
  package var keepsTyping: Bool { (kind == .invalid || kind == .conflict) && self != Secrecy.refusal }
}
