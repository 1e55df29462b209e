import Kernel

/// Who holds the paper of a document (bản giấy), and to whom it is on its way: it changes hands when the receiver says so.
package struct PaperCopy: Sendable, Equatable {
  package var document: IncomingDocument.ID
  package var holder: Principal
  /// «Vụ Khoáng sản», «Văn thư».
  package var holderName: String
  package var heldSince: Instant
  /// On its way; nil when it lies with its holder.
  package var passing: Passing?

  /// A passing-on that nobody has answered.
  package struct Passing: Sendable, Equatable {
    package var id: Int64
    package var receiver: Principal
    package var receiverName: String
    package var handedAt: Instant
    package var handedBy: String
  }

  /// «Vụ Khoáng sản nhận lúc 09:12 05/11/2026; đang chuyển Nguyễn Văn An, chờ xác nhận».
  var text: String {
    let way = passing.map { "; đang chuyển \($0.receiverName) từ \($0.handedAt.text), chờ xác nhận" } ?? ""
    return "\(holderName) nhận lúc \(heldSince.text)\(way)"
  }
}

/// One line of where the paper has been.
struct PaperMove: Sendable, Equatable {
  enum Answer: String, Sendable, CaseIterable {
    case received, refused, takenBack

    var label: String {
      switch self {
      case .received: "đã nhận"
      case .refused: "không nhận"
      case .takenBack: "lấy lại"
      }
    }
  }

  var from: String
  var to: String
  var handedAt: Instant
  var handedBy: String
  var answer: Answer?
  var answeredAt: Instant?
  var answeredBy: String?
  var reason: String

  var text: String {
    let why = reason.isEmpty ? "" : ", lý do: \(reason)"
    let answered =
      answer.map { "\($0.label) \(answeredAt?.text ?? ""), \(answeredBy ?? "")\(why)" } ?? "chờ xác nhận"
    return "\(from) chuyển \(to) \(handedAt.text), \(handedBy): \(answered)"
  }
}

/// Names of the fields of passing a paper on.
enum PaperCopyField {
  static let receiver = "nguoi-nhan"
  static let reason = "ly-do"
  static let passing = "luot-chuyen"
}
