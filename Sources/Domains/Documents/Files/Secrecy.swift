import Kernel

/// Nothing secret may enter, not even its subject (MAT-01, MAT-02, MAT-05).
package enum Secrecy {
  /// What is said of files that no reading has gone through.
  package static let vouchLabel = "Đã xem từng trang: không có dấu mật"

  /// What whoever brings a marked text is told.
  package static let refusal = Refusal(
    .invalid,
    "Có dấu chỉ độ mật. Hệ thống không nhận văn bản mật và không giữ lại gì của nó; hãy đăng ký ở sổ mật theo quy định về bảo vệ bí mật nhà nước."
  )

  /// Refuses when one of the texts bears a mark.
  package static func refuseMarked(_ texts: [String]) throws {
    if texts.contains(where: SecrecyMark.isMarked) { throw SecrecyFound() }
  }
}

/// A secrecy mark was found in what was typed or read. Nothing of it may be shown again or logged.
package struct SecrecyFound: Error {
  package init() {}
}
