import Kernel

/// Something withheld because a secrecy mark was found in it (niêm giữ, MAT-05): what was entered of it lies here, out of
/// every list, until it is given back or destroyed.
package struct Quarantine<Facts: Codable & Sendable>: Sendable {
  package var foundAt: Instant
  /// «hệ thống, khi đọc tệp» or the person's name.
  package var foundBy: String
  /// Where the mark stands; nil when a person reported it.
  package var page: Int?
  package var facts: Facts
  package var confirmation: QuarantineConfirmation?
}

extension Secrecy {
  /// What stands in place of a title in every list while it is withheld.
  package static let veil = "(đang niêm giữ vì nghi có dấu chỉ độ mật)"
  /// What stands in the book ever after.
  package static let remains = "(đã xóa vì có dấu chỉ độ mật)"
}
