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
    default: nil
    }
  }
}

extension FieldCatalogue {
  /// Fields of lists that describe the body.
  static let organization = FieldCatalogue(
    OrganizationField.allCases.map { Entry(name: $0.rawValue, label: $0.label) })
}

/// What a row of such a list describes, in the order in which rows build on each other.
package enum OrganizationLineKind: String, Sendable, CaseIterable {
  case agency, unit, person, post

  /// In a sentence: «3 cơ quan».
  package var label: String {
    switch self {
    case .agency: "cơ quan"
    case .unit: "đơn vị"
    case .person: "người"
    case .post: "chức danh"
    }
  }
}
