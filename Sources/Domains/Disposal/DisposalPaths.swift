import Dossiers
import Kernel
import Markup

/// Addresses of reviews and of orders that keep dossiers.
package enum DisposalPaths {
  package static let list = FramePaths.disposal
  package static let holds = FramePaths.legalHolds
  static func show(_ id: DisposalReview.ID) -> String { "\(list)/\(id)" }
  static func act(_ id: DisposalReview.ID, _ act: Act) -> String { "\(show(id))/\(act.rawValue)" }
  static func show(_ id: DisposalReview.ID, _ state: DisposalLine.State, after dossier: Int64? = nil) -> String {
    "\(show(id))?\(DisposalField.state)=\(state.rawValue)" + (dossier.map { "&\(DisposalField.after)=\($0)" } ?? "")
  }
  /// Choosing among what is over, after a key.
  static func choosing(_ id: DisposalReview.ID, after key: String? = nil) -> String {
    "\(show(id))/chon" + (key.map { "?\(DisposalField.after)=\($0)" } ?? "")
  }
  static func line(_ id: DisposalReview.ID, _ dossier: Int64) -> String { "\(show(id))/ho-so/\(dossier)" }
  static func lineAct(_ id: DisposalReview.ID, _ dossier: Int64, _ act: LineAct) -> String {
    "\(line(id, dossier))/\(act.rawValue)"
  }
  static func printed(_ id: DisposalReview.ID, _ form: DisposalForm, _ format: String) -> String {
    "\(show(id))/in/\(form.rawValue).\(format)"
  }
  static func decision(_ id: DisposalReview.ID) -> String { "\(show(id))/tep-quyet-dinh" }

  static let newHold = "\(holds)/ghi"
  static func hold(_ id: LegalHold.ID) -> String { "\(holds)/\(id)" }
  static func widening(_ id: LegalHold.ID) -> String { "\(hold(id))/them" }
  static func lifting(_ id: LegalHold.ID) -> String { "\(hold(id))/bo" }

  /// Acts posted below a review.
  enum Act: String, CaseIterable {
    case fill = "chon"
    case fillAll = "chon-het"
    case appoint = "hoi-dong"
    case submit = "trinh"
    case agree = "dong-y"
    case withdraw = "rut"
    case decide = "quyet-dinh"
    case destroy = "huy"
    case cancel = "bo"
  }

  /// Acts posted below a line.
  enum LineAct: String, CaseIterable {
    case takeOut = "dua-ra"
    case keep = "giu-lai"
    case keepNoMore = "thoi-giu"
  }
}

/// Names of fields, in forms and in addresses.
enum DisposalField {
  static let name = "ten-dot"
  static let dossier = "ho-so"
  static let reason = "ly-do"
  static let retention = "thoi-han-moi"
  static let chair = "chu-tich"
  static let secretary = "thu-ky"
  static func member(_ number: Int) -> String { "uy-vien-\(number)" }
  static let decisionCode = "so-quyet-dinh"
  static let decisionOn = "ngay-quyet-dinh"
  static let file = "tep"
  static let state = "phan"
  static let after = "sau"
  static let issuer = "co-quan"
  static let orderCode = "so-lenh"
  static let orderOn = "ngay-lenh"
  static let until = "den-ngay"
  static let codes = "ma-ho-so"
}

/// What is printed of a review.
enum DisposalForm: String, CaseIterable {
  case list = "danh-muc"
  case council = "bien-ban-hoi-dong"
  case destruction = "bien-ban-huy"

  var label: String {
    switch self {
    case .list: "Danh mục tài liệu hết thời hạn lưu trữ"
    case .council: "Biên bản họp hội đồng xét hủy"
    case .destruction: "Biên bản hủy tài liệu"
    }
  }
}
