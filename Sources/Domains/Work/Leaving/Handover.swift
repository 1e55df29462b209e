import Kernel

/// Everything of a person handed over at once, because they leave or move (bàn giao công việc, hồ sơ, tài liệu; HS-11):
/// kept for good, as it was, with a line for each thing.
package struct Handover: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Handover>

  /// Why people leave their work, as the law lists it.
  package enum Reason: String, Sendable, CaseIterable {
    case retirement, resignation, transfer, study, other

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .retirement: "Nghỉ hưu"
      case .resignation: "Thôi việc"
      case .transfer: "Chuyển công tác"
      case .study: "Đi học dài hạn"
      case .other: "Lý do khác"
      }
    }
  }

  package let id: ID
  package var agency: AgencyID
  package var agencyName: String
  package var person: PersonID
  package var personName: String
  package var reason: Reason
  /// Said besides; empty for nothing.
  package var note: String
  /// Who pressed: the person, the head of their unit or an administrator; and as which post.
  package var account: AccountID
  package var post: PostID
  package var askedBy: String
  package var askedAt: Instant
  /// Nil while it goes on.
  package var finishedAt: Instant?

  package init(
    id: ID, agency: AgencyID, agencyName: String, person: PersonID, personName: String, reason: Reason, note: String,
    account: AccountID, post: PostID, askedBy: String, askedAt: Instant, finishedAt: Instant? = nil
  ) {
    self.id = id
    self.agency = agency
    self.agencyName = agencyName
    self.person = person
    self.personName = personName
    self.reason = reason
    self.note = note
    self.account = account
    self.post = post
    self.askedBy = askedBy
    self.askedAt = askedAt
    self.finishedAt = finishedAt
  }

  /// The reason as it stands in the audit trail of each thing.
  package var reasonText: String { note.isEmpty ? reason.label.lowercased() : "\(reason.label.lowercased()), \(note)" }

  /// The longest one; more is handed over by pressing again.
  package static let linesMax = 5000
  package static let noteLengthMax = 300
}

/// One thing of a handover: what it was called at that time, from whom, to whom, and what became of it.
package struct HandoverLine: Sendable, Equatable {
  package enum Outcome: String, Sendable, CaseIterable {
    case waiting, done, refused

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .waiting: "Đang chờ"
      case .done: "Đã bàn giao"
      case .refused: "Chưa bàn giao được"
      }
    }
  }

  package var position: Int
  /// Code and title of its kind.
  package var kind: String
  package var kindTitle: String
  package var key: Int64
  package var from: PostID
  /// «Chuyên viên, Vụ Khoáng sản».
  package var fromName: String
  /// Nil for what only ends.
  package var to: PostID?
  /// «Đỗ Thị Hồng Nhung, Văn thư Vụ, Vụ Khoáng sản»; empty for what only ends.
  package var toName: String
  package var record: RecordReference?
  package var codeText: String
  package var subject: String
  package var dueAt: Instant?
  package var stateText: String
  package var path: String
  package var outcome = Outcome.waiting
  /// Why it stayed; empty for what went.
  package var refusal = ""
  package var doneAt: Instant?

  package init(
    position: Int, kind: String, kindTitle: String, key: Int64, from: PostID, fromName: String, to: PostID?,
    toName: String, record: RecordReference?, codeText: String, subject: String, dueAt: Instant?, stateText: String,
    path: String
  ) {
    self.position = position
    self.kind = kind
    self.kindTitle = kindTitle
    self.key = key
    self.from = from
    self.fromName = fromName
    self.to = to
    self.toName = toName
    self.record = record
    self.codeText = codeText
    self.subject = subject
    self.dueAt = dueAt
    self.stateText = stateText
    self.path = path
  }

  /// Stands for the words of a record that was destroyed.
  static let forgotten = "(nội dung đã hủy theo quy định)"
}

extension RecordReference {
  /// Code of references to handovers.
  package static let handoverCode = "handover"

  /// Everything of a person handed over at once.
  package static func handover(_ id: Handover.ID) -> RecordReference {
    RecordReference(code: handoverCode, number: id.number)
  }
}
