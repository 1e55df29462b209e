import Kernel

/// A heading of a plan (đề mục): a big one, or a small one under it.
package struct FilePlanHeading: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<FilePlanHeading>

  package var id: ID
  package var plan: FilePlan.ID
  /// The big heading it stands under; nil for a big one.
  package var parent: ID?
  package var title: String
  /// What dossiers under a big heading carry after their number: `TCCB`; empty for a small one.
  package var abbreviation: String
  /// Order among its neighbours.
  package var place: Int
  /// The round in which it came into the plan.
  package var round: Int
  /// The last number given under a big heading, where numbers run by heading.
  package var lastNumber: Int
  package var version: Int

  package static let titleLengthMax = 300
  /// A number and symbol has 20 letters at most (metadata of dossiers).
  package static let abbreviationLengthMax = 14

  /// Everything that is wrong with what was typed.
  static func obstacles(title: String, abbreviation: String, isBig: Bool) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if title.isEmpty { reasons.append(.init("Nhập tên đề mục.", field: FilePlanField.title)) }
    if title.count > titleLengthMax {
      reasons.append(.init("Tên đề mục dài nhất \(titleLengthMax) ký tự.", field: FilePlanField.title))
    }
    guard isBig else { return reasons }
    if abbreviation.isEmpty {
      reasons.append(
        .init("Đề mục lớn cần chữ viết tắt để lập ký hiệu hồ sơ, ví dụ TCCB.", field: FilePlanField.abbreviation))
    } else if abbreviation.count > abbreviationLengthMax
      || !abbreviation.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    {
      reasons.append(
        .init(
          "Chữ viết tắt chỉ gồm chữ, số và dấu gạch ngang, nhiều nhất \(abbreviationLengthMax) ký tự.",
          field: FilePlanField.abbreviation))
    }
    return reasons
  }
}
