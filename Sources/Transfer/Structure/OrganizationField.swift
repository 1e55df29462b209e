import Kernel
import Organization

/// A column of a list that describes the body: agencies, units, people with their posts.
enum OrganizationField: String, CaseIterable {
  case kind = "Kind"
  case agency = "Agency"
  case parent = "Parent"
  case name = "Name"
  case shortName = "ShortName"
  case abbreviation = "Abbreviation"
  case tier = "Tier"
  case place = "Place"
  case organId = "OrganId"
  case legacyOrganId = "LegacyOrganId"
  case unitKind = "UnitKind"
  case unit = "Unit"
  case fullName = "FullName"
  case staffCode = "StaffCode"
  case title = "Title"
  case roles = "Roles"
  case validFrom = "ValidFrom"
  case sortOrder = "SortOrder"

  /// The Vietnamese term.
  var label: String {
    switch self {
    case .kind: "Loại dòng"
    case .agency: "Cơ quan"
    case .parent: "Thuộc"
    case .name: "Tên"
    case .shortName: "Tên ngắn"
    case .abbreviation: "Viết tắt"
    case .tier: "Cấp"
    case .place: "Địa danh"
    case .organId: "Mã định danh"
    case .legacyOrganId: "Mã cũ"
    case .unitKind: "Loại đơn vị"
    case .unit: "Đơn vị"
    case .fullName: "Họ và tên"
    case .staffCode: "Mã cán bộ"
    case .title: "Chức danh"
    case .roles: "Quyền"
    case .validFrom: "Từ ngày"
    case .sortOrder: "Thứ tự"
    }
  }

  /// What the column means, on the screen.
  var meaning: String {
    switch self {
    case .kind:
      "Cơ quan, đơn vị hoặc người; bỏ trống thì nhận theo các cột có giá trị; dòng ghi «ví dụ» không được nhập"
    case .agency: "Cơ quan của đơn vị, người: mã định danh, chữ viết tắt hoặc tên; bỏ trống là cơ quan của anh/chị"
    case .parent: "Cơ quan hoặc đơn vị cấp trên: viết tắt hoặc tên; có thể ở dòng sau của tệp"
    case .name: "Tên cơ quan, đơn vị"
    case .shortName: "Tên gọi trong danh sách"
    case .abbreviation: "Dùng trong ký hiệu văn bản, và để nhận ra mục đã có"
    case .tier: "Cấp của cơ quan; cấp chưa có được thêm"
    case .place: "Địa danh ghi trên văn bản"
    case .organId: "Mã định danh theo QĐ 20/2020"
    case .legacyOrganId: "Mã 13 ký tự theo quy định cũ"
    case .unitKind: UnitKind.allCases.map(\.label).joined(separator: ", ")
    case .unit: "Đơn vị của chức danh: viết tắt hoặc tên"
    case .fullName: "Họ và tên người"
    case .staffCode: "Để phân biệt người trùng tên, và để một người giữ nhiều chức danh"
    case .title: "Chức danh trong đơn vị"
    case .roles: "Một hay nhiều, cách nhau dấu chấm phẩy: \(Role.allCases.map(\.label).joined(separator: ", "))"
    case .validFrom: "Ngày bắt đầu; bỏ trống là hôm nay"
    case .sortOrder: "Thứ tự trong danh sách"
    }
  }

  /// Heads of columns that personnel lists have for it.
  var otherNames: [String] {
    switch self {
    case .agency: ["Cơ quan công tác", "Thuộc cơ quan"]
    case .parent: ["Trực thuộc", "Thuộc đơn vị", "Đơn vị cấp trên", "Cơ quan cấp trên", "Cơ quan chủ quản"]
    case .name: ["Tên cơ quan", "Tên đơn vị", "Tên cơ quan, đơn vị"]
    case .abbreviation: ["Chữ viết tắt", "Tên viết tắt"]
    case .tier: ["Cấp cơ quan"]
    case .organId: ["Mã định danh điện tử"]
    case .unit: ["Đơn vị công tác", "Phòng ban", "Phòng, đơn vị"]
    case .fullName: ["Họ tên", "Họ và tên cán bộ", "Họ và tên công chức"]
    case .staffCode: ["Mã công chức", "Mã CBCC", "Mã CCVC", "Mã nhân viên", "Số hiệu công chức"]
    case .title: ["Chức vụ", "Chức vụ, chức danh"]
    case .roles: ["Vai trò", "Quyền hạn"]
    case .validFrom: ["Ngày bắt đầu", "Hiệu lực từ", "Ngày bổ nhiệm"]
    case .sortOrder: ["Số thứ tự hiển thị"]
    case .kind, .shortName, .place, .legacyOrganId, .unitKind: []
    }
  }

  /// The field that an obstacle of a form of the structure is about.
  static func of(obstacleAt formField: String?) -> OrganizationField? {
    switch formField {
    case "ten": .name
    case "viet-tat": .abbreviation
    case "dia-danh": .place
    case "cap": .tier
    case "ma-dinh-danh": .organId
    case "ma-cu": .legacyOrganId
    case "thuoc-don-vi": .parent
    case "don-vi": .unit
    case "chuc-danh": .title
    case "quyen": .roles
    case "ma-can-bo": .staffCode
    case "tu-ngay": .validFrom
    default: formField.flatMap(OrganizationField.init)
    }
  }
}

extension FieldCatalogue {
  /// Fields of lists that describe the body.
  static let organization = FieldCatalogue(
    OrganizationField.allCases.map { Entry(name: $0.rawValue, label: $0.label, otherNames: $0.otherNames) })
}
