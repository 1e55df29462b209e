import Drafts
import Kernel
import Registers

/// Addresses of outgoing documents.
package enum OutgoingDocumentPaths {
  package static let list = "/van-ban-di"
  package static let numbering = "/van-ban-di/cap-so"
  /// The form for a signed draft.
  static func numbering(of draft: Draft.ID) -> String { "\(numbering)?\(NumberingField.draft)=\(draft)" }
  /// GET, a fragment: the symbol and number that the typed fields would get.
  static let nextNumber = "/van-ban-di/so-tiep-theo"
  static let recipients = "/van-ban-di/noi-nhan"
  /// The series and reserved numbers of the agency.
  static let series = "/van-ban-di/day-so"
  static func seriesEnd(_ id: OutgoingSeries.ID) -> String { "\(series)/\(id)/thoi" }
  static let reservations = "/van-ban-di/giu-so"
  static func release(_ id: NumberReservation.ID) -> String { "\(reservations)/\(id)/huy" }
  /// Sổ gửi văn bản đi bưu điện.
  static let postalBook = "/van-ban-di/buu-dien"

  package static func show(_ id: OutgoingDocument.ID) -> String { "\(list)/\(id)" }
  static func preview(_ id: OutgoingDocument.ID) -> String { "\(show(id))/xem-truoc" }
  static func live(_ id: OutgoingDocument.ID) -> String { "\(show(id))/tien-do" }
  static func correction(_ id: OutgoingDocument.ID) -> String { "\(show(id))/sua" }
  static func act(_ id: OutgoingDocument.ID, _ act: Act) -> String { "\(show(id))/\(act.rawValue)" }
  static func file(_ id: OutgoingFile.ID) -> String { "/tep-di/\(id)" }
  static func page(_ id: OutgoingFile.ID, _ page: Int) -> String { "/tep-di/\(id)/trang/\(page)" }
  static func thumbnail(_ id: OutgoingFile.ID, _ page: Int) -> String { "/tep-di/\(id)/trang/\(page)?nho=1" }

  /// Acts posted below a document.
  enum Act: String, CaseIterable {
    case issue = "phat-hanh"
    case undoIssue = "phat-hanh/hoan-tac"
    case send = "gui"
    case answer = "phan-hoi"
    case recall = "thu-hoi"
    case addFiles = "tep"
    case cancel = "huy-so"
  }

  /// Documents that wait to be issued.
  package static let waiting = "\(list)?\(OutgoingListName.state)=\(OutgoingDocument.State.numbered.rawValue)"
}

/// Names in the list's address.
enum OutgoingListName {
  static let words = "tim"
  static let book = "so"
  static let type = "loai"
  static let state = "tinh-trang"
  static let urgency = "khan"
  static let fromDay = "tu"
  static let toDay = "den"
}
