import Foundation
import Kernel
import VietnameseText

/// What a password must be (AN-01, AN-02), with every reason it is not.
package enum PasswordPolicy {
  /// Without a second factor (TCVN 14423:2026).
  package static let lettersMin = 14
  /// Earlier passwords that may not come back: of administrators (AN-02), of everybody else.
  static func historyLength(isAdministrator: Bool) -> Int { isAdministrator ? 10 : 1 }
  /// Days after which an administrator chooses a new one (AN-02: every two months).
  package static let administratorDaysMax = 60

  /// One line for the form.
  package static let hint =
    "Ít nhất \(lettersMin) ký tự, có chữ thường, chữ hoa, chữ số và ký tự đặc biệt; không chứa tên đăng nhập."

  /// Why this cannot be the password of this account; empty when it can.
  package static func reasons(_ password: String, loginName: String) -> [String] {
    var reasons: [String] = []
    if password.count < lettersMin {
      reasons.append("Mật khẩu mới có \(password.count) ký tự; cần ít nhất \(lettersMin).")
    }
    if password.utf8.count > PasswordHasher.passwordBytesMax { reasons.append("Mật khẩu mới quá dài.") }
    let missing = classes.filter { kind in !password.unicodeScalars.contains(where: kind.has) }.map(\.name)
    if !missing.isEmpty { reasons.append("Mật khẩu mới còn thiếu \(missing.joined(separator: ", ")).") }
    if !loginName.isEmpty, Folding.folded(password).contains(Folding.folded(loginName)) {
      reasons.append("Mật khẩu mới không được chứa tên đăng nhập.")
    }
    if Set(password.lowercased()).count < 6 { reasons.append("Mật khẩu mới lặp lại quá ít ký tự khác nhau.") }
    return reasons
  }

  private static let classes: [(name: String, has: @Sendable (Unicode.Scalar) -> Bool)] = [
    ("chữ thường", { $0.properties.isLowercase }),
    ("chữ hoa", { $0.properties.isUppercase }),
    ("chữ số", { ("0"..."9").contains($0) }),
    ("ký tự đặc biệt", { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }),
  ]
}

/// First passwords: random, readable over the telephone, and within the policy.
enum FirstPassword {
  /// Without letters and figures that are mistaken for each other.
  private static let lower = Array("abcdefghijkmnpqrstuvwxyz")
  private static let upper = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let digits = Array("23456789")

  /// Sixteen random signs in groups of four: over 85 bits.
  static func random() -> String {
    var source = SystemRandomNumberGenerator()
    let all = lower + upper + digits
    while true {
      let signs = (0..<16).map { _ in all[Int.random(in: 0..<all.count, using: &source)] }
      let text = stride(from: 0, to: 16, by: 4).map { String(signs[$0..<($0 + 4)]) }.joined(separator: "-")
      if PasswordPolicy.reasons(text, loginName: "").isEmpty { return text }
    }
  }
}
