import Documents
import Dossiers
import Kernel
import Registers

/// A document received from outside (văn bản đến), from its entry in the register on.
package struct IncomingDocument: Sendable, Equatable {
  package typealias ID = Identifier<IncomingDocument>

  package enum State: String, Sendable, CaseIterable {
    /// In the book; nobody has been asked to handle it yet.
    case registered
    /// Its number was cancelled with a reason; the line stays.
    case cancelled
    /// A secrecy mark was found: nothing of it is shown until two people have decided (MAT-05).
    case quarantined

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .registered: "Đã vào sổ"
      case .cancelled: "Đã hủy số"
      case .quarantined: "Đang niêm giữ"
      }
    }
  }

  package var id: ID
  package var agency: AgencyID
  package var book: RegisterBook.ID
  /// Số đến.
  package var arrivalNumber: Int
  package var registeredAt: Instant
  package var facts: IncomingFacts
  package var state: State
  package var cancelReason: String?
  /// Files it has; 0 for an unopened envelope (DEN-03).
  package var fileCount: Int
  package var version: Int
  /// How far its handling is: folded from its work, never set by hand.
  package var progress = IncomingProgress.registered
  /// Số và ký hiệu hồ sơ under which it is filed; empty when unnamed.
  package var dossierCode = ""
  package var filedAt: Instant?
  /// Its issuer took it back; the record and its number stay (DI-10).
  package var recalled: Recalled?

  /// That the issuer took a document back (thu hồi).
  package struct Recalled: Sendable, Equatable {
    package var at: Instant
    package var reason: String
  }

  /// Where it stands, in a word: what was destroyed at the end of its retention has its number still (LT-03).
  package var stateLabel: String { isDisposed ? "Đã hủy" : state.label }

  /// Only the line of the book is left.
  package var isDisposed: Bool { state == .cancelled && cancelReason?.hasPrefix(DisposalBasis.head) == true }

  /// Its file is still to come. A line of an old book, which bears the midnight of its day, awaits none.
  var awaitsFile: Bool { fileCount == 0 && state == .registered && registeredAt != Instant(registeredAt.day) }

  /// Nobody has been asked about it yet. A line of an old book waits for nobody.
  var awaitsPresenting: Bool {
    progress == .registered && state == .registered && registeredAt != Instant(registeredAt.day)
  }

  /// Whether a list of this progress shows it.
  func stands(at wanted: IncomingProgress) -> Bool {
    wanted == .registered ? awaitsPresenting : progress == wanted && state == .registered
  }

  /// Its state when it is not withheld.
  var openState: State { cancelReason == nil ? .registered : .cancelled }
}

extension RecordReference {
  package static let incomingDocumentCode = "incomingDocument"

  /// An incoming document.
  package static func incomingDocument(_ id: IncomingDocument.ID) -> RecordReference {
    RecordReference(code: incomingDocumentCode, number: id.number)
  }
}
