import Audit
import Kernel

extension RecordReference {
  package static func account(_ id: AccountID) -> Self { RecordReference(code: "account", number: id.number) }
}

/// Sign-ins and everything about accounts that AN-09 wants in the log.
extension AuditEvent {
  static let signedIn = AuditEvent(code: "account.signedIn", sentence: "đăng nhập", kind: .signIn)
  static let signedInAsExample = AuditEvent(
    code: "account.signedInAsExample", sentence: "đăng nhập thử bằng nút chọn vai của cơ quan ví dụ", kind: .signIn)
  static func signInFailed(_ reason: String) -> AuditEvent {
    AuditEvent(code: "account.signInFailed", sentence: "đăng nhập không được: \(reason)", kind: .signIn)
  }
  static let signedOut = AuditEvent(code: "account.signedOut", sentence: "đăng xuất", kind: .signIn)
  static let screenUnlocked = AuditEvent(code: "account.screenUnlocked", sentence: "mở khóa màn hình", kind: .signIn)
  static func unlockFailed(_ reason: String) -> AuditEvent {
    AuditEvent(code: "account.unlockFailed", sentence: "mở khóa màn hình không được: \(reason)", kind: .signIn)
  }
  static func lockedByFailures(until: Instant) -> AuditEvent {
    AuditEvent(
      code: "account.lockedByFailures",
      sentence: "bị khóa tài khoản đến \(until.text) vì nhập sai mật khẩu \(SignInRules.failuresMax) lần liên tiếp")
  }
  static func sessionEnded(openedAt: Instant) -> AuditEvent {
    AuditEvent(
      code: "account.sessionEnded", sentence: "kết thúc phiên đăng nhập mở lúc \(openedAt.text)", kind: .signIn)
  }
  static func otherSessionsEnded(_ count: Int) -> AuditEvent {
    AuditEvent(code: "account.otherSessionsEnded", sentence: "đăng xuất \(count) phiên khác", kind: .signIn)
  }
  static func tokenMade(_ name: String, until end: Instant) -> AuditEvent {
    AuditEvent(code: "account.tokenMade", sentence: "tạo mã truy cập «\(name)», dùng được đến \(end.text)")
  }
  static func tokenRevoked(_ name: String) -> AuditEvent {
    AuditEvent(code: "account.tokenRevoked", sentence: "thu hồi mã truy cập «\(name)»")
  }
  static func allTokensRevoked(_ count: Int) -> AuditEvent {
    AuditEvent(code: "account.allTokensRevoked", sentence: "thu hồi \(count) mã truy cập khi cấp lại mật khẩu")
  }

  static func postLent(_ delegation: Delegation) -> AuditEvent {
    AuditEvent(
      code: "delegation.made",
      sentence:
        "ủy quyền việc của \(delegation.absentName) cho \(delegation.standInName) từ \(delegation.firstDay.text) đến \(delegation.lastDay.text), phạm vi: \(delegation.scopeText), lý do: \(delegation.reason)"
    )
  }
  static func postTakenBack(_ delegation: Delegation) -> AuditEvent {
    AuditEvent(
      code: "delegation.ended",
      sentence: "kết thúc sớm việc \(delegation.standInName) làm thay \(delegation.absentName)")
  }

  static func accountCreated(_ loginName: String) -> AuditEvent {
    AuditEvent(code: "account.created", sentence: "tạo tài khoản «\(loginName)»")
  }
  static func accountLocked(_ loginName: String, reason: String) -> AuditEvent {
    AuditEvent(code: "account.locked", sentence: "khóa tài khoản «\(loginName)», lý do: \(reason)")
  }
  static func accountClosed(_ loginName: String, reason: String) -> AuditEvent {
    AuditEvent(code: "account.closed", sentence: "đóng tài khoản «\(loginName)», lý do: \(reason)")
  }
  static func closedByCommand(_ loginName: String, reason: String) -> AuditEvent {
    AuditEvent(
      code: "account.closedByCommand",
      sentence: "đóng tài khoản «\(loginName)» bằng lệnh trên máy chủ, lý do: \(reason)")
  }
  static func accountUnlocked(_ loginName: String) -> AuditEvent {
    AuditEvent(code: "account.unlocked", sentence: "mở khóa tài khoản «\(loginName)»")
  }
  static func passwordReset(_ loginName: String) -> AuditEvent {
    AuditEvent(code: "account.passwordReset", sentence: "cấp lại mật khẩu lần đầu cho tài khoản «\(loginName)»")
  }
  static let passwordChanged = AuditEvent(code: "account.passwordChanged", sentence: "đổi mật khẩu của mình")
  static func unusedLocked(_ loginName: String, days: Int) -> AuditEvent {
    AuditEvent(
      code: "account.unusedLocked", sentence: "khóa tài khoản «\(loginName)» vì \(days) ngày không đăng nhập")
  }
  static func firstAdministratorCreated(_ loginName: String) -> AuditEvent {
    AuditEvent(
      code: "account.firstAdministratorCreated", sentence: "tạo quản trị «\(loginName)» bằng lệnh trên máy chủ")
  }
  static func recoveredByCommand(_ loginName: String) -> AuditEvent {
    AuditEvent(
      code: "account.recoveredByCommand",
      sentence: "mở khóa và cấp lại mật khẩu cho «\(loginName)» bằng lệnh trên máy chủ")
  }
}
