import Markup

/// The columns of form 6.2, as printed.
enum PostalColumn: String, CaseIterable {
  case day = "ngay-chuyen"
  case code = "so-ky-hieu"
  case recipient = "noi-nhan"
  case envelopes = "so-bi"
  case receipt = "ky-nhan"
  case note = "ghi-chu"

  var label: String {
    switch self {
    case .day: "Ngày chuyển"
    case .code: "Số, ký hiệu văn bản"
    case .recipient: "Nơi nhận văn bản"
    case .envelopes: "Số lượng bì"
    case .receipt: "Ký nhận và dấu bưu điện"
    case .note: "Ghi chú"
    }
  }

  var shape: DataTable.Column.Shape {
    switch self {
    case .day, .envelopes: .figures
    case .recipient: .long
    default: .text
    }
  }
}
