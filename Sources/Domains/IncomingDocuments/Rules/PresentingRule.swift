import Kernel
import Organization
import VietnameseText
import Work

/// What a leader laid down once for documents of a kind (quy tắc chuyển): they go straight to who handles them, without
/// being presented each time (DEN-10: «đã xác định được nơi giải quyết thì chuyển thẳng»).
package struct PresentingRule: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<PresentingRule>

  package let id: ID
  package var agency: AgencyID
  /// Rules are tried in this order; the first that catches a document decides.
  package var position: Int
  package var terms: Terms
  /// In whose name the work is given, as they were when it was laid down.
  package var leader: PostID
  package var leaderName: String
  /// As it was called then: «Vụ Khoáng sản».
  package var holderName: String
  package var laidBy: String
  package var laidAt: Instant
  package var endedAt: Instant?
  package var version: Int

  /// What is typed: whom it catches and what then happens.
  package struct Terms: Sendable, Equatable {
    package var name = ""
    /// Name of a book; empty for every book.
    package var bookName = ""
    /// Key of a type; empty for every type.
    package var typeKey = ""
    /// Any of these, parted by commas, stands in the issuer's name.
    package var issuerWords = ""
    /// Any of these stands in the subject.
    package var subjectWords = ""
    package var holder: HolderChoice?
    package var role = WorkRole.lead
    /// Working days from the day it is passed on; nil without a deadline.
    package var termDays: Int?
    /// Where that is laid down: «Quy chế làm việc, điều 12».
    package var basis = ""

    package init() {}
  }

  /// Whether the conditions hold for a document of this book.
  package func catches(_ facts: IncomingFacts, bookName: String) -> Bool {
    (terms.bookName.isEmpty || terms.bookName == bookName)
      && (terms.typeKey.isEmpty || terms.typeKey == facts.typeKey)
      && Self.names(terms.issuerWords, in: facts.issuerName) && Self.names(terms.subjectWords, in: facts.subject)
  }

  /// One of the words or phrases stands in the text, as whole syllables; typed with diacritics it must stand so.
  private static func names(_ words: String, in text: String) -> Bool {
    let wanted = words.split(separator: ",").map { String($0).normalizedLine }.filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return true }
    func spaced(_ text: String) -> String {
      " " + text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    }
    let (exact, folded) = (spaced(Folding.exact(text)), spaced(Folding.folded(text)))
    return wanted.contains { word in
      Folding.hasDiacritics(word)
        ? exact.contains(spaced(Folding.exact(word))) : folded.contains(spaced(Folding.folded(word)))
    }
  }

  /// «chuyển thẳng Vụ Khoáng sản (chủ trì, 10 ngày làm việc)».
  package var effect: String {
    if terms.role == .decide { return "trình thẳng \(holderName)" }
    let term = terms.termDays.map { ", \($0) ngày làm việc" } ?? ""
    return "chuyển thẳng \(holderName) (\(terms.role.label)\(term))"
  }

  static let roles: [WorkRole] = [.lead, .inform, .decide]
  static let nameLengthMax = 100
  static let wordsLengthMax = 500
  static let termDaysMax = 365
  /// More would be read by nobody.
  static let countMax = 100
}

extension PresentingRule.Terms {
  /// What is wrong with them as typed.
  func obstacles() -> [Refusal.Reason] {
    let r = PresentingRuleField.self
    var reasons: [Refusal.Reason] = []
    if name.isEmpty { reasons.append(.init("Hãy đặt tên cho quy tắc.", field: r.name)) }
    if name.count > PresentingRule.nameLengthMax {
      reasons.append(.init("Tên dài quá \(PresentingRule.nameLengthMax) ký tự.", field: r.name))
    }
    if [bookName, typeKey, issuerWords, subjectWords].allSatisfy(\.isEmpty) {
      reasons.append(
        .init("Hãy ghi ít nhất một điều kiện: sổ, loại, nơi gửi hoặc chữ trong trích yếu.", field: r.subject))
    }
    for (text, field) in [(issuerWords, r.issuer), (subjectWords, r.subject), (basis, r.basis)]
    where text.count > PresentingRule.wordsLengthMax {
      reasons.append(.init("Dài quá \(PresentingRule.wordsLengthMax) ký tự.", field: field))
    }
    if holder == nil { reasons.append(.init("Hãy chọn nơi nhận.", field: r.holder)) }
    if !PresentingRule.roles.contains(role) { reasons.append(.init("Hãy chọn vai trò.", field: r.role)) }
    if let termDays, !(1...PresentingRule.termDaysMax).contains(termDays) {
      reasons.append(.init("Thời hạn từ 1 đến \(PresentingRule.termDaysMax) ngày làm việc.", field: r.term))
    }
    if basis.isEmpty {
      reasons.append(.init("Hãy ghi căn cứ, ví dụ: Quy chế làm việc, điều 12.", field: r.basis))
    }
    return reasons
  }
}

/// Names of the fields of a rule's form.
enum PresentingRuleField {
  static let name = "ten"
  static let book = "so"
  static let type = "loai"
  static let issuer = "noi-gui"
  static let subject = "trich-yeu"
  static let holder = "noi-nhan"
  static let role = "vai-tro"
  static let term = "so-ngay"
  static let basis = "can-cu"
  static let leader = "lanh-dao"
  static let direction = "huong"
  /// Shows which of the last documents each rule would have caught.
  static let trial = "thu"
}

extension RecordReference {
  /// A rule for passing documents on.
  static func presentingRule(_ id: PresentingRule.ID) -> RecordReference {
    RecordReference(code: "presentingRule", number: id.number)
  }
}

/// Who lays rules down, and who reads them.
enum PresentingRuleAccess {
  /// The head of office does it for a leader, as the working rules say. Who stands in for somebody lays down nothing that
  /// outlives their days.
  static func mayLay(_ actor: Actor) -> Bool { (actor.isLeader || actor.isHeadOfOffice) && actor.onBehalfOf == nil }

  static func mayRead(_ actor: Actor) -> Bool { actor.isLeader || actor.isHeadOfOffice || actor.isRegistryClerk }

  static let notLayer = Refusal(
    .forbidden, "Chỉ lãnh đạo, hoặc chánh văn phòng thay lãnh đạo, đặt quy tắc chuyển văn bản đến.")
  static let notReader = Refusal(.forbidden, "Chỉ lãnh đạo, chánh văn phòng và văn thư xem quy tắc chuyển văn bản đến.")
}
