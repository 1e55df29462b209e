import Kernel

/// Of what a person is told (thông báo). Each domain may add its own as static members in an extension; those of work
/// are here, since every flow tells them.
package struct NotificationEvent: Sendable, Hashable {
  /// How e-mail tells of it, unless the person chose otherwise.
  package enum Mail: String, Sendable, CaseIterable {
    /// As soon as the time of undo is over.
    case atOnce
    /// With the others of the day, at the start of work.
    case digest
    case none

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .atOnce: "Gửi ngay"
      case .digest: "Gộp vào thư đầu ngày"
      case .none: "Không gửi"
      }
    }
  }

  /// Unique over the product: `work.given`.
  package let code: String
  /// Who is told of what, in the list of preferences: «Việc giao cho tôi».
  package let title: String
  /// A verb phrase after the teller's name: «giao việc».
  package let sentence: String
  /// What e-mail does with it by itself.
  package let mail: Mail
  /// Its words are the teller's to the reader, and stay when the reader may see the record no longer.
  package let keepsWords: Bool
  /// Passes between two agencies: the reader is told by which agency, not by which of its people.
  package let isByAgency: Bool

  package init(
    code: String, title: String, sentence: String, mail: Mail = .digest, keepsWords: Bool = false,
    isByAgency: Bool = false
  ) {
    self.code = code
    self.title = title
    self.sentence = sentence
    self.mail = mail
    self.keepsWords = keepsWords
    self.isByAgency = isByAgency
  }

  package static func == (one: Self, other: Self) -> Bool { one.code == other.code }

  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// What happens to work.
extension NotificationEvent {
  package static let workGiven = NotificationEvent(
    code: "work.given", title: "Việc giao cho tôi", sentence: "giao việc", mail: .atOnce)
  package static let workPresented = NotificationEvent(
    code: "work.presented", title: "Văn bản trình tôi", sentence: "trình văn bản", mail: .atOnce)
  package static let workToRead = NotificationEvent(
    code: "work.toRead", title: "Văn bản gửi tôi để biết", sentence: "gửi để biết")
  /// A leader's own rule passed a document on in their name.
  package static let workByRule = NotificationEvent(
    code: "work.byRule", title: "Văn bản chuyển theo quy tắc tôi đặt", sentence: "chuyển theo quy tắc", mail: .none)
  /// A clerk keyed in what a leader wrote on paper, in their name.
  package static let directiveKeyed = NotificationEvent(
    code: "work.directiveKeyed", title: "Bút phê trên giấy của tôi do văn thư nhập",
    sentence: "nhập bút phê trên giấy thay anh/chị", mail: .atOnce)
  package static let workRecalled = NotificationEvent(
    code: "work.recalled", title: "Việc của tôi bị thu hồi", sentence: "thu hồi việc đã giao", mail: .atOnce,
    keepsWords: true)
  package static let workReturned = NotificationEvent(
    code: "work.returned", title: "Việc tôi giao bị trả lại", sentence: "trả lại việc", mail: .atOnce, keepsWords: true)
  package static let workCompleted = NotificationEvent(
    code: "work.completed", title: "Việc tôi giao đã hoàn thành", sentence: "hoàn thành việc được giao")
  /// Everything of somebody who leaves came at once: told once, with counts.
  package static let handoverReceived = NotificationEvent(
    code: "handover.received", title: "Việc của người nghỉ, chuyển công tác bàn giao cho tôi",
    sentence: "bàn giao công việc", mail: .atOnce, keepsWords: true)
  package static let workReopened = NotificationEvent(
    code: "work.reopened", title: "Việc của tôi được mở lại", sentence: "mở lại việc", mail: .atOnce)
  package static let workHandedOver = NotificationEvent(
    code: "work.handedOver", title: "Việc được bàn giao cho tôi", sentence: "bàn giao việc", mail: .atOnce)
  package static let workUrged = NotificationEvent(
    code: "work.urged", title: "Tôi bị đôn đốc", sentence: "đôn đốc", mail: .atOnce)
  package static let progressNoted = NotificationEvent(
    code: "work.progressNoted", title: "Tiến độ việc tôi giao", sentence: "ghi tiến độ", mail: .none)
  package static let followedMoved = NotificationEvent(
    code: "work.followedMoved", title: "Diễn biến văn bản tôi theo dõi", sentence: "", mail: .none)
}

/// Opinions and deadlines.
extension NotificationEvent {
  package static let opinionAsked = NotificationEvent(
    code: "work.opinionAsked", title: "Người khác xin ý kiến tôi", sentence: "xin ý kiến", mail: .atOnce)
  package static let opinionGiven = NotificationEvent(
    code: "work.opinionGiven", title: "Ý kiến tôi đã xin", sentence: "cho ý kiến")
  package static let extensionAsked = NotificationEvent(
    code: "work.extensionAsked", title: "Người khác xin gia hạn", sentence: "xin gia hạn", mail: .atOnce)
  package static let extensionGranted = NotificationEvent(
    code: "work.extensionGranted", title: "Gia hạn được đồng ý", sentence: "đồng ý gia hạn")
  package static let extensionRefused = NotificationEvent(
    code: "work.extensionRefused", title: "Gia hạn không được đồng ý", sentence: "không đồng ý gia hạn", mail: .atOnce)
  package static let deadlineNears = NotificationEvent(
    code: "deadline.nears", title: "Việc của tôi sắp đến hạn", sentence: "Sắp đến hạn")
  package static let deadlineToday = NotificationEvent(
    code: "deadline.today", title: "Việc của tôi đến hạn hôm nay", sentence: "Đến hạn hôm nay")
  package static let deadlinePassed = NotificationEvent(
    code: "deadline.passed", title: "Việc của tôi quá hạn", sentence: "Quá hạn", mail: .atOnce)
  package static let deadlineChanged = NotificationEvent(
    code: "deadline.changed", title: "Hạn của tôi thay đổi", sentence: "đổi hạn", mail: .atOnce)
  package static let deadlineOnDayOff = NotificationEvent(
    code: "deadline.onDayOff", title: "Hạn của tôi rơi vào ngày nghỉ mới đặt",
    sentence: "Lịch làm việc thay đổi, hạn rơi vào ngày nghỉ")
  package static let draftSigned = NotificationEvent(
    code: "draft.signed", title: "Dự thảo của tôi được ký", sentence: "duyệt, ký dự thảo", mail: .atOnce)
  package static let registryClock = NotificationEvent(
    code: "registry.clock", title: "Văn bản chậm vào sổ, chậm trình, chưa báo nhận", sentence: "Văn thư cần làm ngay",
    mail: .atOnce)
  /// What was sent to somebody was not accepted in time (chuyển giao).
  package static let workUnaccepted = NotificationEvent(
    code: "work.unaccepted", title: "Việc giao cho tôi chưa nhận, quá hạn", sentence: "Việc chờ nhận", mail: .atOnce)
  package static let outgoingSent = NotificationEvent(
    code: "outgoing.sent", title: "Văn bản của cơ quan gửi đơn vị tôi", sentence: "phát hành, gửi đơn vị")
  package static let packetArrived = NotificationEvent(
    code: "packet.arrived", title: "Văn bản khẩn gửi đến trong hệ thống", sentence: "gửi văn bản khẩn", mail: .atOnce,
    isByAgency: true)
  package static let packetReturned = NotificationEvent(
    code: "packet.returned", title: "Nơi nhận trả lại văn bản đã phát hành", sentence: "trả lại văn bản",
    mail: .atOnce, keepsWords: true)
  package static let packetRecalled = NotificationEvent(
    code: "packet.recalled", title: "Văn bản đã nhận bị nơi gửi thu hồi", sentence: "thu hồi văn bản đã gửi",
    mail: .atOnce, keepsWords: true, isByAgency: true)

  package static let outgoingNumbered = NotificationEvent(
    code: "outgoing.numbered", title: "Văn bản tôi soạn được cấp số", sentence: "cấp số văn bản")
  package static let outgoingIssued = NotificationEvent(
    code: "outgoing.issued", title: "Văn bản tôi soạn đã phát hành", sentence: "phát hành văn bản")
  package static let outgoingAnswered = NotificationEvent(
    code: "outgoing.answered", title: "Có nơi trả lời văn bản tôi soạn", sentence: "ghi nhận trả lời", mail: .atOnce)

  package static let dossierShared = NotificationEvent(
    code: "dossier.shared", title: "Hồ sơ tôi được mời tham gia", sentence: "mời tham gia hồ sơ")
  package static let rightsProposed = NotificationEvent(
    code: "dossier.rightsProposed", title: "Thay đổi quyền trên hồ sơ chờ tôi xác nhận",
    sentence: "đề nghị thay đổi quyền trên hồ sơ", mail: .atOnce)
  package static let rightsDecided = NotificationEvent(
    code: "dossier.rightsDecided", title: "Thay đổi quyền tôi đề nghị có trả lời",
    sentence: "trả lời đề nghị thay đổi quyền", keepsWords: true)
  package static let dossierFileWithheld = NotificationEvent(
    code: "dossier.fileWithheld", title: "Tài liệu trong hồ sơ tôi lập bị niêm giữ",
    sentence: "Niêm giữ vì nghi có dấu mật", mail: .atOnce, keepsWords: true)
  package static let transferSubmitted = NotificationEvent(
    code: "archive.submitted", title: "Hồ sơ đơn vị nộp lưu trữ", sentence: "nộp lưu hồ sơ")
  package static let dossierGivenBack = NotificationEvent(
    code: "dossier.givenBack", title: "Hồ sơ tôi nộp lưu bị trả lại", sentence: "trả lại hồ sơ nộp lưu", mail: .atOnce,
    keepsWords: true)
  package static let dossierAccepted = NotificationEvent(
    code: "dossier.accepted", title: "Hồ sơ tôi lập đã vào lưu trữ", sentence: "nhận hồ sơ vào lưu trữ")
  package static let dossierDue = NotificationEvent(
    code: "dossier.due", title: "Hồ sơ của tôi đến hạn nộp lưu", sentence: "Hồ sơ đến hạn nộp lưu")
  package static let holdAsked = NotificationEvent(
    code: "archive.holdAsked", title: "Đề nghị giữ lại hồ sơ trình tôi", sentence: "đề nghị giữ lại hồ sơ đến hạn nộp",
    mail: .atOnce)
  package static let holdDecided = NotificationEvent(
    code: "archive.holdDecided", title: "Đề nghị giữ lại hồ sơ của tôi", sentence: "trả lời đề nghị giữ lại hồ sơ",
    mail: .atOnce, keepsWords: true)

  package static let loanAsked = NotificationEvent(
    code: "loan.asked", title: "Đề nghị mượn hồ sơ giấy chờ tôi", sentence: "đề nghị mượn hồ sơ giấy", mail: .atOnce)
  package static let loanAnswered = NotificationEvent(
    code: "loan.answered", title: "Đề nghị mượn hồ sơ giấy của tôi", sentence: "trả lời đề nghị mượn hồ sơ giấy",
    mail: .atOnce, keepsWords: true)
  package static let loanDue = NotificationEvent(
    code: "loan.due", title: "Hồ sơ giấy tôi mượn đến hạn trả", sentence: "Hồ sơ giấy cần trả", mail: .atOnce)
  package static let loanLate = NotificationEvent(
    code: "loan.late", title: "Hồ sơ giấy cho mượn quá hạn trả", sentence: "Hồ sơ giấy quá hạn trả")

  package static let filePlanBegun = NotificationEvent(
    code: "filePlan.begun", title: "Đơn vị tôi cần đăng ký hồ sơ cho danh mục năm mới",
    sentence: "lập danh mục hồ sơ, mời đơn vị đăng ký")
  package static let filePlanProposed = NotificationEvent(
    code: "filePlan.proposed", title: "Danh mục hồ sơ trình tôi duyệt", sentence: "trình duyệt danh mục hồ sơ",
    mail: .atOnce)
  package static let filePlanApproved = NotificationEvent(
    code: "filePlan.approved", title: "Danh mục hồ sơ đã duyệt, chờ ban hành", sentence: "duyệt danh mục hồ sơ",
    mail: .atOnce)
  package static let filePlanReturned = NotificationEvent(
    code: "filePlan.returned", title: "Danh mục hồ sơ tôi trình bị trả lại", sentence: "trả lại danh mục hồ sơ",
    mail: .atOnce, keepsWords: true)
  package static let filePlanIssued = NotificationEvent(
    code: "filePlan.issued", title: "Danh mục hồ sơ được ban hành", sentence: "ban hành danh mục hồ sơ")

  package static let disposalCouncil = NotificationEvent(
    code: "disposal.council", title: "Danh mục xét hủy chờ tôi cho ý kiến", sentence: "trình hội đồng xét hủy",
    mail: .atOnce)
  package static let disposalDecided = NotificationEvent(
    code: "disposal.decided", title: "Danh mục xét hủy tôi lập có quyết định", sentence: "quyết định hủy")
  package static let disposalFinished = NotificationEvent(
    code: "disposal.finished", title: "Đợt hủy hồ sơ tôi lập đã xong", sentence: "Đã hủy xong hồ sơ của đợt")

  /// Every kind, in the order of the preferences.
  package static let all: [NotificationEvent] = [
    workPresented, workGiven, workByRule, directiveKeyed, workToRead, workHandedOver, handoverReceived, workReopened,
    workRecalled,
    workUrged,
    opinionAsked,
    extensionGranted, extensionRefused, deadlineNears, deadlineToday, deadlinePassed, deadlineChanged,
    deadlineOnDayOff, workReturned, workCompleted, draftSigned, progressNoted, opinionGiven, extensionAsked,
    followedMoved, registryClock, workUnaccepted, outgoingNumbered, outgoingIssued, outgoingAnswered,
    outgoingSent, packetArrived, packetReturned, packetRecalled, dossierShared, rightsProposed,
    rightsDecided, dossierFileWithheld, dossierDue,
    dossierGivenBack, dossierAccepted, transferSubmitted, holdAsked, holdDecided, loanAsked, loanAnswered, loanDue,
    loanLate,
    filePlanProposed, filePlanApproved, filePlanReturned, filePlanBegun, filePlanIssued, disposalCouncil,
    disposalDecided, disposalFinished,
  ]

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The kind of a stored code; what an earlier version told keeps its words and loses its name.
  package init(storedCode code: String) {
    self =
      Self.byCode[code] ?? NotificationEvent(code: code, title: "Thông báo khác", sentence: "thông báo", mail: .none)
  }
}
