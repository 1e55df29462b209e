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

  package static let accounts = "/quan-tri/tai-khoan"
  package static func account(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)" }
  static func accountOf(_ person: PersonID) -> String { "/quan-tri/tai-khoan/cua/\(person)" }
  static func lock(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/khoa" }
  static func unlock(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/mo-khoa" }
  static func passwordReset(_ id: AccountID) -> String { "/quan-tri/tai-khoan/\(id)/mat-khau" }

  /// Sign in, then go on to `path`.
  package static func signIn(thenTo path: String) -> String {
    LocalPath.isLocal(path) && path != "/" ? "\(signIn)?ve=\(LocalPath.queryValue(path))" : signIn
  }
}

/// Addresses of our own pages as they come back from forms: nothing else is ever redirected to.
enum LocalPath {
  static func isLocal(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") && path.utf8.count <= 2000
      && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// `path` when it is ours, else `fallback`.
  static func checked(_ path: String, else fallback: String) -> String { isLocal(path) ? path : fallback }

  static func queryValue(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
      return isPlain
        ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
