import Lists
import Markup

/// The columns that the list of incoming documents has, in the usual order (PL6-65).
enum IncomingDocumentColumn: String, CaseIterable {
  case arrivalNumber = "so-den"
  case arrivalDay = "ngay-den"
  case subject = "trich-yeu"
  case code = "so-ky-hieu"
  case issuer = "noi-gui"
  case toPlaces = "chuyen"
  case deadline = "han"
  case state = "tinh-trang"
  case type = "loai"
  case issuedDay = "ngay-van-ban"
  case urgency = "do-khan"
  case signer = "nguoi-ky"
  case channel = "hinh-thuc-den"
  case pageCount = "so-trang"
  case paperHolder = "ban-giay"
  case note = "ghi-chu"

  static let usual: [IncomingDocumentColumn] = [
    .arrivalNumber, .arrivalDay, .subject, .code, .issuer, .toPlaces, .deadline, .state,
  ]

  var label: String {
    switch self {
    case .arrivalNumber: "Số đến"
    case .arrivalDay: "Ngày đến"
    case .subject: "Trích yếu"
    case .code: "Số, ký hiệu"
    case .issuer: "Nơi gửi"
    case .toPlaces: "Chuyển"
    case .deadline: "Hạn"
    case .state: "Tình trạng"
    case .type: "Tên loại"
    case .issuedDay: "Ngày văn bản"
    case .urgency: "Độ khẩn"
    case .signer: "Người ký"
    case .channel: "Đến bằng"
    case .pageCount: "Số trang"
    case .paperHolder: "Bản giấy ở"
    case .note: "Ghi chú"
    }
  }

  var shape: DataTable.Column.Shape {
    switch self {
    case .arrivalNumber, .arrivalDay, .deadline, .state, .issuedDay, .pageCount: .figures
    case .subject: .long
    default: .text
    }
  }

  /// Millimetres, before they are shared out over the page.
  private var width: Double {
    switch self {
    case .subject: 70
    case .issuer, .toPlaces, .note: 34
    case .code, .signer, .paperHolder: 30
    case .arrivalNumber, .pageCount: 13
    default: 21
    }
  }

  var listColumn: ListColumn {
    ListColumn(
      rawValue, label, width: width, isUsual: Self.usual.contains(self), isFixed: self == .subject)
  }
}
