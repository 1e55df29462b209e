import Kernel

/// A post's work lent to another person for some days (ủy quyền xử lý). Work only, never the power to sign: that takes a
/// written authorisation (ST-11). It begins and ends by its days; it is never lent on.
package struct Delegation: Sendable, Equatable, Identifiable {
  package typealias ID = Identifier<Delegation>

  package let id: ID
  package var agency: AgencyID
  /// Whose work it is.
  package var absentPost: PostID
  package var absentPerson: PersonID
  /// «Trần Văn Quang, Tổng cục trưởng», at that time.
  package var absentName: String
  /// Who does it meanwhile, and in which post of their own.
  package var standInPost: PostID
  package var standInPerson: PersonID
  package var standInName: String
  package var firstDay: Day
  /// The last day, until 24:00.
  package var lastDay: Day
  package var scope: Scope
  /// Types of documents whose handling is lent; empty: all of them.
  package var kinds: [Kind] = []
  package var reason: String
  package var madeBy: String
  package var madeAt: Instant
  package var endedAt: Instant?
  package var endedBy: String?

  /// A type of documents, as it was called when the post was lent.
  package struct Kind: Sendable, Equatable {
    package var key: String
    package var name: String

    package init(_ key: String, _ name: String) {
      self.key = key
      self.name = name
    }
  }

  /// «mọi việc», «chỉ đạo, phân công; loại văn bản: Công văn, Báo cáo».
  package var scopeText: String {
    kinds.isEmpty ? scope.label : "\(scope.label); loại văn bản: \(kinds.map(\.name).joined(separator: ", "))"
  }

  static let daysMax = 366
  static let reasonLengthMax = 300

  /// What of the absent post's rights the stand-in has.
  package enum Scope: String, Sendable, CaseIterable {
    case all, directing, handling

    /// The Vietnamese term.
    package var label: String {
      switch self {
      case .all: "mọi việc"
      case .directing: "chỉ đạo, phân công"
      case .handling: "nhận và giải quyết"
      }
    }

    /// Rights over the system itself are never lent.
    func roles(of roles: Set<Role>) -> Set<Role> {
      switch self {
      case .all: roles.subtracting([.administrator])
      case .directing: roles.intersection([.leader, .headOfOffice, .unitHead])
      case .handling: roles.intersection([.unitHead, .unitClerk, .officer, .registryClerk])
      }
    }
  }

  package func isActive(on day: Day) -> Bool { endedAt == nil && (firstDay...lastDay).contains(day) }

  /// «đang làm thay», «từ 30/11/2026», «đã hết ngày 30/11/2026», «đã kết thúc lúc …».
  func stateText(on day: Day) -> String {
    if let endedAt { return "kết thúc sớm lúc \(endedAt.text), \(endedBy ?? "")" }
    if day < firstDay { return "bắt đầu \(firstDay.text)" }
    return day > lastDay ? "đã hết ngày \(lastDay.text)" : "đang làm thay"
  }

  /// Beside the absent person's name, for whoever gives them work.
  package var absenceText: String { "vắng đến \(lastDay.shortText), \(standInName) thay" }
}

extension Day {
  /// `30/11`.
  fileprivate var shortText: String { String(text.prefix(5)) }
}

extension RecordReference {
  /// A post's work lent for some days.
  static func delegation(_ id: Delegation.ID) -> RecordReference {
    RecordReference(code: "delegation", number: id.number)
  }
}
