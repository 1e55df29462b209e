import Database
import Documents
import Identity
import Kernel
import Organization

/// Fills an empty installation with the invented body, so that a newcomer can try everything at once.
package enum ExampleBodySeed {
  /// Who may sign in, a line each, and their password; nothing when the installation holds real people.
  package static func whoMaySignIn(_ installation: Installation) throws -> [String] {
    guard try installation.database.readNow({ try InstallationStore($0).isExampleBody }) else { return [] }
    let people = Cast.offered.map { actor in
      "  \(ExampleAccounts.loginName(of: actor)): \(actor.personName), \(actor.postTitle), \(actor.unitName)"
    }
    return ["Đăng nhập được ngay (mật khẩu chung \(ExampleAccounts.password)):"] + people
  }

  /// True when it filled; false when something is there already.
  @discardableResult package static func fillIfEmpty(_ installation: Installation) async throws -> Bool {
    let hash = try await installation.modules.identity.passwords.hash(ExampleAccounts.password)
    return try installation.database.writeNow { transaction in
      guard try fillBody(in: transaction) else { return false }
      try ExampleSigning.fill(in: transaction)
      try ExampleAccounts.fill(passwordHash: hash, in: transaction)
      return true
    }
  }

  /// The same, with three months in which its people have worked. The database must have been opened with this clock,
  /// which then tells the time of everything that happened.
  @discardableResult package static func fillWithLifeIfEmpty(
    _ installation: Installation, clock: SteppedClock, seed: UInt64 = 1
  ) async throws -> Bool {
    let end = clock.now
    // The body is older than its first paper; passwords are as young as the day people begin to try.
    clock.set(Instant(end.day - (ExampleLife.days + 1), hour: 8))
    let isNew = try installation.database.writeNow { try fillBody(in: $0) }
    if isNew { try await ExampleLife(seed: seed, end: end).run(installation, clock: clock) }
    clock.set(end)
    guard isNew else { return false }
    let hash = try await installation.modules.identity.passwords.hash(ExampleAccounts.password)
    try installation.database.writeNow { try ExampleAccounts.fill(passwordHash: hash, in: $0) }
    return true
  }

  /// Agencies, people and the directory; false when something is there already.
  private static func fillBody(in transaction: any Transaction) throws -> Bool {
    let store = InstallationStore(transaction)
    guard try store.isEmpty else { return false }
    try ExampleBody.fill(in: transaction)
    try DocumentsExamples.fill(in: transaction)
    try ExampleDossierTemplates.fill(in: transaction)
    try store.markAsExampleBody()
    return true
  }
}
