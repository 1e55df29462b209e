/// What a program with an access token may ask for (phạm vi). The post behind the token still decides what it may do.
package enum APIScope: String, Sendable, CaseIterable, Codable {
  case documentsRead = "documents:read"
  case documentsWrite = "documents:write"
  case draftsRead = "drafts:read"
  case draftsWrite = "drafts:write"
  case outgoingRead = "outgoing:read"
  case outgoingWrite = "outgoing:write"
  case copiesRead = "copies:read"
  case copiesWrite = "copies:write"
  case registersRead = "registers:read"
  case registersWrite = "registers:write"
  case searchRead = "search:read"
  case organizationRead = "organization:read"
  case organizationWrite = "organization:write"

  /// In the words of the screen.
  package var label: String {
    switch self {
    case .documentsRead: "Xem văn bản đến, văn bản gửi đến trong hệ thống và tải tệp"
    case .documentsWrite:
      "Vào sổ, trả nơi gửi, sửa, thêm tệp, hủy số đến; trình, giao, nhận, trả, hoàn thành việc"
    case .draftsRead: "Xem dự thảo, ý kiến góp ý và tải tệp"
    case .draftsWrite: "Soạn, đưa bản mới, trình, kiểm tra, trả lại, duyệt ký dự thảo; lấy ý kiến, góp ý"
    case .outgoingRead: "Xem văn bản đi, số đang giữ và tải tệp"
    case .outgoingWrite: "Cấp số, giữ số, hủy số, phát hành, gửi, đôn đốc trả lời, thu hồi văn bản đi"
    case .copiesRead: "Xem bản sao và tải tệp"
    case .copiesWrite: "Đề nghị sao, quyết định sao, cấp số, giao, hủy số bản sao"
    case .registersRead: "Xem sổ đăng ký"
    case .registersWrite: "Mở sổ, khóa sổ"
    case .searchRead: "Tra cứu"
    case .organizationRead: "Xem cơ quan, đơn vị, người, chức danh"
    case .organizationWrite: "Sửa cơ quan, đơn vị, người, chức danh"
    }
  }
}
