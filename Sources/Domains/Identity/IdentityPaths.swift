import Kernel
import Markup

/// Addresses of signing in, my account and the administration of accounts.
package enum IdentityPaths {
  package static let signIn = "/dang-nhap"
  /// The example body only: sign in by pressing a role.
  package static let signInAs = "/dang-nhap/vai"
  package static let myAccount = FramePaths.account
  package static let password = "/tai-khoan/mat-khau"
  static let singleKeys = "/tai-khoan/phim"
  static let otherSessions = "/tai-khoan/phien/ket-thuc"
  static func session(_ id: SessionID) -> String { "/tai-khoan/phien/\(id)/ket-thuc" }

  static let newToken = "/tai-khoan/ma-truy-cap"
  static func tokenRevocation(_ id: APITokenID) -> String { "/tai-khoan/ma-truy-cap/\(id)/thu-hoi" }
  /// How programs work with the system.
  package static let programming = "/api"

  static let delegations = FramePaths.delegations
  static func delegation(_ id: Delegation.ID) -> String { "\(delegations)/\(id)" }
  static func delegationEnd(_ id: Delegation.ID) -> String { "\(delegation(id))/ket-thuc" }

  package static let accounts = "/quan-tri/tai-khoan"
  package static func account(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)" }
  package static func accountOf(_ person: PersonID) -> String { "/quan-tri/tai-khoan/cua/\(person)" }
  static func lock(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/khoa" }
  static func close(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/dong" }
  static func unlock(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/mo-khoa" }
  static func passwordReset(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/mat-khau" }

  /// Sign in, then go on to `path`.
  package static func signIn(thenTo path: String) -> String {
    LocalPath.isLocal(path) && path != "/" ? "\(signIn)?ve=\(LocalPath.queryValue(path))" : signIn
  }
}
