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

  /// Days and counts stand in the middle of their column on paper.
  var isCentred: Bool { shape == .figures }

  /// Millimetres, of the 260 of the printed page.
  var width: Double {
    switch self {
    case .day: 26
    case .code: 44
    case .recipient: 78
    case .envelopes: 22
    case .receipt: 50
    case .note: 40
    }
  }

  /// Characters, in Excel.
  var sheetWidth: Double { self == .recipient ? 60 : 30 }

  var shape: DataTable.Column.Shape {
    switch self {
    case .day, .envelopes: .figures
    case .recipient: .long
    default: .text
    }
  }
}
