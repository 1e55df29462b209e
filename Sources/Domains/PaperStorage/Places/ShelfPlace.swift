import Kernel

/// A place where papers stand (chỗ để tài liệu): a store (kho), a shelf (giá) or a box (hộp). Stores hold shelves and boxes,
/// shelves hold boxes, boxes hold the paper parts of dossiers.
package struct ShelfPlace: Sendable, Equatable {
  package typealias ID = Identifier<ShelfPlace>

  /// What it is.
  package enum Kind: String, Sendable, CaseIterable {
    case store, shelf, box

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .store: "Kho"
      case .shelf: "Giá"
      case .box: "Hộp"
      }
    }

    /// What may stand in it.
    package var holds: [Kind] {
      switch self {
      case .store: [.shelf, .box]
      case .shelf: [.box]
      case .box: []
      }
    }
  }

  /// In what its room is counted.
  package enum Measure: String, Sendable, CaseIterable {
    case boxes, metres

    /// The Vietnamese term.
    package var label: String { self == .boxes ? "hộp" : "mét giá" }
  }

  package static let nameLengthMax = 80
  package static let noteLengthMax = 500
  package static let capacityMax = 100_000

  package var id: ID
  package var agency: AgencyID
  package var parent: ID?
  /// Of which unit's own cabinet it is part; nil for the archive's stores.
  package var unit: UnitID?
  package var kind: Kind
  /// As it stands on its label: «Hộp 12».
  package var name: String
  /// How much it holds; nil when nobody counted.
  package var capacity: Int?
  package var measure: Measure
  /// Somebody saw that nothing more goes in.
  package var isFull: Bool
  package var note: String
  package var version: Int

  /// Everything typed that stands against it.
  func obstacles() -> [Refusal.Reason] {
    let field = PaperField.self
    var reasons: [Refusal.Reason] = []
    if name.isEmpty { reasons.append(.init("Ghi tên như trên nhãn, ví dụ «\(kind.label) 12».", field: field.name)) }
    if name.count > Self.nameLengthMax {
      reasons.append(.init("Dài quá \(Self.nameLengthMax) ký tự.", field: field.name))
    }
    if name.contains("/") { reasons.append(.init("Tên không có dấu «/».", field: field.name)) }
    if note.count > Self.noteLengthMax {
      reasons.append(.init("Dài quá \(Self.noteLengthMax) ký tự.", field: field.note))
    }
    if let capacity, !(1...Self.capacityMax).contains(capacity) {
      reasons.append(.init("Sức chứa từ 1 đến \(Self.capacityMax), hoặc để trống.", field: field.capacity))
    }
    return reasons
  }
}

/// A place with those it stands in, from the store down.
package struct PlacePath: Sendable, Equatable {
  package var places: [ShelfPlace]

  /// «Kho 1 / Giá 2 / Hộp 12».
  package var text: String { places.map(\.name).joined(separator: " / ") }
}

extension RecordReference {
  package static let shelfPlaceCode = "shelfPlace"

  /// A place where papers stand.
  package static func shelfPlace(_ id: ShelfPlace.ID) -> RecordReference {
    RecordReference(code: shelfPlaceCode, number: id.number)
  }
}
