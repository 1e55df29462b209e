/// The parts of «Quản trị», each at its own address.
package enum AdministrationTabs: String, Sendable, CaseIterable {
  case structure, people, accounts, signing, ways, templates, archiving, imports, jobs, health

  package var label: String {
    switch self {
    case .structure: "Cơ quan, đơn vị"
    case .people: "Người và chức danh"
    case .accounts: "Tài khoản"
    case .signing: "Thẩm quyền ký"
    case .ways: "Luồng trình"
    case .templates: "Mẫu văn bản"
    case .archiving: "Thời hạn nộp lưu"
    case .imports: "Nhập dữ liệu"
    case .jobs: "Công việc nền"
    case .health: "Sức khỏe hệ thống"
    }
  }

  package var path: String {
    switch self {
    case .structure: Room.administration.path
    case .people: "/quan-tri/nguoi"
    case .accounts: "/quan-tri/tai-khoan"
    case .signing: "/quan-tri/tham-quyen-ky"
    case .ways: "/quan-tri/luong-trinh"
    case .templates: "/quan-tri/mau-van-ban"
    case .archiving: "\(Room.archive.path)/thoi-han"
    case .imports: "/quan-tri/nhap-du-lieu"
    case .jobs: "/quan-tri/cong-viec"
    case .health: "/quan-tri/suc-khoe"
    }
  }

  /// The tabs with `current` marked.
  package static func html(current: AdministrationTabs) -> HTML {
    Tabs(label: "Quản trị", allCases.map { Chips.Chip($0.label, path: $0.path, selected: $0 == current) }).html
  }
}
