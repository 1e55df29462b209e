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
    let filled = try installation.database.writeNow { transaction in
      let store = InstallationStore(transaction)
      guard try store.isEmpty else { return false }
      try ExampleBody.fill(in: transaction)
      try DocumentsExamples.fill(in: transaction)
      try ExampleAccounts.fill(passwordHash: hash, in: transaction)
      try store.markAsExampleBody()
      return true
    }
    return filled
  }
}
