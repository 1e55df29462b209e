import Documents
import Kernel

extension Secrecy {
  /// The refusal while the paper still waits: its bytes are the clerk's to remove.
  static let refusalOfPaper = Refusal(
    .invalid,
    "Có dấu chỉ độ mật. Hệ thống không nhận văn bản mật. Mở lại tệp này ở «Chờ vào sổ», bấm «Tệp có dấu mật» để xóa hẳn, rồi đăng ký ở sổ mật."
  )

  static func refuseMarked(_ facts: IncomingFacts) throws { try refuseMarked(facts.texts) }
}
