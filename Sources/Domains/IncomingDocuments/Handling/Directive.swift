import Kernel
import Work

/// A leader's written instruction on a document (bút phê, ý kiến chỉ đạo) (DEN-11).
package struct Directive: Sendable, Equatable {
  package typealias ID = Identifier<Directive>

  package var id: ID
  package var document: IncomingDocument.ID
  package var author: PostID
  /// «Trần Văn Nam, Tổng cục trưởng» at that time.
  package var authorName: String
  package var text: String
  package var givenAt: Instant
  /// The clerk who keyed it in from the paper (DEN-12); nil when the leader wrote it here.
  package var keyedBy: String?
  /// The day on that paper, from which it waited to be transferred; nil when it was not said.
  package var writtenOn: Day?

  /// «; văn thư Nguyễn Thị Hoa nhập thay, bút phê ngày 05/11/2026»; empty for what the leader wrote here.
  var keyedText: String {
    let day = writtenOn.map { ", bút phê ngày \($0.text)" } ?? ""
    return keyedBy.map { "; văn thư \($0) nhập thay\(day)" } ?? ""
  }
}

extension Directive {
  /// «10:20 26/11/2026: giao nhầm»: when and why everything that it gave was taken back, with nothing of it under way or
  /// done; nil while it stands. Folded from the work, never set.
  func recalledText(among items: [WorkItem]) -> String? {
    let deciding = Set(items.filter { $0.kind == .directIncoming }.map(\.id))
    let given = items.filter { item in
      item.givenAt >= givenAt && item.instruction == text && item.parent.map(deciding.contains) == true
    }
    let awaited = given.filter(\.isAwaited)
    let decisive = awaited.isEmpty ? given : awaited
    guard decisive.allSatisfy({ $0.state == .recalled || $0.state == .returned }),
      let last = decisive.filter({ $0.state == .recalled }).max(by: { $0.endedAt ?? givenAt < $1.endedAt ?? givenAt })
    else { return nil }
    return [last.endedAt?.text ?? "", last.outcome].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

/// One place that a directive names, as chosen in the form.
package struct DirectedTo: Sendable, Equatable {
  package var holder: HolderChoice
  package var role: WorkRole
  /// The last day; nil without a deadline.
  package var due: Day?

  package init(_ holder: HolderChoice, _ role: WorkRole, due: Day? = nil) {
    self.holder = holder
    self.role = role
    self.due = due
  }
}

extension [DirectedTo] {
  static let countMax = 200

  /// What is wrong with a list of places, whoever gives it: exactly one leads when somebody is to do something (DEN-11),
  /// nobody stands there twice, no deadline lies behind.
  func obstacles(today: Day, dueMax: Day? = nil) -> [Refusal.Reason] {
    var reasons: [Refusal.Reason] = []
    let leads = count { $0.role == .lead }
    if leads == 0, contains(where: { $0.role == .coordinate }) {
      reasons.append(.init("Có nơi phối hợp thì phải có một nơi chủ trì.", field: HandlingField.places))
    }
    if leads > 1 { reasons.append(.init("Chỉ một đơn vị hoặc cá nhân chủ trì.", field: HandlingField.places)) }
    if Set(map(\.holder)).count < count {
      reasons.append(.init("Mỗi đơn vị, cá nhân chỉ nêu một lần.", field: HandlingField.places))
    }
    if count > Self.countMax {
      reasons.append(.init("Mỗi lần giao tối đa \(Self.countMax) nơi nhận.", field: HandlingField.places))
    }
    if contains(where: { place in place.due.map { $0 < today } ?? false }) {
      reasons.append(.init("Hạn không được trước hôm nay.", field: HandlingField.due))
    }
    if let dueMax, contains(where: { place in place.due.map { $0 > dueMax } ?? false }) {
      reasons.append(
        .init("Hạn không được muộn hơn hạn của đơn vị (\(dueMax.text)).", field: HandlingField.due))
    }
    return reasons
  }
}

/// Names of the fields of handling's forms.
enum HandlingField {
  static let text = "y-kien"
  static let places = "noi-nhan"
  /// Whose paper directive it is.
  static let leader = "lanh-dao"
  /// The day on the paper.
  static let writtenOn = "ngay-but-phe"
  static let due = "han"
  static let reason = "ly-do"
  static let result = "ket-qua"
  /// What a result is: a reply, a report, filed.
  static let resultKind = "loai-ket-qua"
  static let replyCode = "van-ban-tra-loi"
  static let noReplyReason = "ly-do-khong-tra-loi"
  static let needsReply = "can-tra-loi"
  /// Progress, difficulty, proposal.
  static let noteKind = "loai"
  static let files = "file"
  static let stance = "dong-y"
  static let level = "muc"
  /// More time is granted.
  static let grants = "cho-gia-han"
  /// How the sender was told of the receipt.
  static let way = "cach-bao"
  static let follows = "theo-doi"
  static let dossier = "ho-so"
  /// Asks for the places that the text names, instead of sending.
  static let reads = "doc-noi-nhan"
  /// A scan of the leader's handwriting.
  static let handwriting = "but-tich"
  /// The rule by which it is passed on.
  static let rule = "quy-tac"
  /// A ready phrase to put behind the text, instead of sending.
  static let addedPhrase = "them-cau"
  /// A ready phrase to offer no longer, instead of sending.
  static let removedPhrase = "bo-cau"
}
