import Audit
import Database
import Kernel
import Organization

/// Gives a person an account with a first password, which must be changed at the first sign-in (AN-01).
struct CreateAccount: Sendable {
  var person: PersonID
  var loginName: String
  var passwordHash: String

  func perform(by actor: Actor, in transaction: any Transaction) throws -> AccountID {
    let store = AccountStore(transaction)
    try store.requireAuthority(of: actor, over: person)
    guard LoginName.isValid(loginName) else {
      throw Refusal(
        .invalid, "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, bắt đầu bằng chữ.",
        field: "ten")
    }
    let id: AccountID = try transaction.nextID(of: "accounts")
    try store.insert(id, person: person, loginName: loginName, passwordHash: passwordHash, mustChange: true)
    try Audit.record(.accountCreated(loginName), on: .account(id), by: actor, in: transaction)
    return id
  }
}

extension AccountStore {
  /// Refuses unless the actor may look after this person's account.
  func requireAuthority(of actor: Actor, over person: PersonID) throws {
    let organization = OrganizationStore(transaction)
    let kept = try organization.person(person).agency
    let agencies = Set(try organization.posts(of: person).map(\.agency) + [kept])
    let paths = try agencies.map { try organization.path(of: $0) }
    guard AccountAccess.mayAdminister(paths: paths, actor) else {
      throw Refusal(
        .forbidden,
        "Chỉ quản trị của mọi cơ quan nơi người này giữ chức danh (hoặc của cơ quan cấp trên) được làm việc này.")
    }
  }

  /// Locks the account and checks authority and version.
  func lock(_ id: AccountID, toAdministerBy actor: Actor, formVersion: Int) throws -> Account {
    let account = try lock(id)
    try requireAuthority(of: actor, over: account.person)
    try StaleForm.refuse(ifVersion: account.version, differsFrom: formVersion, of: .account(id), in: transaction)
    return account
  }
}
