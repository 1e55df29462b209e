import FileVault
import Kernel
import Registers

/// A copy of a document that the agency makes (bản sao): asked for, decided, numbered, made and given (COPY-01 to
/// COPY-08).
package struct DocumentCopy: Sendable, Equatable {
  package typealias ID = Identifier<DocumentCopy>

  package enum State: String, Sendable, CaseIterable {
    /// Waits for whoever decides (COPY-04).
    case asked
    /// Waits for its number.
    case approved
    case refused
    /// Taken back by who asked.
    case withdrawn
    /// It has its number; its file is made in the background.
    case numbered
    /// Handed to its recipients.
    case given
    /// Its number was cancelled with a reason; the line stays in the book.
    case cancelled

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .asked: "Chờ quyết định"
      case .approved: "Chờ cấp số"
      case .refused: "Không đồng ý sao"
      case .withdrawn: "Đã rút đề nghị"
      case .numbered: "Đã cấp số"
      case .given: "Đã giao"
      case .cancelled: "Đã hủy số"
      }
    }

    package var isOpen: Bool { self == .asked || self == .approved || self == .numbered }
  }

  /// What can happen to it.
  package enum Step: String, Sendable, CaseIterable {
    case approve, refuse, withdraw, number, give, cancel
  }

  /// All permitted steps. What is not listed is refused.
  package static let lifecycle: [Step: (from: Set<State>, to: State)] = [
    .approve: ([.asked], .approved),
    .refuse: ([.asked], .refused),
    .withdraw: ([.asked, .approved], .withdrawn),
    .number: ([.approved], .numbered),
    .give: ([.numbered], .given),
    .cancel: ([.numbered], .cancelled),
  ]

  package var id: ID
  package var agency: AgencyID
  package var terms: CopyTerms
  package var askerPost: PostID
  package var askerName: String
  package var askedAt: Instant
  /// «Trần Văn Quang, Tổng cục trưởng»: who was asked to decide.
  package var deciderName: String
  package var state: State
  /// Who signs the copy, as it was decided; nil before.
  package var signature: CopySignature?
  package var decidedAt: Instant?
  /// Why it was refused, or what the decider added.
  package var decisionNote = ""
  package var book: RegisterBook.ID?
  package var number: Int?
  package var numberedAt: Instant?
  package var numberedBy: String?
  package var givenAt: Instant?
  /// Who took it over, or the proof of sending.
  package var receipt = ""
  /// Why its number was cancelled, or the request taken back.
  package var endReason: String?
  package var file: CopyFile?
  /// Why its file cannot be made; nil while nothing stands in the way.
  package var trouble: String?
  package var version: Int

  /// «12/SY-TCĐC»: below ten with a zero; empty before it has a number (COPY-08).
  package func codeText(abbreviation: String) -> String {
    number.map { "\(RegisterRow.padded($0))/\(terms.form.symbol)-\(abbreviation)" } ?? ""
  }

  /// The refusal of a step in this state; nil when it may be taken.
  package func obstacle(to step: Step) -> Refusal? {
    guard Self.lifecycle[step]?.from.contains(state) != true else { return nil }
    return Refusal(.conflict, "Bản sao đang ở trạng thái «\(state.label)» nên không làm được việc này.")
  }

  /// The copy after a step, or the refusal that names its state.
  func taking(_ step: Step) throws(Refusal) -> DocumentCopy {
    if let obstacle = obstacle(to: step) { throw obstacle }
    var next = self
    if let state = Self.lifecycle[step]?.to { next.state = state }
    return next
  }
}

/// What is asked for.
package struct CopyTerms: Sendable, Equatable {
  package var form: CopyForm
  package var way: CopyWay
  package var source: CopySource
  /// What is extracted; empty for a whole copy.
  package var parts: [CopyPart]
  /// In the order of «Nơi nhận».
  package var recipients: [String]
  /// Số lượng bản.
  package var amount: Int
  package var purpose: String
  /// Who decides and signs the copy.
  package var decider: PostID

  package init(
    form: CopyForm, way: CopyWay, source: CopySource, parts: [CopyPart] = [], recipients: [String], amount: Int = 1,
    purpose: String = "", decider: PostID
  ) {
    self.form = form
    self.way = way
    self.source = source
    self.parts = parts
    self.recipients = recipients
    self.amount = amount
    self.purpose = purpose
    self.decider = decider
  }
}

/// The document and the file of it that are copied.
package struct CopySource: Sendable, Hashable {
  /// An incoming or an outgoing document.
  package var record: RecordReference
  /// Key of its file.
  package var file: Int64

  package init(_ record: RecordReference, file: Int64) {
    self.record = record
    self.file = file
  }
}

/// The block of who signs a copy.
package struct CopySignature: Sendable, Equatable {
  /// «TL. TỔNG CỤC TRƯỞNG», «CHÁNH VĂN PHÒNG».
  package var lines: [String]
  package var name: String

  package init(lines: [String], name: String) {
    self.lines = lines
    self.name = name
  }
}

/// The made file of a copy.
package struct CopyFile: Sendable, Equatable {
  package var hash: FileHash
  package var bytes: Int64
  package var pageCount: Int

  package init(hash: FileHash, bytes: Int64, pageCount: Int) {
    self.hash = hash
    self.bytes = bytes
    self.pageCount = pageCount
  }
}

extension RecordReference {
  package static let documentCopyCode = "documentCopy"

  /// A copy of a document.
  package static func documentCopy(_ id: DocumentCopy.ID) -> RecordReference {
    RecordReference(code: documentCopyCode, number: id.number)
  }
}
