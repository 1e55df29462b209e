import Documents
import Kernel

/// Nothing secret may enter, not even its subject (MAT-01, MAT-02, MAT-05).
enum Secrecy {
  /// What the clerk says of files that no reading has gone through.
  static let vouchLabel = "Đã xem từng trang: không có dấu mật"

  static let refusal = Refusal(
    .invalid,
    "Có dấu chỉ độ mật. Hệ thống không nhận văn bản mật và không giữ lại gì của nó; hãy đăng ký ở sổ mật theo quy định về bảo vệ bí mật nhà nước."
  )

  /// The same while the paper still waits: its bytes are the clerk's to remove.
  static let refusalOfPaper = Refusal(
    .invalid,
    "Có dấu chỉ độ mật. Hệ thống không nhận văn bản mật. Mở lại tệp này ở «Chờ vào sổ», bấm «Tệp có dấu mật» để xóa hẳn, rồi đăng ký ở sổ mật."
  )

  static func refuseMarked(_ facts: IncomingFacts) throws {
    if facts.texts.contains(where: SecrecyMark.isMarked) { throw SecrecyFound() }
  }
}

/// A secrecy mark was found in what was typed or read. Nothing of it may be shown again or logged.
struct SecrecyFound: Error {}
