/// What a program with an access token may ask for (phạm vi). The post behind the token still decides what it may do.
package enum APIScope: String, Sendable, CaseIterable, Codable {
  case documentsRead = "documents:read"
  case documentsWrite = "documents:write"
  case registersRead = "registers:read"
  case registersWrite = "registers:write"
  case searchRead = "search:read"
  case organizationRead = "organization:read"
  case organizationWrite = "organization:write"

  /// In the words of the screen.
  package var label: String {
    switch self {
    case .documentsRead: "Xem văn bản đến và tải tệp"
    case .documentsWrite: "Vào sổ, sửa, thêm tệp, hủy số đến; trình, giao, nhận, trả, hoàn thành việc"
    case .registersRead: "Xem sổ đăng ký"
    case .registersWrite: "Mở sổ, khóa sổ"
    case .searchRead: "Tra cứu"
    case .organizationRead: "Xem cơ quan, đơn vị, người, chức danh"
    case .organizationWrite: "Sửa cơ quan, đơn vị, người, chức danh"
    }
  }
}
