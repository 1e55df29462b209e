import Database
import Kernel
import Organization

/// Accounts of the example body: everybody has one, all with the same password, which the sign-in page tells.
package enum ExampleAccounts {
  package static let password = "Dia-Chat-2026-Vi-Du"

  /// `passwordHash` is the hash of `password`, made before the transaction since it takes its time.
  package static func fill(passwordHash: String, in transaction: any Transaction) throws {
    let store = AccountStore(transaction)
    var seen: Set<PersonID> = []
    for actor in Cast.everybody where seen.insert(actor.person).inserted {
      try store.insert(
        actor.account, person: actor.person, loginName: LoginName.proposed(for: actor.personName),
        passwordHash: passwordHash, mustChange: false)
    }
  }

  /// The name with which a member of the cast signs in.
  package static func loginName(of actor: Actor) -> String { LoginName.proposed(for: actor.personName) }

  /// The cast as the sign-in page offers it.
  static let offers: [CastOffer] = Cast.offered.map { actor in
    let others = Cast.everybody.filter { $0.person == actor.person && $0.post != actor.post }
    return CastOffer(actor, others: others, loginName: loginName(of: actor))
  }
}
