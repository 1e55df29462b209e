import Drafts
import FileVault
import Kernel
import Markup
import Registers
import Work

/// Addresses of outgoing documents.
package enum OutgoingDocumentPaths {
  package static let list = "/van-ban-di"
  package static let numbering = "/van-ban-di/cap-so"
  /// The form for a signed draft.
  static func numbering(of draft: Draft.ID) -> String { FramePaths.numbering(draft: draft.number) }
  /// GET, a fragment: the symbol and number that the typed fields would get.
  static let nextNumber = "/van-ban-di/so-tiep-theo"
  /// GET, a fragment: what the table of who may sign says of the typed signer.
  static let signerPower = "/van-ban-di/tham-quyen"
  static let recipients = "/van-ban-di/noi-nhan"
  /// The series and reserved numbers of the agency.
  static let series = "/van-ban-di/day-so"
  static func seriesEnd(_ id: OutgoingSeries.ID) -> String { "\(series)/\(id)/thoi" }
  static let reservations = RegistersPaths.reservations
  static func release(_ id: NumberReservation.ID) -> String { "\(reservations)/\(id)/huy" }
  /// Sổ gửi văn bản đi bưu điện.
  static let postalBook = "/van-ban-di/buu-dien"
  static let postalBookPrint = "/van-ban-di/buu-dien/in"

  package static func show(_ id: OutgoingDocument.ID) -> String { "\(list)/\(id)" }
  static func preview(_ id: OutgoingDocument.ID) -> String { "\(show(id))/xem-truoc" }
  static func live(_ id: OutgoingDocument.ID, since mirror: OutgoingMirror) -> String {
    "\(show(id))/tien-do?tu=\(mirror.text)"
  }
  static func correction(_ id: OutgoingDocument.ID) -> String { "\(show(id))/sua" }
  static func act(_ id: OutgoingDocument.ID, _ act: Act) -> String { "\(show(id))/\(act.rawValue)" }
  /// What a unit sent a moment ago is taken back.
  static func undo(_ sending: WorkSending.ID, on id: OutgoingDocument.ID) -> String {
    "\(show(id))/hoan-tac-viec/\(sending)"
  }
  static func file(_ id: OutgoingFile.ID) -> String { "/tep-di/\(id)" }
  /// The picture of a page, under another address when other bytes take the file's place: browsers keep pictures.
  static func page(_ file: OutgoingFile, _ page: Int) -> String { picture(file, page) }
  static func thumbnail(_ file: OutgoingFile, _ page: Int) -> String { "\(picture(file, page))&nho=1" }

  private static func picture(_ file: OutgoingFile, _ page: Int) -> String {
    "/tep-di/\(file.id)/trang/\(page)?ban=\(file.hash.text.prefix(8))"
  }

  /// Acts posted below a document.
  enum Act: String, CaseIterable {
    case issue = "phat-hanh"
    case undoIssue = "phat-hanh/hoan-tac"
    case send = "gui"
    case sendFurther = "gui-them"
    case answer = "phan-hoi"
    case relate = "quan-he"
    case unrelate = "quan-he/bo"
    case pairReply = "tra-loi"
    case unpairReply = "tra-loi/bo"
    case urge = "don-doc"
    case recall = "thu-hoi"
    case addFiles = "tep"
    case removeFile = "tep/bo"
    case cancel = "huy-so"
    case placeNumber = "ghi-so"
    case keepSigned = "ghi-so/da-co"
    case acceptWork = "nhan-viec"
    case assignWork = "phan-cong"
    case takeBackWork = "thu-hoi-phan-cong"
    case completeWork = "hoan-thanh"
    case returnWork = "tra-lai"
    case reopenWork = "mo-lai"
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
  /// Only what somebody owes an answer to.
  static let owed = "no-tra-loi"
}
