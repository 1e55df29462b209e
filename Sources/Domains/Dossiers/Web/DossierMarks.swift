import Audit
import Database
import Documents
import Kernel

/// What is done when a secrecy mark stands in what was typed: that it happened leaves its line, and nothing of it is kept
/// or shown again (MAT-05).
enum DossierMarks {
  static func noting<Answer>(
    in database: any Database, by actor: Actor, _ body: () async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await body()
    } catch is SecrecyFound {
      try await database.write { try Audit.record(.dossierSecrecyRefused, on: nil, by: actor, in: $0) }
      throw Secrecy.refusal
    }
  }
}

extension Refusal {
  /// Whether the page comes back with what was typed.
  var keepsTyping: Bool { (kind == .invalid || kind == .conflict) && self != Secrecy.refusal }
}
