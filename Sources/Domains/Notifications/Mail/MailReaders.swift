import Database
import Kernel
import Organization

/// Who gets letters, and for which posts and desks.
struct MailReaders {
  let preferences: [PersonID: MailPreferences]
  private let byPrincipal: [Principal: [PersonID]]

  init(in transaction: any Transaction) throws {
    let all = try PreferenceStore(transaction).preferencesForMail()
    preferences = Dictionary(uniqueKeysWithValues: all.map { ($0.person, $0) })
    var byPrincipal: [Principal: [PersonID]] = [:]
    for post in try OrganizationStore(transaction).posts(of: all.map(\.person)) {
      for principal in post.principals where byPrincipal[principal]?.contains(post.person) != true {
        byPrincipal[principal, default: []].append(post.person)
      }
    }
    self.byPrincipal = byPrincipal
  }

  func people(behind principal: Principal) -> [PersonID] { byPrincipal[principal] ?? [] }
}

extension Post {
  /// Everything that whoever holds this post is told as.
  var principals: [Principal] { Principal.held(roles, agency: agency, unit: unit, post: id) }
}
