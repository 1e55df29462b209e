import Lists
import Markup

/// The columns that the list of outgoing documents has, in the usual order (PL6-65).
enum OutgoingDocumentColumn: String, CaseIterable {
  case code = "so-ky-hieu"
  case issuedDay = "ngay-van-ban"
  case subject = "trich-yeu"
  case recipients = "noi-nhan"
  case signer = "nguoi-ky"
  case unit = "don-vi-soan"
  case state = "tinh-trang"
  case type = "loai"
  case urgency = "do-khan"
  case drafter = "nguoi-soan"
  case fileCopyHolder = "ban-luu"
  case amount = "so-ban"
  case replyDue = "han-tra-loi"
  case identifier = "ma-dinh-danh"
  case note = "ghi-chu"

  static let usual: [OutgoingDocumentColumn] = [.code, .issuedDay, .subject, .recipients, .signer, .unit, .state]

  var label: String {
    switch self {
    case .code: "Số, ký hiệu"
    case .issuedDay: "Ngày văn bản"
    case .subject: "Trích yếu"
    case .recipients: "Nơi nhận"
    case .signer: "Người ký"
    case .unit: "Đơn vị soạn thảo"
    case .state: "Tình trạng"
    case .type: "Tên loại"
    case .urgency: "Độ khẩn"
    case .drafter: "Người soạn thảo"
    case .fileCopyHolder: "Bản lưu ở"
    case .amount: "Số bản"
    case .replyDue: "Hạn trả lời"
    case .identifier: "Mã định danh"
    case .note: "Ghi chú"
    }
  }

  var shape: DataTable.Column.Shape {
    switch self {
    case .issuedDay, .state, .amount, .replyDue: .figures
    case .subject: .long
    default: .text
    }
  }

  /// Millimetres, before they are shared out over the page.
  private var width: Double {
    switch self {
    case .subject: 70
    case .recipients, .note, .identifier: 36
    case .code, .signer, .unit, .fileCopyHolder: 30
    case .amount: 13
    default: 21
    }
  }

  var listColumn: ListColumn {
    ListColumn(rawValue, label, width: width, isUsual: Self.usual.contains(self), isFixed: self == .subject)
  }
}
