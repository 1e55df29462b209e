import FileVault
import Kernel
import Papers

/// A paper that was sent back to whoever sent it (trả nơi gửi): not ours, or not in order (DEN-03, DEN-05). It took no
/// number, or its number was cancelled.
package struct ReturnedPaper: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<ReturnedPaper>

  package let id: ID
  package var agency: AgencyID
  /// The registered document whose number was cancelled; nil when there never was one.
  package var document: IncomingDocument.ID?
  package var facts: Facts
  /// The file that was kept as a proof; nil when none was.
  package var file: KeptCopy?
  package var returnedAt: Instant
  package var returnedBy: String

  /// What is typed of it.
  package struct Facts: Sendable, Equatable {
    package var sender = ""
    package var codeText = ""
    package var subject = ""
    package var reason = ""
    package var way = Way.post
    /// Envelope, seal, numbers as they were found (DEN-03).
    package var condition = ""

    package init() {}
  }

  /// A file in the vault.
  package struct KeptCopy: Sendable, Equatable {
    package var name: String
    package var kind: FileKind
    package var stored: StoredFile
  }

  /// How it went back.
  package enum Way: String, Sendable, CaseIterable {
    case post, byHand, email, axis
    /// To another agency of the installation.
    case inside

    /// Those that a person chooses.
    package static let chosen: [Way] = [.post, .byHand, .email, .axis]

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .post: "bưu điện"
      case .byHand: "trực tiếp"
      case .email: "thư điện tử"
      case .axis: "trục liên thông"
      case .inside: "trong hệ thống"
      }
    }
  }

  static let reasonLengthMax = 500
}

extension ReturnedPaper.Facts {
  /// What is wrong with them as typed. Every return says why and to whom (DEN-05).
  func obstacles() -> [Refusal.Reason] {
    let r = ReturnField.self
    var reasons: [Refusal.Reason] = []
    if sender.isEmpty { reasons.append(.init("Hãy ghi trả cho cơ quan, người nào.", field: r.sender)) }
    if reason.isEmpty {
      reasons.append(.init("Hãy ghi lý do trả, ví dụ: gửi nhầm, không thuộc thẩm quyền.", field: r.reason))
    }
    for (text, field) in [(sender, r.sender), (subject, r.subject), (reason, r.reason), (condition, r.condition)]
    where text.count > ReturnedPaper.reasonLengthMax {
      reasons.append(.init("Dài quá \(ReturnedPaper.reasonLengthMax) ký tự.", field: field))
    }
    if codeText.count > 100 { reasons.append(.init("Số, ký hiệu dài quá 100 ký tự.", field: r.code)) }
    return reasons
  }
}

/// Names of the fields of a return.
enum ReturnField {
  static let sender = "noi-gui"
  static let code = "so-ky-hieu"
  static let subject = "trich-yeu"
  static let reason = "ly-do"
  static let way = "cach-tra"
  static let condition = "tinh-trang"
  static let keepsFile = "giu-tep"
}

extension RecordReference {
  /// A paper that was sent back.
  static func returnedPaper(_ id: ReturnedPaper.ID) -> RecordReference {
    RecordReference(code: "returnedPaper", number: id.number)
  }
}

/// Who sends papers back, and who reads of them.
enum ReturnAccess {
  static func mayRead(_ actor: Actor) -> Bool { actor.isRegistryClerk || actor.isLeader || actor.isHeadOfOffice }

  static let notReader = Refusal(.forbidden, "Chỉ văn thư, lãnh đạo và chánh văn phòng xem danh sách văn bản đã trả.")
}
