import Audit
import Database
import Kernel

extension NumberOutgoingDocument {
  /// Runs what may be refused for a secrecy mark: that it happened leaves its line, and nothing of what was typed does
  /// (MAT-05).
  static func noting<Answer>(
    in database: any Database, by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch let refusal as Refusal where refusal == marked {
      try await database.write { try Audit.record(.outgoingSecrecyRefused, on: nil, by: actor, in: $0) }
      throw refusal
    }
  }
}
