import Audit
import Database
import Documents
import Kernel

/// What is done when a secrecy mark stands in what is asked of a copy: that it happened leaves its line, and nothing of what
/// was typed is kept or shown again (MAT-05).
enum CopyMarks {
  static func noting<Answer>(
    in database: any Database, by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch let refusal as Refusal where refusal == Secrecy.refusal {
      try await database.write { try Audit.record(.copySecrecyRefused, on: nil, by: actor, in: $0) }
      throw refusal
    }
  }
}
