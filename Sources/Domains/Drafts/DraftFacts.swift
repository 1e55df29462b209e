import Documents
import Kernel

/// What is said of a draft before it has a number: type, content in a line, urgency, who signs how, who gets it (ST-02).
package struct DraftFacts: Sendable, Equatable {
  /// One of the 29 administrative types (ST-15).
  package var typeKey: String
  /// Trích yếu.
  package var subject: String
  package var urgency: Urgency
  /// Who is expected to sign; needed before it is submitted.
  package var signer: PostID?
  /// «Trần Văn Quang, Tổng cục trưởng».
  package var signerName: String
  package var capacity: SigningCapacity
  /// By when the recipients are asked to answer; nil when they are not.
  package var replyDue: Day?
  package var recipients: [DraftRecipient]
  /// Số lượng bản, behind the line of the file copy: «Lưu: VT, KS (30)»; nil when it is not said.
  package var copies: Int?

  package init(
    typeKey: String = "", subject: String = "", urgency: Urgency = .normal, signer: PostID? = nil,
    signerName: String = "", capacity: SigningCapacity = .direct, replyDue: Day? = nil,
    recipients: [DraftRecipient] = [], copies: Int? = nil
  ) {
    self.typeKey = typeKey
    self.subject = subject
    self.urgency = urgency
    self.signer = signer
    self.signerName = signerName
    self.capacity = capacity
    self.replyDue = replyDue
    self.recipients = recipients
    self.copies = copies
  }

  static let subjectLengthMax = 500
  static let recipientsMax = 500
  static let copiesMax = 9999
  static let recipientLengthMax = 200

  package var type: DocumentType? { DocumentType.administrative.first { $0.key == typeKey } }

  /// Everything typed, for the look for secrecy marks.
  var texts: [String] { [subject] + recipients.map(\.name) }

  /// What is wrong whatever the state.
  func reasons(today: Day) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if type == nil { reasons.append(.init("Hãy chọn một trong 29 loại văn bản hành chính.", field: DraftField.type)) }
    if subject.isEmpty { reasons.append(.init("Hãy ghi trích yếu nội dung.", field: DraftField.subject)) }
    if subject.count > Self.subjectLengthMax {
      reasons.append(.init("Trích yếu dài quá \(Self.subjectLengthMax) ký tự.", field: DraftField.subject))
    }
    if let replyDue, replyDue < today {
      reasons.append(.init("Hạn trả lời \(replyDue.text) đã qua.", field: DraftField.replyDue))
    }
    if let copies, !(1...Self.copiesMax).contains(copies) {
      reasons.append(.init("Số lượng bản phải từ 1 đến \(Self.copiesMax).", field: DraftField.copies))
    }
    if recipients.count > Self.recipientsMax {
      reasons.append(.init("Nhiều nhất \(Self.recipientsMax) nơi nhận.", field: DraftField.recipients))
    }
    if recipients.contains(where: { $0.name.count > Self.recipientLengthMax }) {
      reasons.append(.init("Tên nơi nhận dài quá \(Self.recipientLengthMax) ký tự.", field: DraftField.recipients))
    }
    return reasons
  }

  /// What is missing before it can be submitted (ST-02).
  var missing: [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    if signer == nil { reasons.append(.init("Chưa chọn người ký dự kiến; hãy sửa thông tin dự thảo.")) }
    if recipients.isEmpty { reasons.append(.init("Chưa có nơi nhận; hãy sửa thông tin dự thảo.")) }
    return reasons
  }
}

/// Names of the fields of a draft's forms.
enum DraftField {
  static let type = "loai"
  static let subject = "trich-yeu"
  static let urgency = "do-khan"
  static let signer = "nguoi-ky"
  static let capacity = "tu-cach-ky"
  static let replyDue = "han-tra-loi"
  static let recipients = PlaceFields.Name.asked
  static let drafter = "nguoi-soan"
  static let successor = "nguoi-nhan"
  static let origin = "tu"
  static let originItem = "viec"
  static let instruction = "yeu-cau"
  static let due = "han"
  static let reason = "ly-do"
  static let note = "y-kien"
  static let summary = "tom-tat"
  static let copies = "so-ban"
  static let file = "tep"
  static let annexes = "phu-luc"
  static let keptAnnexes = "giu-phu-luc"
  static let vouched = "da-xem"
  static let content = "kiem-tra-noi-dung"
  static let coordinating = "phoi-hop"
  static let form = "kiem-tra-the-thuc"
  static let review = "xem-xet"
  static let next = "tiep-theo"
  static let target = "tra-ve"
  static let seen = "ban"
  static let old = "cu"
  static let stance = "lap-truong"
  static let place = "dieu-khoan"
  static let excerpt = "cau-chu"
}
