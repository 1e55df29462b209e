/// The parts of the room «Hồ sơ», each at its own address.
package enum DossierTabs: String, Sendable, CaseIterable {
  case dossiers, plan, retention, templates

  package var label: String {
    switch self {
    case .dossiers: "Hồ sơ"
    case .plan: "Danh mục hồ sơ"
    case .retention: "Bảng thời hạn lưu trữ"
    case .templates: "Mẫu hồ sơ"
    }
  }

  package var path: String {
    switch self {
    case .dossiers: Room.dossiers.path
    case .plan: "\(Room.dossiers.path)/danh-muc"
    case .retention: "\(Room.dossiers.path)/thoi-han"
    case .templates: "\(Room.dossiers.path)/mau"
    }
  }

  /// The tabs with `current` marked.
  package static func html(current: DossierTabs) -> HTML {
    Tabs(label: "Hồ sơ", allCases.map { Chips.Chip($0.label, path: $0.path, selected: $0 == current) }).html
  }
}
