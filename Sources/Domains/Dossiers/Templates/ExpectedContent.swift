import Kernel

/// One thing that dossiers of a kind hold (thành phần hồ sơ): «Biên bản họp thẩm định».
package struct ExpectedContent: Sendable, Equatable {
  package static let nameLengthMax = 300

  /// Where it comes from.
  package enum Direction: String, Sendable, CaseIterable {
    case any, incoming, outgoing
    /// A file of the dossier's own, without a number: a photo, minutes on paper.
    case file

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .any: "Bất kỳ"
      case .incoming: "Văn bản đến"
      case .outgoing: "Văn bản đi"
      case .file: "Tệp riêng"
      }
    }
  }

  package var name: String
  /// Its type of document; nil when any will do.
  package var typeKey: String?
  package var direction: Direction
  /// Without it the dossier is not closed (bắt buộc); otherwise it is wished for (nên có).
  package var isRequired: Bool
  /// Several documents may stand for it.
  package var isMany: Bool

  package init(
    name: String, typeKey: String? = nil, direction: Direction = .any, isRequired: Bool = true, isMany: Bool = false
  ) {
    self.name = name.normalizedLine
    self.typeKey = typeKey
    self.direction = direction
    self.isRequired = isRequired
    self.isMany = isMany
  }

  /// «bắt buộc», «nên có».
  package var needLabel: String { Self.label(isRequired: isRequired) }
  /// «một», «nhiều».
  package var amountLabel: String { isMany ? "nhiều" : "một" }

  static func label(isRequired: Bool) -> String { isRequired ? "bắt buộc" : "nên có" }

  /// What is wrong with it, at a field.
  func reasons(at field: String) -> [Refusal.Reason] {
    if name.isEmpty { return [.init("Nhập tên thành phần, ví dụ «Biên bản họp».", field: field)] }
    return name.count > Self.nameLengthMax ? [.init("Dài quá \(Self.nameLengthMax) ký tự.", field: field)] : []
  }
}
